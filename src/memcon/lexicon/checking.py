"""Checks over the whole lexicon that no single entry can make: examples there and well marked, names that refer."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.lexicon.examples import POLARITIES
from memcon.lexicon.loading import Lexicon
from memcon.lexicon.markup import parse_example
from memcon.lexicon.types import Predicate


def problems(lexicon: Lexicon) -> Iterator[str]:
    """What is wrong, one line each with file and line: what would mislead a reader or leave a word unproved."""
    for predicate in lexicon.predicates:
        yield from (f"{predicate.source}: {problem}" for problem in _predicate_problems(predicate, lexicon))
    yield from _broken_references(lexicon)


def unproved(lexicon: Lexicon) -> tuple[Predicate, ...]:
    """Predicates that lack a positive, a negated or a planned example."""
    return tuple(p for p in lexicon.predicates if not all(getattr(p, polarity) for polarity in POLARITIES))


def _predicate_problems(predicate: Predicate, lexicon: Lexicon) -> Iterator[str]:
    if predicate.lemma != predicate.lemma.lower():
        yield f"lemma {predicate.lemma!r} must be in lower case"
    for polarity in POLARITIES:
        for marked in getattr(predicate, polarity):
            yield from _example_problems(predicate, polarity, marked)
    event = predicate.event
    if event and event.mode and event.mode not in lexicon.plover_type(event.type).modes:
        known = ", ".join(lexicon.plover_type(event.type).modes) or "none"
        yield f"{event.type} has no mode {event.mode!r}; it has {known}"
    if event and event.cameo and lexicon.cameo_code(event.cameo) is None:
        yield f"{event.cameo!r} is no CAMEO code"


def _example_problems(predicate: Predicate, polarity: str, marked: str) -> Iterator[str]:
    try:
        example = parse_example(marked)
    except ValueError as error:
        yield f"{polarity} example: {error}"
        return
    if not example.triggers:
        yield f"{polarity} example has no {{trigger}}: {marked}"
    if not example.actors:
        yield f"{polarity} example has no [actor|PARTY]: {marked}"


def _broken_references(lexicon: Lexicon) -> Iterator[str]:
    known = {issue.id for issue in lexicon.issues}
    for issue in lexicon.issues:
        if issue.parent and issue.parent not in known:
            yield f"{issue.source}: {issue.id}: there is no issue {issue.parent!r} to be its parent"
        if len(issue.near) not in {0, 2}:
            yield f"{issue.source}: {issue.id}: near takes two lists, not {len(issue.near)}"
    for context in lexicon.contexts:
        for name in context.issues:
            if name not in known:
                yield f"{context.source}: {context.id}: there is no issue {name!r}"
