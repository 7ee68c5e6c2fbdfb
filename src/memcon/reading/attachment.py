"""What the parser is known to hang in the wrong place, hung where it belongs.

"Yushchenko said *on Tuesday* he had met Putin at the weekend": without a "that" the model gives the day of the saying to what
was said, and with it a false date to a meeting and a word too many to a statement. "Said in a statement that he *called* the
king": with one it makes what was said a clause on the statement. "They welcome the truce — as agreed in May — and *urge* calm":
what follows the dashes goes on with what stands before them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from memcon.reading.parsed import Line, Word

SAYINGS = frozenset("statement interview speech letter briefing tweet post broadcast conference communique".split())
DASHES = frozenset({"—", "–", "--"})
# Where somebody is told something: "told him *in a call* that he would come".
TALKS = frozenset({"call", "conversation", "talks", "meeting", "message", "letter"})
TELLING = frozenset({"tell", "warn", "inform", "assure", "say", "write", "stress", "promise", "explain"})
MODALS = frozenset({"must", "should", "would", "will"})
DAY, SAYING = frozenset({"on", "late", "early"}), frozenset({"in", "at", "during"})
NUMBERS = frozenset({"Seven", "Eight", "Twenty"})
OBJECTS = frozenset({"dobj", "oprd", "dative"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


def mended(line: Line, days: Sequence[tuple[int, int]] = ()) -> Line:
    """The line with its known mistakes mended; the same object where there are none. `days` are spans in it that name a day."""
    moves = dict(_days_of_saying(line, days))
    said = dict(_said_in_a_statement(line))
    opening = {_that_of(line[place]).i for place in said}
    moves |= said
    moves |= dict(_past_the_dashes(line))
    parted = list(_day_and_name(line, days))
    for phrase, day, name in parted:
        moves |= {day.i: phrase.i, name.i: phrase.head.i}
    swaps = list(_groups_of_states(line))
    for group, noun in swaps:
        moves |= {noun.i: noun.i if group.head is group else group.head.i, group.i: noun.i}
        moves |= {child.i: noun.i for child in group.lefts}
    passives = list(_split_passives(line))
    for was, verb in passives:
        moves |= {child.i: verb.i for child in was.children if child is not verb}
    if not moves:
        return line
    columns = line.columns()
    columns["heads"] = [moves.get(place, head) for place, head in enumerate(columns["heads"])]
    columns["labels"] = [
        "ccomp" if place in said else "mark" if place in opening else label for place, label in enumerate(columns["labels"])
    ]
    for _, day, name in parted:
        columns["labels"][day.i], columns["labels"][name.i] = "pobj", "nsubj"
    for child in (child for was, _ in passives for child in was.children if child.dep_ == "nsubj"):
        columns["labels"][child.i] = "nsubjpass"
    for group, noun in swaps:
        columns["labels"][noun.i], columns["labels"][group.i] = group.dep_, "compound"
    columns["tags"] = ["IN" if place in opening else tag for place, tag in enumerate(columns["tags"])]
    return Line(**columns)


def _split_passives(line: Line) -> Iterator[tuple[Word, Word]]:
    """ ("was", "cancelled") of "the visit *was* on Friday *cancelled*", where the model leaves the subject with "was"."""
    for was in line:
        verb = was.head
        if was.dep_ == "auxpass" and verb.i > was.i + 1 and any(child.dep_ == "nsubj" for child in was.lefts):
            yield was, verb


def _day_and_name(line: Line, days: Sequence[tuple[int, int]]) -> Iterator[tuple[Word, Word, Word]]:
    """ ("On", "Saturday", "Li") of "On Saturday Li handed over a letter", where the model takes day and name for one."""
    for phrase in line:
        verb = phrase.head
        if phrase.lower_ != "on" or phrase.i + 1 >= len(line) or verb.pos_ != "VERB" or verb.i < phrase.i:
            continue
        day = line[phrase.i + 1]
        name = day.head
        joined = day.dep_ == "compound" and day.i < name.i < verb.i and _is_day(day, days)
        acts = not phrase.children and name.head is verb and name.dep_ == "nsubj"  # or the name for who acts, the day in it
        hung = name.head is phrase and name.dep_ == "pobj" and not any(child.dep_ in SUBJECTS for child in verb.children)
        if joined and (acts or hung):
            yield phrase, day, name


def _groups_of_states(line: Line) -> Iterator[tuple[Word, Word]]:
    """ ("Group", "summit") of "attend the Group of 20 summit", which the model reads as the group of a summit."""
    for of in line:
        group, place = of.head, of.i + 2
        if of.lower_ != "of" or group.text != "Group" or group.i != of.i - 1 or place >= len(line):
            continue
        number, noun = line[of.i + 1], line[place]
        named = number.text.isdigit() or number.text in NUMBERS
        if named and noun.head is of and noun.pos_ == "NOUN" and noun.dep_ == "pobj":
            yield group, noun


def _said_in_a_statement(line: Line) -> Iterator[tuple[int, int]]:
    """(clause, verb) where a clause with "that" and a subject of its own hangs on the "statement" of "said in a statement"."""
    for clause in line:
        noun = clause.head
        if clause.dep_ not in {"acl", "relcl"} or noun.lower_ not in SAYINGS | TALKS:
            continue
        if noun.dep_ != "pobj" or clause.i < noun.i:
            continue
        acts = any(child.dep_ in SUBJECTS and child.tag_ not in {"WDT", "WP"} for child in clause.lefts)
        verb = noun.head.head
        told = noun.lower_ in SAYINGS or verb.lemma_ in TELLING
        if _that_of(clause) is not clause and acts and told and noun.head.lower_ in SAYING and verb.i < noun.i:
            yield clause.i, verb.i


def _that_of(clause: Word) -> Word:
    """The "that" which opens what is said; the clause's own word where none does. With an object of the clause's own the
    "that" is none: "said in a statement *that* he had met *the king*"."""
    own = any(child.dep_ in OBJECTS for child in clause.rights) or any(
        child.dep_ == "auxpass" or child.lower_ in MODALS for child in clause.lefts
    )
    opening = (child for child in clause.lefts if child.lower_ == "that")
    return next((child for child in opening if child.dep_ == "mark" or (child.dep_ == "dobj" and own)), clause)


def _past_the_dashes(line: Line) -> Iterator[tuple[int, int]]:
    """(word, verb) where what is joined behind a pair of dashes hangs on what stands between them."""
    dashes = [word.i for word in line if word.text in DASHES]
    for opening, closing in pairwise(dashes):
        for joined in line[closing + 1 :]:
            inside = joined.head
            if joined.dep_ != "conj" or joined.pos_ != "VERB" or not opening < inside.i < closing:
                continue
            verb = next((above for above in inside.ancestors if above.i < opening), None)
            if verb is not None and verb.pos_ == "VERB":
                yield joined.i, verb.i
                yield from ((word.i, verb.i) for word in inside.rights if word.dep_ == "cc" and closing < word.i < joined.i)


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
