"""Marked-up sentences with what must be read in each: `sentences.toml` of a gold folder, whose shorthand is this module's.

`E kind status date place PARTIES` an engagement, `S cue PARTY` a statement (its content is the next `((…))` mark), `C
kind BY>TO` a commitment, `V TYPE ACTOR>RECIPIENT` an event; `-E`: none may be read; `?E …`: one may. Alternatives are
divided by `/`, parties joined by `+` or `,`, and `-` leaves a field open. Kinds a sentence does not mention are not judged.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from memcon.lexicon.markup import Example, parse_example
from memcon.reading.reader import Reader
from memcon.record import Engagement, Record, Statement

IN_PERSON = frozenset("meeting talks breakfast lunch dinner summit trilateral conference other".split())
KINDS = {"E": "engagements", "S": "statements", "C": "commitments", "V": "events"}
SAME_CONTENT = 0.5  # share of the characters of both that two contents have in common
GLUED = re.compile(
    r"(?P<status>held|planned|expected|proposed|invited|ongoing|postponed|cancelled|declined|denied)(?P<more>(/\w+)*) "
    r"(?P<date>\S+) (?P<place>.+) (?P<parties>\S+)$"
)


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, its day, the half it stands in, and what must be read."""

    name: str
    published: str
    half: str
    example: Example
    expected: tuple[str, ...]

    @property
    def has_us(self) -> bool:
        return any("USA" in actor.value.split("+") for actor in self.example.actors)


def load(path: Path) -> list[Case]:
    """The sentences of a TOML file."""
    tables: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf8"))["sentence"]
    return [
        Case(t["id"], str(t["published"]), t["half"], parse_example(t["marked"]), tuple(t["expect"])) for t in tables
    ]


def judged(cases: list[Case], reader: Reader, *, misses: bool = False) -> dict[str, float]:
    """F1 of each kind of fact over these sentences, and the share of sentences wholly right."""
    counts: Counter[str] = Counter()
    for case in cases:
        record = reader.read(case.example.text, published=case.published, input_id=case.name)
        problems = _judge(case, record, counts)
        counts["wholly"] += not problems
        if misses and problems:
            print(f"{case.name} {case.half}: {case.example.text}\n    " + "\n    ".join(problems), file=sys.stderr)
    figures = {f"{name}_f1": _f1(counts, letter) for letter, name in KINDS.items()}
    figures |= {f"{name}_extra": float(counts[f"{letter} extra"]) for letter, name in KINDS.items()}
    return figures | {"wholly_right": round(counts["wholly"] / max(1, len(cases)), 3), "of": float(len(cases))}


def _f1(counts: Counter[str], letter: str) -> float:
    right, missed, extra = (counts[f"{letter} {what}"] for what in ("right", "missed", "extra"))
    return round(2 * right / max(1, 2 * right + missed + extra), 3)


def _judge(case: Case, record: Record, counts: Counter[str]) -> list[str]:
    """What is missing or too much, in words; the counts are added to."""
    problems: list[str] = []
    contents = iter(case.example.contents)
    for letter, name in KINDS.items():
        expected = [line.split(" ", 1)[1] for line in case.expected if line.startswith(letter + " ")]
        allowed = [line.split(" ", 1)[1] for line in case.expected if line.startswith(f"?{letter} ")]
        if not expected and f"-{letter}" not in case.expected:
            continue
        left = list(getattr(record, name))
        for wanted in expected:
            content = next(contents, None) if letter == "S" else None
            span = (content.start, content.end) if content else None
            found = next((fact for fact in left if _fits(letter, wanted, fact, span)), None)
            if found is None:
                problems.append(f"missed {letter} {wanted}")
                counts[f"{letter} missed"] += 1
            else:
                left.remove(found)
                counts[f"{letter} right"] += 1
        left = [fact for fact in left if not any(_fits(letter, one, fact, None) for one in allowed)]
        if letter != "S":  # other words of the sentence may be statements too
            extra = [fact for fact in left if letter != "V" or fact.status in {"held", "ongoing"}]
            problems += [f"extra {letter} {_told(fact)}" for fact in extra]
            counts[f"{letter} extra"] += len(extra)
    return problems


def _told(fact: Any) -> str:
    if isinstance(fact, Engagement):
        return f"{fact.kind} {fact.status} {fact.when and fact.when.start} {fact.place.name} {'+'.join(fact.parties)}"
    sides = ((*fact.by, ">", *fact.to)) if hasattr(fact, "by") else (*fact.actor, ">", *fact.recipient)
    return f"{getattr(fact, 'kind', None) or fact.type} {' '.join(sides)}"


def _fits(letter: str, wanted: str, fact: Any, content: tuple[int, int] | None) -> bool:
    if letter == "E":
        return _engagement_fits(wanted, fact)
    if letter == "S":
        return _statement_fits(wanted, fact, content)
    kind, sides = wanted.split(" ", 1)
    first, second = (set(re.split("[,+]", side)) - {"-", ""} for side in sides.split(">"))
    if letter == "C":
        second -= first  # the parties to an agreement need not be told again as those it is with
        return fact.kind in kind.split("/") and first <= set(fact.by) and (not second or bool(second & set(fact.to)))
    everyone = {*fact.actor, *fact.recipient}
    either = fact.type in {"CONSULT", "AGREE", "SUPPORT"} and first | second <= everyone
    directed = first <= set(fact.actor) and second <= set(fact.recipient)
    return fact.type in kind.split("/") and (directed or either)


def _engagement_fits(wanted: str, fact: Engagement) -> bool:
    kind, rest = wanted.split(" ", 1)
    parts = GLUED.match(rest)
    assert parts, f"not an engagement: {wanted!r}"
    groups = {"in person" if one in IN_PERSON else one for one in kind.split("/")}
    start = str((fact.when and fact.when.start) or "")
    date, place, parties = parts["date"], parts["place"], set(parts["parties"].split("+")) - {"-"}
    return (
        ("in person" if fact.kind in IN_PERSON else fact.kind) in groups
        and fact.status in (parts["status"] + parts["more"]).split("/")
        and (date == "-" or start.startswith(date))
        and (place == "-" or _same_place(place, fact))
        and (
            not parties or parties == set(fact.parties) or (len(parties) > 2 and len(parties & set(fact.parties)) >= 2)
        )
    )


def _same_place(place: str, fact: Engagement) -> bool:
    named = [name.casefold() for name in (fact.place.name, fact.place.city) if name]
    return any(place.casefold() in name or name in place.casefold() for name in named)


def _statement_fits(wanted: str, fact: Statement, content: tuple[int, int] | None) -> bool:
    party = wanted.rsplit(" ", 1)[1]
    if not any(speaker.country == party for speaker in fact.speakers) or fact.content is None:
        return False
    if content is None:
        return True
    spans = [(fact.content.start, fact.content.end), *((quote.start, quote.end) for quote in fact.quotes)]
    return any(_alike(content, span) >= SAME_CONTENT for span in spans)


def _alike(one: tuple[int, int], two: tuple[int, int]) -> float:
    common = max(0, min(one[1], two[1]) - max(one[0], two[0]))
    return common / max(1, (one[1] - one[0]) + (two[1] - two[0]) - common)
