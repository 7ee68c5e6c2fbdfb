"""Hand-made documents and records: what a reader would find in them is written down, not read."""

from __future__ import annotations

from typing import Any

from memcon.document import Document
from memcon.record import (
    About,
    Commitment,
    Content,
    Cue,
    Duration,
    Engagement,
    Event,
    Evidence,
    MadeBy,
    Participant,
    Place,
    Published,
    Record,
    Span,
    Speaker,
    Statement,
    When,
)

PEOPLE = {
    "Vesna": ("Vesna Korda", "HRV", "Foreign Minister", "minister"),
    "Tomas": ("Tomas Ilves", "EST", "Foreign Minister", "minister"),
    "Amara": ("Amara Diallo", "SEN", "President", "leader"),
    "Kenji": ("Kenji Morita", "JPN", "Prime Minister", "leader"),
    "Rosa": ("Rosa Almeida", "BRA", "President", "leader"),
    "Idris": ("Idris Kaya", "TUR", "Foreign Minister", "minister"),
}


def span(text: str, words: str, kind: type[Span] = Span, **more: Any) -> Any:
    """The first stretch of the text that reads `words`."""
    start = text.index(words)
    return kind(start=start, end=start + len(words), exact=words, **more)


def person(name: str, role: Any = "participant") -> Participant:
    """One of PEOPLE by first name; any other string is a bare name, or `name|COUNTRY`."""
    if name in PEOPLE:
        full, country, office, level = PEOPLE[name]
        return Participant(name=full, country=country, office=office, level=level, role=role)  # type: ignore[arg-type]
    bare, _, country = name.partition("|")
    return Participant(name=bare or None, country=country or None, role=role)


def when(start: str | None, end: str | None = None, precision: Any = None, **more: Any) -> When:
    """A day, or a range of days."""
    return When(start=start, end=end or start, precision=precision or ("range" if end else "day"), **more)


def engagement(
    text: str,
    words: str,
    people: list[str],
    *,
    kind: Any = "meeting",
    day: str | When | None = None,
    number: int = 1,
    status: Any = "held",
    place: Any = None,
    minutes: int | None = None,
    parties: tuple[str, ...] | None = None,
    visitors: tuple[str, ...] = (),
    **more: Any,
) -> Engagement:
    """An engagement whose evidence is `words`."""
    participants = tuple(person(name, "visitor" if name in visitors else "participant") for name in people)
    sides = tuple(sorted({p.country for p in participants if p.country})) if parties is None else parties
    return Engagement(
        id=f"e{number}", kind=kind, status=status, participants=participants, parties=sides,
        when=when(day) if isinstance(day, str) else day,
        place=place if isinstance(place, Place) else Place(name=place),
        duration=Duration(minutes=minutes, text=f"{minutes} minutes") if minutes else None,
        evidence=(span(text, words, Evidence, of=("kind",)),), rule="by hand", confidence=0.8, **more,
    )  # fmt: skip


def statement(text: str, words: str, speaker: str, *, number: int = 1, kind: Any = "indirect", **more: Any) -> Statement:
    """A statement of one of PEOPLE, or of `name|COUNTRY`, whose content is `words`."""
    who = person(speaker)
    cue = span(text, "said", Cue, lemma="say") if "said" in text else None
    content = span(text, words, Content)
    return Statement(
        id=f"s{number}", kind=kind, cue=cue, content=content,
        speakers=(Speaker(start=0, end=1, exact=text[:1], name=who.name, country=who.country, office=who.office),),
        evidence=(Evidence(start=content.start, end=content.end, exact=words),), rule="by hand", confidence=0.8, **more,
    )  # fmt: skip


def commitment(text: str, words: str, kind: Any, by: str, to: str | None = None, *, number: int = 1, **more: Any) -> Commitment:
    """A commitment to do `words`."""
    what = span(text, words)
    return Commitment(
        id=f"c{number}", kind=kind, by=(by,), to=(to,) if to else (), what=what,
        evidence=(Evidence(start=what.start, end=what.end, exact=words),), rule="by hand", confidence=0.8, **more,
    )  # fmt: skip


def event(text: str, words: str, actor: tuple[str, ...], *, number: int = 1, type: Any = "CONSULT", **more: Any) -> Event:
    """A PLOVER event."""
    return Event(
        id=f"v{number}", actor=actor, type=type, quad=1, score=2.5,
        evidence=(span(text, words, Evidence),), rule="by hand", confidence=0.8, **more,
    )  # fmt: skip


def document(
    text: str,
    published: str | None = None,
    *facts: Any,
    url: str | None = None,
    outlet: str | None = None,
    input_id: str | None = None,
    title: str | None = None,
    basis: Any = None,
    lexicon: str = "1",
) -> tuple[Document, Record]:
    """A document and its record of these facts."""
    shown = Published(date=published, basis=basis or ("given" if published else "unknown"))
    made = Document(
        text=text, shadow=text, input_id=input_id, url=url, title=title, outlet=outlet, language="en", published=shown
    )
    about = About(
        id=made.id, input_id=input_id, url=url, title=title, outlet=outlet, language="en", published=shown,
        made_by=MadeBy(memcon="0", model="none", knowledge="none", lexicon=lexicon),
    )  # fmt: skip
    return made, Record(
        document=about,
        engagements=tuple(fact for fact in facts if isinstance(fact, Engagement)),
        statements=tuple(fact for fact in facts if isinstance(fact, Statement)),
        commitments=tuple(fact for fact in facts if isinstance(fact, Commitment)),
        events=tuple(fact for fact in facts if isinstance(fact, Event)),
    )
