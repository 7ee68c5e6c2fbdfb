"""The page: a ledger in the browser, and the same answers as JSON and CSV. docs/page.md tells how a page is added.

from memcon.web.app import create_app

app = create_app("memcon.db")

It needs the extra `memcon[web]`; `memcon serve` opens it.
"""
