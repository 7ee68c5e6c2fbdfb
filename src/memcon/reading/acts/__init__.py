"""Acts: the predicates on the main line of a sentence, how they are meant, and the parties of their arguments.

Commitments and events both read these. `mainline` decides what is the news and what is only background; `roles` turns
an argument into parties; `matching` picks the lexicon entry that fits a predicate's object."""

from memcon.reading.acts.mainline import Clause, Mood, clauses_of
from memcon.reading.acts.matching import Act, acts_of
from memcon.reading.acts.roles import Side, side_of
from memcon.reading.acts.sides import (
    addressed,
    affected,
    are_official,
    doers,
    is_domestic_conflict,
    is_official,
    is_own,
    lately_named,
    speakers_of,
)

__all__ = [
    "Act",
    "Clause",
    "Mood",
    "Side",
    "acts_of",
    "addressed",
    "affected",
    "are_official",
    "clauses_of",
    "doers",
    "is_domestic_conflict",
    "is_official",
    "is_own",
    "lately_named",
    "side_of",
    "speakers_of",
]
