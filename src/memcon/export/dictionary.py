"""The data dictionary of all tables as one page."""

from __future__ import annotations

from memcon.export.panels import columns
from memcon.export.tables import Table, dictionary_markdown
from memcon.export.tidy import TABLES


def dictionary_page() -> str:
    """The page as Markdown: the tidy tables, then the panels' codebook."""
    panel = Table(
        "dyad-month",
        "One row for each pair of parties and each month. `dyad-year` has the same columns without `month`.",
        columns(monthly=True),
        lambda contents: iter(()),
    )
    return (
        "# Tables that memcon exports\n\nMade from the code by `make docs`; [export](export.md) tells of the formats.\n\n"
        f"## Tidy tables\n\n{dictionary_markdown(TABLES)}\n## Panels\n\n{dictionary_markdown((panel,))}"
    )
