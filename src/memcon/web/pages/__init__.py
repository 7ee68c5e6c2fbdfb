"""The pages, one a module: each has a `router`, and a `NAV` where it stands in the navigation.

docs/page.md says how one is added."""

# In the order of the navigation.
PAGES = (
    "home",
    "ledger",
    "document",
    "people",
    "search",
    "pair",
    "readouts",
    "promises",
    "positions",
    "verify",
    "dossier",
    "add",
    "review",
    "item",
    "api",
    "sign_in",
)
