"""What the parser is known to hang in the wrong place, hung where it belongs.

"Yushchenko said *on Tuesday* he had met Putin at the weekend": without a "that" the model gives the day of the saying to what
was said, and with it a false date to a meeting and a word too many to a statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.reading.parsed import Line, Word

SAYINGS = frozenset("statement interview speech letter briefing tweet post broadcast conference communique".split())
DAY, SAYING = frozenset({"on", "late", "early"}), frozenset({"in", "at", "during"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


def mended(line: Line, days: Sequence[tuple[int, int]] = ()) -> Line:
    """The line with its known mistakes mended; the same object where there are none. `days` are spans in it that name a day."""
    moves = dict(_days_of_saying(line, days))
    if not moves:
        return line
    columns = line.columns()
    columns["heads"] = [moves.get(place, head) for place, head in enumerate(columns["heads"])]
    return Line(**columns)


def _days_of_saying(line: Line, days: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """(phrase, verb) where what stands right behind a verb of saying hangs on the clause that was said."""
    for clause in line:
        verb = clause.head
        if clause.dep_ != "ccomp" or verb.i >= clause.i or verb.pos_ != "VERB":
            continue
        subject = next((child for child in clause.lefts if child.dep_ in SUBJECTS), None)
        if subject is None or subject.i < verb.i:
            continue
        yield from ((phrase.i, verb.i) for phrase in _between(verb, clause, subject, days))


def _between(verb: Word, clause: Word, subject: Word, days: Sequence[tuple[int, int]]) -> list[Word]:
    """The clause's own phrases that fill the words from the verb to the subject; none where something else stands there."""
    before = [child.right_edge.i for child in verb.rights if child.right_edge.i < subject.left_edge.i and child is not clause]
    place, phrases = max(before, default=verb.i) + 1, []
    for phrase in clause.lefts:
        if phrase.left_edge.i == place and phrase.right_edge.i < subject.left_edge.i and _tells_of_saying(phrase, days):
            phrases.append(phrase)
            place = phrase.right_edge.i + 1
    return phrases if place == subject.left_edge.i else []


def _tells_of_saying(phrase: Word, days: Sequence[tuple[int, int]]) -> bool:
    """ "on Tuesday", "late on Monday night", "on May 5", "yesterday", "in a statement"."""
    if phrase.dep_ == "npadvmod":
        return _is_day(phrase, days)
    nouns = [child for child in phrase.rights if child.dep_ == "pobj"]
    if phrase.dep_ != "prep" or len(nouns) != 1:
        return False
    if phrase.lower_ in DAY:
        return _is_day(nouns[0], days)
    return phrase.lower_ in SAYING and nouns[0].lower_ in SAYINGS


def _is_day(noun: Word, days: Sequence[tuple[int, int]]) -> bool:
    return any(start <= noun.idx < end for start, end in days)
