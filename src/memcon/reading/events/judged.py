"""Blame and praise that a judgement says: "called the decision *a setback*", "described Chad as *a reliable partner*"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from memcon.lexicon import Lexicon
from memcon.reading import syntax
from memcon.reading.acts import Clause, Side, lately_named, side_of
from memcon.reading.acts.sides import nearest_before
from memcon.reading.analysis import Analysis
from memcon.reading.events.drafts import Draft
from memcon.reading.events.implied import named
from memcon.reading.parsing import Parse
from memcon.record import EventType

JUDGED = 0.6
# By the words of `judgements.toml`: type, mode and CAMEO code.
CODINGS: dict[str, tuple[EventType, str | None, str]] = {
    "words": ("ACCUSE", "disapprove", "111"), "praise": ("SUPPORT", None, "051"),
}  # fmt: skip
POINTING = frozenset({"it", "this", "that", "these", "those", "them"})


def judged(analysis: Analysis, parse: Parse, clauses: tuple[Clause, ...]) -> Iterator[Draft]:
    """ACCUSE for each clause that calls another party's deed something bad, SUPPORT for one that calls a party good."""
    calling = analysis.lexicon.table("judgements")["calling"]
    yield from _predicated(analysis, parse, clauses)
    for clause in clauses:
        verb = clause.token
        if verb.lemma_.lower() not in calling or clause.mood != "held" or syntax.is_passive(verb):
            continue
        actor = side_of(analysis, parse, *syntax.subjects(verb))
        for words, coding in CODINGS.items() if actor else ():
            found = _pattern(analysis.lexicon, words).search(analysis.shadow, parse.ends(verb), parse.ends(verb.right_edge))
            if found is None:
                continue
            target = _target(analysis, parse, clause, actor, found.start())
            foreign = tuple(party for party in target.parties if party not in actor.parties)
            behind = words == "praise" and all(start > found.start() for start, _ in target.spans)
            if foreign and not behind:  # "called *a friend of Chad*": nobody is called so
                yield _draft(analysis, parse, coding, actor, Side(foreign, target.spans), (parse.begins(verb), found.end()))
                break


def _predicated(analysis: Analysis, parse: Parse, clauses: tuple[Clause, ...]) -> Iterator[Draft]:
    """ "said that *the raid by Chad was unacceptable*": what somebody says of another party's deed."""
    for clause in clauses:
        verb = clause.token
        if clause.reporter is None or verb.lemma_ != "be" or clause.mood != "held":
            continue
        judgements = [child for child in verb.children if child.dep_ in {"acomp", "attr"} and child.i > verb.i]
        words = [analysis.shadow[parse.begins(item.left_edge) : parse.ends(item)].lower() for item in judgements]
        if not any(_pattern(analysis.lexicon, "words").fullmatch(each) for each in words):
            continue
        actor = side_of(analysis, parse, *syntax.subjects(clause.reporter))
        target = side_of(analysis, parse, *syntax.subjects(verb), near=True, without=actor)
        foreign = tuple(party for party in target.parties if party not in actor.parties)
        if actor and foreign:
            span = (parse.begins(verb), parse.ends(judgements[0]))
            yield _draft(analysis, parse, CODINGS["words"], actor, Side(foreign, target.spans), span)


def _target(analysis: Analysis, parse: Parse, clause: Clause, actor: Side, judgement: int) -> Side:
    """Whose deed it is: named between verb and judgement, or before, where the deed is only "it"."""
    verb = clause.token
    named = [child for child in verb.children if child.dep_ in {"dobj", "oprd", "ccomp"}]
    heads = [item for child in named for item in (syntax.subjects(child) if child.dep_ == "ccomp" else [child])]
    side = side_of(analysis, parse, *heads, near=True, without=actor)
    if set(side.parties) - set(actor.parties):
        return side
    if any(m.parties and m.kind != "pronoun" for m in analysis.mentions_in(parse.ends(verb), judgement)):
        return Side()
    words = {token.lower_ for token in parse.doc if parse.ends(verb) <= parse.begins(token) < judgement}
    if words & POINTING:
        return nearest_before(analysis, parse, parse.begins(verb), actor)
    return lately_named(analysis, parse, actor) if "the" in words else Side()


def _draft(
    analysis: Analysis,
    parse: Parse,
    coding: tuple[EventType, str | None, str],
    actor: Side,
    target: Side,
    words: tuple[int, int],
) -> Draft:
    return Draft(
        type=coding[0],
        mode=coding[1],
        cameo=coding[2],
        actor=actor.parties,
        recipient=target.parties,
        evidence=(
            analysis.evidence(*words, "type"),
            *named(analysis, actor, "actor"),
            *named(analysis, target, "recipient"),
        ),
        start=parse.start,
        end=parse.end,
        rule="judged",
        confidence=JUDGED,
    )


@lru_cache(maxsize=8)
def _pattern(lexicon: Lexicon, kind: str) -> re.Pattern[str]:
    words = sorted(lexicon.table("judgements")[kind], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE)
