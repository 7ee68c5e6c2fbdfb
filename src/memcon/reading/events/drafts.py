"""Drafts of events: what was read, before doubles are removed and ids given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from memcon.lexicon import Lexicon
from memcon.record import EngagementStatus, Event, EventType, Evidence

MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})


@dataclass(frozen=True, slots=True)
class Draft:
    """An event as read. [start, end) is its sentence; `evidence` shows it."""

    type: EventType
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    start: int
    end: int
    rule: str
    mode: str | None = None
    cameo: str | None = None
    date: str | None = None
    status: EngagementStatus = "held"
    background: bool = False
    contexts: tuple[str, ...] = ()
    derived_from: str | None = None
    confidence: float = 0.7

    @property
    def parties(self) -> frozenset[str]:
        return frozenset((*self.actor, *self.recipient))

    @property
    def place(self) -> int:
        return min(item.start for item in self.evidence)


def without_doubles(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Each event once, in text order: of two readings of one sentence with the same type the one with more sides stays."""
    sentences: dict[tuple[int, int], list[Draft]] = {}
    for draft in sorted(drafts, key=_order):
        kept = sentences.setdefault((draft.start, draft.end), [])
        double = next((number for number, other in enumerate(kept) if _same(draft, other)), None)
        if double is None:
            kept.append(draft)
        else:
            kept[double] = _joined(kept[double], draft)
    left = (draft for kept in sentences.values() for draft in kept if not _told_by_graver(draft, kept))
    return tuple(sorted(left, key=_order))


def _order(draft: Draft) -> tuple[int, str, str]:
    return draft.place, draft.type, draft.rule


def _told_by_graver(draft: Draft, drafts: list[Draft]) -> bool:
    """Troops moved in an attack are the attack; a charge that ends in a conviction is the conviction."""
    return any(
        other.actor == draft.actor
        and ((draft.type, other.type) == ("MOBILIZE", "ASSAULT") or (draft.type == "ACCUSE" and other.mode == "convict"))
        for other in drafts
    )


def _same(one: Draft, other: Draft) -> bool:
    """Whether two drafts of one sentence tell the same event."""
    if one.type != other.type:
        return False
    if one.derived_from and one.derived_from == other.derived_from:
        return True
    if one.derived_from and other.derived_from and one.derived_from[0] == other.derived_from[0] == "e":
        return False
    if one.type in MUTUAL:
        return one.parties <= other.parties or other.parties <= one.parties
    same_actor = set(one.actor) <= set(other.actor) or set(other.actor) <= set(one.actor)
    return same_actor and (set(one.recipient) <= set(other.recipient) or set(other.recipient) <= set(one.recipient))


def _joined(one: Draft, other: Draft) -> Draft:
    """The better of two readings, with the link and the status of the one that has them."""
    better, rest = sorted((one, other), key=_worth, reverse=True)
    links = [item.derived_from for item in (one, other) if item.derived_from]
    engaged = [link for link in links if link.startswith("e")]
    status = better.status if better.status != "held" else rest.status
    return replace(better, derived_from=next(iter([*engaged, *links]), None), status=status, mode=better.mode or rest.mode)


def _worth(draft: Draft) -> tuple[int, int, int]:
    return (bool(draft.actor) + bool(draft.recipient), len(draft.parties), int(draft.confidence * 100))


def numbered(drafts: Iterable[Draft], lexicon: Lexicon) -> tuple[Event, ...]:
    """The events with ids v1, v2, … and PLOVER's quad class and score."""
    return tuple(_event(f"v{number}", draft, lexicon) for number, draft in enumerate(drafts, start=1))


def _event(event_id: str, draft: Draft, lexicon: Lexicon) -> Event:
    plover = lexicon.plover_type(draft.type)
    mode = draft.mode if draft.mode in plover.modes else None
    return Event(
        id=event_id,
        confidence=draft.confidence,
        rule=draft.rule,
        evidence=draft.evidence,
        actor=draft.actor,
        recipient=draft.recipient,
        type=draft.type,
        mode=mode,
        contexts=draft.contexts,
        cameo=draft.cameo,
        date=draft.date,
        quad=plover.quad,  # type: ignore[arg-type]
        score=plover.modes[mode] if mode else plover.score,
        status=draft.status,
        background=draft.background,
        derived_from=draft.derived_from,
    )
