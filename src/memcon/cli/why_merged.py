"""What `memcon why` says of an item of the ledger: which reports it is made of, on what grounds, and what stayed apart."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.ledger import Ledger, Why


def why_merged(ledger: Ledger, name: str, *, as_json: bool) -> str:
    """The explanation of one item, as text or JSON."""
    explained = ledger.why(name)
    return explained.model_dump_json(indent=1) if as_json else "\n".join(_lines(explained))


def _lines(explained: Why) -> Iterator[str]:
    count = len(explained.reports)
    yield f"{explained.id}  {count} report{'s' if count != 1 else ''}"
    for report in explained.reports:
        yield f"{report.report}  {report.document[:19]}  “{report.says}”"
        if report.decided_by:
            yield f"    {report.decided_by}"
        if report.score is not None:
            grounds = "; ".join(f"{text} {points:+.2f}" for text, points in report.grounds)
            yield f"    {report.score:.2f} with {report.linked_to}: {grounds or 'nothing in common'}"
    if explained.apart:
        yield "kept apart:"
    for apart in explained.apart:
        yield f"    {apart.item}  {apart.score:.2f}  {apart.because}  “{apart.says}”"
