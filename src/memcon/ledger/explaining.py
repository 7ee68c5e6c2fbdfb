"""Why reports are one item, and why their neighbours are not: the same comparison that merged them, shown."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, select

from memcon.errors import LedgerError
from memcon.ledger.clustering import Verdict
from memcon.ledger.effective import constraints_on, load_members
from memcon.ledger.families import MATCHERS, Matcher
from memcon.ledger.rebuild import neighbours_of
from memcon.ledger.rows import rows_in
from memcon.ledger.schema import document, report
from memcon.ledger.types import Why, WhyApart, WhyReport

NEIGHBOURS_SHOWN = 5
SHOWN = 160  # characters of a report's words


def why(connection: Connection, family: str, item: str) -> Why:
    """The reports of an item with their best links, and the likest reports that were kept apart."""
    if family not in MATCHERS:
        raise LedgerError(f"{family} are one by type, sides and day, or by their engagement; there is no score to explain")
    own = set(connection.execute(select(report.c.id).where(report.c.item == item)).scalars())
    near = neighbours_of(connection, own) - own
    matcher = MATCHERS[family]
    loaded = load_members(connection, family, own | near)
    features = {name: matcher.features(m, loaded.outlets[name]) for name, m in loaded.members.items()}
    words = _words(connection, own | near)
    joins = constraints_on(connection).joins
    reports = [_report(matcher, name, own, features, joins, words) for name in sorted(own)]
    return Why(id=item, family=family, reports=tuple(reports), apart=_apart(matcher, own, near, features, words))  # type: ignore[arg-type]


def _report(
    matcher: Matcher,
    name: str,
    own: set[str],
    features: dict[str, Any],
    joins: Collection[tuple[str, str]],
    words: dict[str, tuple[str, str, str]],
) -> WhyReport:
    joined = next((pair for pair in joins if name in pair and set(pair) <= own), None)
    others = [(matcher.compare(features[name], features[other]), other) for other in sorted(own - {name})]
    best = max(others, key=lambda pair: (pair[0].against is None, pair[0].score), default=None)
    _, source, says = words[name]
    return WhyReport(
        report=name,
        document=source,
        says=says,
        linked_to=best[1] if best else None,
        score=best[0].score if best else None,
        grounds=best[0].grounds if best else (),
        decided_by="a person joined them" if joined else None,
    )


def _apart(
    matcher: Matcher,
    own: set[str],
    near: set[str],
    features: dict[str, Any],
    words: dict[str, tuple[str, str, str]],
) -> tuple[WhyApart, ...]:
    closest: dict[str, tuple[float, str, str]] = {}
    for other in sorted(near):
        verdicts = [matcher.compare(features[name], features[other]) for name in sorted(own)]
        best = max(verdicts, key=lambda verdict: verdict.score)
        item, _, says = words[other]
        candidate = (best.score, says, _because(matcher, verdicts, best))
        if item not in closest or candidate[0] > closest[item][0]:
            closest[item] = candidate
    ranked = sorted(closest.items(), key=lambda pair: (-pair[1][0], pair[0]))[:NEIGHBOURS_SHOWN]
    return tuple(WhyApart(item=item, score=score, says=says, because=because) for item, (score, says, because) in ranked)


def _because(matcher: Matcher, verdicts: list[Verdict], best: Verdict) -> str:
    against = next((verdict.against for verdict in verdicts if verdict.against), None)
    if against:
        return against
    if best.score < matcher.threshold:
        return f"{best.score:.2f} is under {matcher.threshold:.2f}"
    return "it fits another as well, or one document tells of both, or a person split them"


def _words(connection: Connection, reports: Collection[str]) -> dict[str, tuple[str, str, str]]:
    """By report: its item, its document, and the words it stands on."""
    query = select(report.c.id, report.c.item, report.c.document_id, report.c.start, report.c.end)
    rows = rows_in(connection, query, report.c.id, reports)
    texts = dict(
        tuple(row)
        for row in rows_in(connection, select(document.c.id, document.c.text), document.c.id, {row.document_id for row in rows})
    )
    return {row.id: (row.item, row.document_id, _said(texts[row.document_id], row)) for row in rows}


def _said(text: str, row: Any) -> str:
    words = " ".join(text[row.start : row.end].split()) if row.start is not None else ""
    return words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"
