"""Where reports differ: one preferred value by a stated rule, and all the others with who gives them.

The rule: a person's correction; else the more precise; else the one closer to the source (told as news rather than
background, by the document itself rather than by somebody it cites); else the later; else the one more sources give.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from memcon.ledger.keys import canonical
from memcon.ledger.types import Disagreement, Version
from memcon.record import Fact

F = TypeVar("F", bound=Fact)
RULES = ("a person's correction", "more precise", "closer to the source", "later", "more sources", "first by spelling")


@dataclass(frozen=True, slots=True)
class Member(Generic[F]):
    """A report as it is merged: its fact, with corrections applied, and what matters of its document."""

    report: str
    document: str
    published: str | None
    fact: F
    corrected: frozenset[str] = frozenset()
    rejected: bool = False
    confirmed: bool = False
    notes: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[str, str, str]:
        """Earliest published first."""
        return self.published or "9999", self.document, self.report


@dataclass(frozen=True, slots=True)
class _Claim:
    value: Any
    precision: int
    near: int
    published: str
    report: str
    corrected: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """The preferred value of a field, and who says what."""

    value: Any
    disagreement: Disagreement | None
    by_report: dict[str, Any]


def settle(
    field: str,
    members: Sequence[Member[F]],
    value_of: Callable[[F], Any],
    precision_of: Callable[[Any], int] = lambda value: 0,
    compatible: Callable[[Any, Any], bool] = lambda one, other: one == other,
) -> Settled:
    """Choose among the members' values of a field; None is no value. Values are JSON-like or frozen models.

    A corrected member speaks even where the correction is that there is no value."""
    claims = [
        _Claim(
            value_of(m.fact),
            precision_of(value_of(m.fact)),
            _nearness(m.fact),
            m.published or "",
            m.report,
            field in m.corrected,
        )
        for m in members
        if value_of(m.fact) is not None or field in m.corrected
    ]
    if not claims:
        return Settled(None, None, {})
    grouped: dict[str, list[_Claim]] = {}
    for claim in claims:
        grouped.setdefault(_spelt(claim.value), []).append(claim)
    ranked = sorted(grouped.items(), key=lambda pair: (_rank(pair[1]), pair[0]))
    best = ranked[0][1][0].value
    others = [group for _, group in ranked[1:] if not compatible(group[0].value, best)]
    disagreement = None
    if others:
        versions = tuple(
            Version(value=_plain(group[0].value), reports=tuple(sorted(claim.report for claim in group)))
            for group in [ranked[0][1], *others]
        )
        disagreement = Disagreement(field=field, versions=versions, rule=_decider(ranked[0][1], others[0]))
    differing = {claim.report: _plain(claim.value) for group in others for claim in group}
    return Settled(best, disagreement, differing)


def _rank(group: list[_Claim]) -> tuple[int, ...]:
    """Smaller is better, in the order of RULES."""
    latest = max(claim.published for claim in group).replace("-", "")
    return (
        -max(claim.corrected for claim in group),
        -max(claim.precision for claim in group),
        -max(claim.near for claim in group),
        -int(latest or 0),
        -len(group),
    )


def _decider(best: list[_Claim], second: list[_Claim]) -> str:
    for rule, one, other in zip(RULES, _rank(best), _rank(second), strict=False):
        if one != other:
            return rule
    return RULES[-1]


def _nearness(fact: Fact) -> int:
    return 2 * (not getattr(fact, "background", False)) + (not getattr(fact, "reported_by", ()))


def _spelt(value: Any) -> str:
    return canonical(_plain(value))


def _plain(value: Any) -> Any:
    if hasattr(value, "model_dump"):
        return value.model_dump(mode="json")
    return [_plain(each) for each in value] if isinstance(value, (list, tuple)) else value


def first_by_order(members: Sequence[Member[F]]) -> Member[F]:
    """The founding report: it gives a merged item its name."""
    return min(members, key=lambda member: member.order)


def decision_of(members: Sequence[Member[F]]) -> Any:
    """rejected, corrected, confirmed or None, for the item as a whole."""
    if any(member.rejected for member in members):
        return "rejected"
    if any(member.corrected for member in members):
        return "corrected"
    return "confirmed" if any(member.confirmed for member in members) else None


def union(values: Any) -> tuple[Any, ...]:
    """All values once, sorted by their spelling."""
    return tuple({_spelt(value): value for value in sorted(values, key=_spelt)}.values())
