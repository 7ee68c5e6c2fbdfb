"""When somebody held an office: partial dates stay partial, and no interval is made longer than its source says."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from knowledge_rows import Holder, by_seat

SINGLE_SEATS = {
    "head_of_state", "head_of_government", "foreign_minister", "defence_minister", "finance_minister", "vice_president",
    "national_security_adviser", "military_chief", "supreme_leader",
}  # fmt: skip
SHARED = {("BIH", "head_of_state"), ("AND", "head_of_state"), ("SMR", "head_of_state"), ("CHE", "head_of_state")}


def earliest(date: str) -> str:
    """The first day a partial date can mean. Dates compare as strings."""
    return date + "-01-01"[len(date) - 4 :] if date else ""


def latest(date: str) -> str:
    """The last day a partial date can mean."""
    return date + "-12-31"[len(date) - 4 :] if date else ""


def certain(holder: Holder) -> tuple[str, str]:
    """First and last day on which the holder was surely in office."""
    last = earliest(holder.end) if holder.end else max(holder.end_after, holder.as_of)
    return latest(holder.start), earliest(last)


def days_apart(one: str, other: str) -> int:
    """Days between two full dates, about."""
    y1, m1, d1 = map(int, one.split("-"))
    y2, m2, d2 = map(int, other.split("-"))
    return abs((y1 - y2) * 365 + (m1 - m2) * 30 + d1 - d2)


def starts_agree(one: str, other: str, slack: int = 45) -> bool:
    """Two starts that can be the same day, or nearly."""
    if not one or not other:
        return True
    if earliest(one) <= latest(other) and earliest(other) <= latest(one):
        return True
    return min(days_apart(earliest(one), latest(other)), days_apart(latest(one), earliest(other))) <= slack


def meet(one: Holder, other: Holder) -> bool:
    """Whether two rows speak of one stretch in office: starts agree, or certain intervals overlap."""
    if starts_agree(one.start, other.start):
        return True
    (a, b), (c, d) = certain(one), certain(other)
    return max(a, c) < min(b, d)


def tidy(holders: list[Holder]) -> list[Holder]:
    """Join rows of one person in one office that speak of the same stretch; keep the finer dates and all sources."""
    groups = defaultdict(list)
    for holder in holders:
        groups[holder.person, holder.country, holder.type, holder.target].append(holder)
    out = []
    for group in groups.values():
        kept: list[Holder] = []
        for holder in sorted(group, key=lambda h: (earliest(h.start), h.end == "", h.source)):
            if kept and same_stretch(kept[-1], holder):
                kept[-1] = joined(kept[-1], holder)
            else:
                kept.append(holder)
        out += kept
    return out


def same_stretch(one: Holder, other: Holder) -> bool:
    if one.status != other.status or (_portfolio(one) != _portfolio(other)):
        return False
    if one.end and earliest(other.start) > latest(one.end):
        return False
    return meet(one, other) or earliest(other.start) <= certain(one)[1]


def _portfolio(holder: Holder) -> str:
    return (
        holder.office
        if holder.type
        in {"trade_minister", "spokesperson", "special_envoy", "igo_head", "other_minister", "deputy_foreign_minister"}
        else ""
    )


def joined(one: Holder, other: Holder) -> Holder:
    if _roughly(one) and not _roughly(other):
        one, other = other, one
    if _roughly(other) and not _roughly(one) and not _covers(one.start, other.start):
        other = replace(other, start="")  # the Factbook gives an earlier office's start often enough
    start = one.start if _covers(other.start, one.start) or not _covers(one.start, other.start) else other.start
    ends = sorted((e for e in (one.end, other.end) if e), key=lambda e: (-len(e), e))
    sources = "+".join(dict.fromkeys([*one.source.split("+"), *other.source.split("+")]))
    end = ends[0] if ends else ""
    return replace(
        one, start=start, end=end, end_after="" if end else max(one.end_after, other.end_after),
        end_before="" if end or _open(one) or _open(other) else _earlier(one.end_before, other.end_before),
        as_of="" if end else max(one.as_of, other.as_of), source=sources,
    )  # fmt: skip


def _roughly(holder: Holder) -> bool:
    return holder.source == "factbook"


def _earlier(one: str, other: str) -> str:
    return min(filter(None, (one, other)), default="")


def _open(holder: Holder) -> bool:
    return bool(holder.as_of) and not holder.end and not holder.end_before


def _covers(wide: str, narrow: str) -> bool:
    """Whether a partial date is the vaguer form of a finer one."""
    return narrow.startswith(wide)


def confirm(holders: list[Holder], own: Holder) -> list[Holder]:
    """Lay one row of our own over the sourced ones."""
    for index, holder in enumerate(holders):
        if (holder.person, holder.country, holder.type) != (own.person, own.country, own.type):
            continue
        if (
            holder.target not in ("", own.target)
            or not starts_agree(holder.start, own.start, 60)
            or _portfolio_differs(holder, own)
        ):
            continue
        holders[index] = _laid_over(holder, own)
        return holders
    return [*holders, own]


def _portfolio_differs(holder: Holder, own: Holder) -> bool:
    return bool(_portfolio(holder)) and not set(holder.office.lower().split()) & set(own.office.lower().split()) - {
        "of",
        "the",
        "for",
        "minister",
    }


def _laid_over(holder: Holder, own: Holder) -> Holder:
    holder = replace(holder, office=holder.office or own.office)
    start = own.start if _covers(holder.start, own.start) else holder.start
    sources = holder.source if "own" in holder.source.split("+") else holder.source + "+own"
    if holder.end:
        end = own.end if own.end and _covers(holder.end, own.end) else holder.end
        return replace(holder, start=start, end=end, source=sources)
    if own.end:
        return replace(holder, start=start, end=own.end, end_after="", end_before="", as_of="", source=sources)
    return replace(
        holder,
        start=start,
        end_after="",
        end_before="",
        as_of=max(holder.as_of, own.as_of, holder.end_after),
        source=sources,
    )


def close_by_successor(holders: list[Holder]) -> list[Holder]:
    """An open row of a single seat ends, at the latest, when the next holder starts; small overlaps end there too."""
    out = []
    for (country, kind, _), group in by_seat(holders).items():
        if kind in SINGLE_SEATS and (country, kind) not in SHARED:
            group = _one_after_another(sorted(group, key=lambda h: (earliest(h.start), latest(h.start))))
        out += group
    return out


def _one_after_another(group: list[Holder]) -> list[Holder]:
    group = [h for h in group if not (_roughly(h) and any(_contradicts(h, o) for o in group))]
    group = [replace(h, status="acting") if any(_stood_in(h, o) for o in group) else h for h in group]
    closed = []
    for index, holder in enumerate(group):
        later = [
            h
            for h in group[index + 1 :]
            if h.person != holder.person and not h.status and earliest(h.start) > latest(holder.start)
        ]
        closed.append(_bounded(holder, earliest(later[0].start)) if later else holder)
    return closed


def _contradicts(rough: Holder, other: Holder) -> bool:
    """Whether a better source has somebody else in the seat for more than a month of a Factbook row's time."""
    if _open(rough) and not other.end:
        return False
    (a, b), (c, d) = certain(rough), certain(other)
    first, last = max(a, c), min(b, d)
    return rough.person != other.person and not _roughly(other) and first < last and days_apart(first, last) > 31


def _stood_in(holder: Holder, other: Holder) -> bool:
    """Whether a short stay lies wholly within somebody else's: a deputy who stood in."""
    if holder.person == other.person or not holder.end or holder.status:
        return False
    (a, b), (c, d) = certain(holder), certain(other)
    return c < a and b < d and days_apart(a, b) <= 100


def _bounded(holder: Holder, start: str) -> Holder:
    if holder.end:
        overlap = earliest(holder.end) > start and days_apart(earliest(holder.end), start) <= 45
        return replace(holder, end=start) if overlap else holder
    after = max(holder.end_after, holder.as_of)
    before = min(filter(None, (holder.end_before, start)))
    if after and after >= before:
        return replace(holder, end=before, end_after="", end_before="", as_of="")
    return replace(holder, end_after=after, end_before=before, as_of="")
