"""Every page, for the tests that go through all of them. A new page is added here."""

from __future__ import annotations

# name → address; {item} is the engagement that was put off
PAGES = {
    "home": "/",
    "ledger": "/engagements",
    "ledger-narrowed": "/engagements?pair=USA%2BCHN&status=held&order=oldest",
    "ledger-empty": "/engagements?pair=USA%2BFRA",
    "facets": "/engagements/facets",
    "item": "/items/{item}?why=true",
    "documents": "/documents",
    "document": "/documents/us-china-01",
    "document-held-back": "/documents/us-china-06?show=engagements&show=events&held=true",
    "people": "/people",
    "people-on-a-day": "/people?on=2023-06-19",
    "person": "/people/wang%20yi",
    "who": "/who?phrase=the+Chinese+foreign+minister&on=2023-06-19",
    "search": "/search?q=balloon",
    "search-empty": "/search",
    "add": "/add",
    "review": "/review",
    "review-list": "/review?mode=list&family=statements",
    "two-reviewers": "/review/disagreements",
    "api": "/api",
}
WITHOUT_TABLE = frozenset({"who", "add"})
