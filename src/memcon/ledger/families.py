"""What the three merged families have in common: features, blocks, comparing, and from which score two are one."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from memcon.ledger import match_commitments, match_engagements, match_statements
from memcon.ledger.clustering import Verdict
from memcon.ledger.match_engagements import NO_DAY
from memcon.ledger.settling import Member
from memcon.ledger.windows import LONGEST

Blocks = list[tuple[str, str, str]]
REACH = LONGEST  # days: no block is longer, so a look-up need not go further back


@dataclass(frozen=True, slots=True)
class Matcher:
    """How the reports of one family are told apart."""

    family: str
    features: Callable[[Member[Any], str | None], Hashable]
    blocks: Callable[[Any], Blocks]
    compare: Callable[[Any, Any], Verdict]
    threshold: float


MATCHERS = {
    "engagements": Matcher(
        "engagements",
        lambda member, outlet: match_engagements.engagement_features(member.fact, member.published, outlet),
        match_engagements.engagement_blocks,
        match_engagements.compare_engagements,
        match_engagements.THRESHOLD,
    ),
    "statements": Matcher(
        "statements",
        lambda member, outlet: match_statements.statement_features(member.fact, member.published),
        match_statements.statement_blocks,
        match_statements.compare_statements,
        match_statements.THRESHOLD,
    ),
    "commitments": Matcher(
        "commitments",
        lambda member, outlet: match_commitments.commitment_features(member.fact, member.published),
        match_commitments.commitment_blocks,
        match_commitments.compare_commitments,
        match_commitments.THRESHOLD,
    ),
}


def block_rows(matcher: Matcher, report: str, features: Any) -> list[dict[str, str]]:
    """The rows of the block table for one report: at most one for each block and first day."""
    rows: dict[tuple[str, str], dict[str, str]] = {}
    for name, first, last in matcher.blocks(features):
        key = (f"{matcher.family[0]}:{name}", first)
        if key not in rows or rows[key]["last"] < last:
            rows[key] = {"block": key[0], "first": first, "last": last, "report_id": report}
    return [rows[key] for key in sorted(rows)]


def shifted(day: str, days: int) -> str:
    """The ISO day so many days later. NO_DAY stays."""
    return day if day == NO_DAY else (date.fromisoformat(day) + timedelta(days=days)).isoformat()
