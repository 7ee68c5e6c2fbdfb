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
    "pairs": "/pair",
    "pair": "/pair?pair=USA%2BCHN",
    "pair-by-week": "/pair?pair=USA%2BCHN&by=week&sources=constant&since=2023-01-01&until=2023-12-31",
    "pair-known-then": "/pair?pair=USA%2BCHN&on=2023-03-01",
    "pair-empty": "/pair?pair=USA%2BFRA",
    "readouts-list": "/readouts",
    "readouts": "/readouts?engagement={item}",
    "versions": "/readouts?url=https%3A%2F%2Fexample.org%2Fnothing",
    "promises": "/promises?pair=USA%2BCHN",
    "promises-open": "/promises?pair=CHN%2BUSA&status=open&since=0001-01-01",
    "positions-issues": "/positions?actor=CHN&other=USA",
    "positions": "/positions?actor=CHN&other=USA&issue=taiwan",
    "verify": "/verify",
    "dossier": "/dossier?pair=USA%2BCHN&on=2024-01-31",
    "add": "/add",
    "review": "/review",
    "review-list": "/review?mode=list&family=statements",
    "two-reviewers": "/review/disagreements",
    "api": "/api",
}
WITHOUT_TABLE = frozenset({"who", "add", "verify"})
