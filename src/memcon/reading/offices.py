"""Offices that the text says somebody holds, held or will hold.

    title before or after the name     Chinese Foreign Minister Qin Gang · Wang Yi, China's top diplomat
    said of the person                 Qin, who was previously the Chinese ambassador · Fidan became foreign minister
    succession                         former House Speaker Nancy Pelosi and her successor, Kevin McCarthy

One office for each person, office and status, with every evidence of the first time it is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from memcon.reading.actors import Actor, Mention
from memcon.reading.analysis import Analysis, within
from memcon.reading.found import Found
from memcon.reading.naming.people import is_relative
from memcon.reading.naming.words import Word, find_words
from memcon.reading.syntax import subjects
from memcon.record import Evidence, Office, OfficeStatus

_BECOMING = frozenset({"become", "serve", "remain", "name", "appoint", "elect", "nominate"})
_EARLIER = re.compile(r"\b(?:previously|formerly|once|earlier|then|until|used to)\b")
_SUCCESSOR = re.compile(r"\b(successor|predecessor)\b")
# How sure: a title on the name itself, an apposition, a copula that the parser found, a succession.
_SURE, _SAID, _SUCCEEDED = 0.97, 0.9, 0.85


@dataclass(frozen=True, slots=True)
class _Draft:
    person: Actor
    office: str
    country: str | None
    status: OfficeStatus
    rule: str
    confidence: float
    evidence: tuple[Evidence, ...]


def find_offices(analysis: Analysis) -> Found[Office]:
    """All offices that the document names with their holder, once each, in text order."""
    words = find_words(analysis.shadow, analysis.lexicon)
    drafts = [draft for index in range(len(analysis.mentions)) for draft in _drafts(analysis, index, words)]
    told: dict[str, set[tuple[str, OfficeStatus]]] = {}
    for draft in drafts:
        told.setdefault(draft.person.key, set()).add((draft.office.lower(), draft.status))
    kept: dict[tuple[str, str, str], _Draft] = {}
    for draft in drafts:
        if not any(_says_more(office, draft) for office, status in told[draft.person.key] if status == draft.status):
            kept.setdefault((draft.person.key, draft.office.lower(), draft.status), draft)
    return Found(tuple(_office(number, draft) for number, draft in enumerate(kept.values(), start=1)))


def _says_more(long: str, draft: _Draft) -> bool:
    """ "Minister Fidan" beside "Foreign Minister Hakan Fidan" is no second office."""
    short = draft.office.lower()
    return len(long) > len(short) and short in long


def _office(number: int, draft: _Draft) -> Office:
    return Office(
        id=f"o{number}",
        person=draft.person.name or "",
        office=draft.office,
        country=draft.country,
        status=draft.status,
        person_id=draft.person.id,
        rule=draft.rule,
        confidence=draft.confidence,
        evidence=draft.evidence,
    )


def _drafts(analysis: Analysis, index: int, words: tuple[Word, ...]) -> Iterator[_Draft]:
    mention = analysis.mentions[index]
    person = mention.actor
    if person is None or person.kind not in {"person", "office"}:
        return
    if mention.kind == "name" and person.kind == "person":
        yield from _before_name(analysis, mention, person, words)
        yield from _succession(analysis, index, person)
    elif mention.kind == "title" and mention.of is not None:
        holder = analysis.mentions[mention.of].actor
        if holder is not None:
            yield _draft(analysis, holder, mention, words, holder.status, "office.apposition", _SURE)
    elif mention.kind == "title":
        yield from _said_of(analysis, mention, words)


def _title_in(analysis: Analysis, start: int, end: int, words: tuple[Word, ...]) -> str | None:
    """The title's words inside [start, end): all its title words and what joins them, with the body before them."""
    inside = [word for word in within(words, start, end) if word.sense("title")]
    inside = [word for word in inside if not is_relative(analysis.shadow[word.start : word.end])]
    if not inside:
        return None
    last = inside[-1].end
    # "ambassador to the United States": where to belongs to the office.
    last = end if re.match(r" (?:to|for) ", analysis.shadow[last:end]) else last
    text = " ".join(analysis.shadow[inside[0].start : last].split())
    return " ".join(
        part if part in {"of", "and", "the", "for", "to"} else part[:1].upper() + part[1:] for part in text.split()
    )


def _draft(
    analysis: Analysis,
    person: Actor,
    mention: Mention,
    words: tuple[Word, ...],
    status: OfficeStatus,
    rule: str,
    confidence: float,
) -> _Draft:
    title = _title_in(analysis, mention.start, mention.end, words) or (mention.actors[0].office or "")
    evidence = (analysis.evidence(mention.start, mention.end, "office"),)
    country = person.country or mention.actors[0].country
    return _Draft(person, title, country, status, rule, confidence, evidence)


def _before_name(analysis: Analysis, mention: Mention, person: Actor, words: tuple[Word, ...]) -> Iterator[_Draft]:
    title = _title_in(analysis, mention.start, mention.head_start, words)
    if title:
        evidence = (analysis.evidence(mention.start, mention.end, "person", "office"),)
        yield _Draft(person, title, person.country, person.status, "office.title", _SURE, evidence)


def _said_of(analysis: Analysis, mention: Mention, words: tuple[Word, ...]) -> Iterator[_Draft]:
    """ "Qin, who was previously the Chinese ambassador to the United States" """
    parse = analysis.parse_at(mention.head_start)
    token = parse.token_at(mention.head_start) if parse else None
    if parse is None or token is None or token.dep_ not in {"attr", "oprd", "dobj", "pobj"}:
        return
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "as" else token.head
    if verb.lemma_ != "be" and verb.lemma_ not in _BECOMING:
        return
    for subject in subjects(verb):
        holder = analysis.mention_at(parse.begins(subject))
        if holder is not None and holder.actor is not None and holder.actor.kind == "person" and holder is not mention:
            status = _said_status(analysis, verb, parse.begins(verb), mention.start)
            yield _draft(analysis, holder.actor, mention, words, status, "office.said", _SAID)


def _said_status(analysis: Analysis, verb: Any, start: int, end: int) -> OfficeStatus:
    """ "was previously": former; "was named", "will become": to come; "is": current."""
    between = analysis.shadow[start:end].lower()
    if any(child.lower_ in {"will", "to"} for child in verb.children if child.dep_ == "aux"):
        return "designate"
    if verb.lemma_ == "be" and verb.tag_ in {"VBD", "VBN"}:
        return "former"
    return "former" if _EARLIER.search(between) else "current"


def _succession(analysis: Analysis, index: int, person: Actor) -> Iterator[_Draft]:
    """ "... and her successor, Kevin McCarthy": the office of whom the pronoun means."""
    mention = analysis.mentions[index]
    before = analysis.mentions[index - 1] if index else None
    if before is None or not before.possessive or before.actor is None or before.actor.office is None:
        return
    between = analysis.shadow[before.end : mention.start]
    found = _SUCCESSOR.search(between)
    if found is None or not re.fullmatch(r"(?:'s)? (?:successor|predecessor),? ", between):
        return
    status: OfficeStatus = "current" if found[1] == "successor" else "former"
    evidence = (analysis.evidence(before.start, mention.end, "person", "office"),)
    yield _Draft(person, before.actor.office, before.actor.country, status, "office.succession", _SUCCEEDED, evidence)
