"""Where the name of a speaker stands in a line: beside a word of saying, beside a quotation, or merely near."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from memcon.desk.verify.claims import MARK, outside_marks
from memcon.desk.verify.matching import Match
from memcon.desk.verify.names import NAME_WORD, names_of
from memcon.desk.verify.words import Senses
from memcon.knowledge.folding import fold
from memcon.record import Speaker

BESIDE = 4  # words between a name and the word of saying, or the quotation
CLOSE = 2  # the same, where the source's reading names another who stands beside
SIGNED = 8  # words after a quotation that may be no more than its signature


def stands_beside(speakers: Iterable[Speaker], outside: Sequence[str], senses: Senses, within: int = BESIDE) -> bool:
    """Does a speaker's last name stand beside a word of saying, or right beside a quotation?"""
    words = [word.casefold() for word in outside]
    reach = {  # how far to the right a word of saying has its speaker: one of telling has whom it tells there
        index: 0 if word in senses.addressing_words else within for index, word in enumerate(words) if word in senses.said_words
    }
    marks = [index for index, word in enumerate(words) if word == MARK]
    last_names = {name for speaker in speakers for name in names_of(speaker, senses)[-1:]}
    return any(
        any(-within <= index - verb <= right for verb, right in reach.items())
        or any(0 < index - mark <= within for mark in marks)
        for index, word in enumerate(words)
        if word in last_names
    )


def leads_to_mark(speakers: Iterable[Speaker], outside: Sequence[str], senses: Senses) -> bool:
    """Does a speaker's last name stand right before a quotation ("…, including Romney -- “…") with no word of saying before it,
    which would make it the one who was told?"""
    words = [word.casefold() for word in outside]
    last_names = {name for speaker in speakers for name in names_of(speaker, senses)[-1:]}
    names_before = [number for number, word in enumerate(words) if word == MARK and number and words[number - 1] in last_names]
    return any(not senses.said_words & set(words[max(0, number - 5) : number]) for number in names_before)


def stands_in(speakers: Iterable[Speaker], words: Sequence[str], senses: Senses) -> bool:
    """Does a speaker's last name stand among the words?"""
    found = {word.casefold() for word in words}
    return any(name in found for speaker in speakers for name in names_of(speaker, senses)[-1:])


def words_around(match: Match) -> tuple[str, ...]:
    """The words outside quotation marks in the sentences that the match lies in, and in the few that follow its quotation
    up to the next; of sentences with no such words those of the line so far, or what follows."""
    document = match.place.source.document
    over = [each for each in match.place.sentences if each.start < match.end and each.end > match.start]
    start, end = (over[0].start, over[-1].end) if over else (match.start, match.end)
    rest = _rest(match, end)
    words = outside_marks(document, start, end)
    if len(rest) <= SIGNED:
        words = (*words, *rest)
    if any(word != MARK for word in words):
        return words
    so_far = outside_marks(document, document.shadow.rfind("\n", 0, start) + 1, end)
    return so_far if any(word != MARK for word in so_far) else (MARK, *rest)


def _rest(match: Match, end: int) -> tuple[str, ...]:
    """The words of the line from `end` on, or from where the match's quotation ends, up to the next quotation."""
    document = match.place.source.document
    groups = match.place.groups
    after = max(end, groups[match.group][1] + 1) if match.group is not None else end
    line_end = document.shadow.find("\n", end)
    line_end = line_end if line_end >= 0 else len(document.shadow)
    words = outside_marks(document, after, line_end) if after < line_end else ()
    words = words[1:] if words[:1] == (MARK,) else words  # of the quotation itself, which another stands in
    return words[: words.index(MARK)] if MARK in words else words


def words_near(match: Match) -> list[str]:
    """All words of the line that the match stands in, and those in no quotation of the line before it."""
    shadow = match.place.source.document.shadow
    begin, end = shadow.rfind("\n", 0, match.start) + 1, shadow.find("\n", match.end)
    words = NAME_WORD.findall(fold(shadow[begin : end if end >= 0 else len(shadow)]))
    before = shadow[:begin].rstrip()
    return [*words, *outside_marks(match.place.source.document, len(before) - 1)] if before else words


def without_owners(words: Sequence[str], senses: Senses) -> tuple[str, ...]:
    """The words without the names of those whose people stand there: "Petrenko's niece" is not Petrenko."""
    kept = []
    for number, word in enumerate(words):
        name = word.removesuffix("'s")
        if name == word or not senses.ones_people & {each.casefold() for each in words[number + 1 : number + 1 + CLOSE]}:
            kept.append(name)
    return tuple(kept)


def distance_to_saying(speakers: Iterable[Speaker], words: Sequence[str], senses: Senses) -> int | None:
    """Words between a speaker's last name and a word of saying next to it, with nothing but names and titles between.

    None where there is none. A name after a preposition ("of the Security Council, said …") is nobody's subject, nor is
    one after a word of telling ("told Petrenko")."""
    names = {found[-1]: found for found in (names_of(speaker, senses) for speaker in speakers) if found}
    found = []
    for index, word in enumerate(words):
        if word.casefold() not in names or not word[:1].isupper():
            continue
        own, first = senses.titles | set(names[word.casefold()]), index
        while first and words[first - 1][:1].isupper() and words[first - 1].casefold() in own:
            first -= 1
        before = words[first - 1].casefold() if first else ""
        before = words[first - 2].casefold() if before == "the" and first > 1 else before
        if index + 1 < len(words) and words[index + 1].casefold() in senses.said_words and before not in senses.prepositions:
            found.append(1)
        if before in senses.said_words - senses.addressing_words:
            found.append(index - first + 1)
    return min(found, default=None)
