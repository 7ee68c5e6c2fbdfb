"""What a draft asserts of others' words: each quotation, and each attributed claim without one, with its speaker and day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from memcon.desk.verify.words import Senses, Words, pieces_of, words_in
from memcon.document import Document
from memcon.knowledge.folding import fold
from memcon.reading.quotations import Quotation, find_quotations
from memcon.reading.sentences import Sentence, find_sentences
from memcon.record import Record, Speaker, Statement, When

LEAST_CLAIM = 4  # words that say something, of a claim worth looking for

NEAR = 120  # characters before a quotation in which its speaker is looked for
_NAME = r"(?P<name>[A-Z][^\s“”\n,]*(?: [^\s“”,;:\n]+){{0,6}}?)"
MARK = "“"
_QUOTED = re.compile(r"“[^“”]*(?:”|$)|^[^“”]*”")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*(?:'s\b)?")
_NICKNAME = re.compile(r"(?<=[a-z] )“[A-Z][^\W\d_]*,?”(?= [A-Z])")  # Ana “Red” Carver: no words of anybody
_SAID_AFTER = rf"[\s,.]*{_NAME}(?:,(?P<more>[^“”\n]{{{{1,300}}}}?))?,? (?:{{verbs}})\b(?=[^a-z]|$)"
_SAID_BEFORE = rf"(?:^|[.!?]\s+|\n|, ){_NAME}(?P<more>),? (?:{{verbs}})[,:]?\s*$"
_AFTER = re.compile(r"[”'\"\s]*[.,!?]?")


@dataclass(frozen=True)
class Claim:
    """A quotation [start, end) of the draft's text without its marks, or the content of a statement.

    `unread`: somebody seems to be given the words whom memcon can't make out. `before` is what its sentence has before it;
    `shown` the words with what stands right after the closing mark; `outside` the words of its paragraph that are in no
    quotation, as `outside_marks` gives them, `beside` those of its sentence."""

    kind: str
    start: int
    end: int
    exact: str
    words: Words
    pieces: tuple[Words, ...]
    speakers: tuple[Speaker, ...] = ()
    relays: tuple[Speaker, ...] = ()
    when: When | None = None
    before: str = ""
    shown: str = ""
    outside: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    unread: bool = False


def find_claims(document: Document, record: Record, senses: Senses) -> tuple[Claim, ...]:
    """All quotations of a draft, and all attributed speech without any, in text order."""
    sentences = find_sentences(document)
    quotations = find_quotations(document)
    found = [_quoted(document, record, each, sentences, senses) for each in quotations]
    found += [
        _told(document, each, sentences)
        for each in record.statements
        if each.kind == "indirect" and each.cue and each.cue.sense == "speech" and not _overlaps(each, quotations)
    ]
    said = [claim for claim in found if len(claim.words)]
    enough = [
        claim for claim in said
        if claim.kind == "quotation" or sum(form not in senses.light for form in claim.words.forms) >= LEAST_CLAIM
    ]  # fmt: skip
    return tuple(sorted(enough, key=lambda claim: (claim.start, claim.end)))


def _overlaps(statement: Statement, quotations: tuple[Quotation, ...]) -> bool:
    content = statement.content
    return any(each.start < content.end and each.end > content.start for each in quotations)


def _quoted(document: Document, record: Record, quotation: Quotation, sentences: tuple[Sentence, ...], senses: Senses) -> Claim:
    start, end = quotation.inner_start, quotation.inner_end
    statement = statement_over(record, start, end)
    speakers = _speakers(document, statement, quotation, senses)
    after = _AFTER.match(document.shadow, end)
    return Claim(
        kind="quotation",
        start=start,
        end=end,
        exact=document.text[start:end],
        words=words_in(document.shadow, start, end),
        pieces=tuple(pieces_of(document.shadow, start, end)),
        speakers=speakers,
        relays=statement.relayed_by if statement else (),
        when=statement.when if statement else None,
        before=document.shadow[_sentence_start(sentences, start) : start],
        shown=document.shadow[start : after.end() if after else end],
        outside=outside_marks(document, start),
        beside=_beside(document, sentences, start, end),
        unread=not speakers and names_unread(document, sentences, quotation, senses),
    )


def _speakers(document: Document, statement: Statement | None, quotation: Quotation, senses: Senses) -> tuple[Speaker, ...]:
    """The statement's speakers; who is named beside the quotation where they have no name and are no pronoun."""
    read = statement.speakers if statement else ()
    named = any(_has_capital(each.name or each.exact) or each.exact.casefold() in senses.pronouns for each in read)
    return read if named else (named_beside(document, quotation, senses) or read)


def _has_capital(text: str) -> bool:
    return any(word[:1].isupper() for word in text.split())


def named_beside(document: Document, quotation: Quotation, senses: Senses) -> tuple[Speaker, ...]:
    """Who stands with a word of saying right after a quotation ("…” Pence said.") or right before it ("Pence said: “…")."""
    said_after, said_before = _saying(senses.said_words)
    plain = _without_nicknames(document.shadow)
    after = said_after.match(plain, quotation.end)
    before = said_before.search(plain, max(0, quotation.start - NEAR), quotation.start)
    for found in (after, before):
        if found:
            start, end = found.span("name" if _names_somebody(found["name"]) or not found["more"] else "more")
            start += len(document.text[start:end]) - len(document.text[start:end].lstrip())
            return (Speaker(start=start, end=end, exact=document.text[start:end]),)
    return ()


def _without_nicknames(shadow: str) -> str:
    """The text with the marks around “Red” in Ana “Red” Carver as spaces."""
    return _NICKNAME.sub(lambda found: f" {found.group()[1:-1]} ", shadow)


@lru_cache(maxsize=8)
def _saying(said_words: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    verbs = "|".join(sorted(said_words))
    return re.compile(_SAID_AFTER.format(verbs=verbs)), re.compile(_SAID_BEFORE.format(verbs=verbs))


def _names_somebody(text: str) -> bool:
    """Has it a name that owns nothing? "Petrenko's niece" is somebody else."""
    return any(word[:1].isupper() and not word.endswith("'s") for word in text.split())


def names_unread(document: Document, sentences: tuple[Sentence, ...], quotation: Quotation, senses: Senses) -> bool:
    """Does the sentence of a quotation have a word of saying and a name outside of it, whosever they are?"""
    words = _beside(document, sentences, quotation.inner_start, quotation.inner_end)
    return bool(senses.said_words & set(words)) and any(
        word[:1].isupper() and word.casefold() not in senses.titles | senses.pronouns for word in words
    )


def _told(document: Document, statement: Statement, sentences: tuple[Sentence, ...]) -> Claim:
    start, end = statement.content.start, statement.content.end
    words = words_in(document.shadow, start, end)
    return Claim(
        kind="claim",
        start=start,
        end=end,
        exact=document.text[start:end],
        words=words,
        pieces=(words,),
        speakers=statement.speakers,
        relays=statement.relayed_by,
        when=statement.when,
        before=document.shadow[_sentence_start(sentences, start) : start],
        shown=document.shadow[start:end],
        outside=outside_marks(document, start),
        beside=_beside(document, sentences, start, end),
    )


def statement_over(record: Record, start: int, end: int) -> Statement | None:
    """The innermost statement that a stretch belongs to: the one with the least content over at least half of it."""
    over = statements_over(record, start, end)
    return min(over, key=lambda each: each.content.end - each.content.start, default=None)


def statements_over(record: Record, start: int, end: int) -> list[Statement]:
    """All statements whose content has at least half of a stretch."""
    return [each for each in record.statements if _shared(each, start, end) * 2 >= end - start]


def _shared(statement: Statement, start: int, end: int) -> int:
    spans = statement.content.parts or (statement.content,)
    return sum(max(0, min(span.end, end) - max(span.start, start)) for span in spans)


def _beside(document: Document, sentences: tuple[Sentence, ...], start: int, end: int) -> tuple[str, ...]:
    over = [each for each in sentences if each.start < end and each.end > start]
    return outside_marks(document, over[0].start, over[-1].end) if over else ()


def _sentence_start(sentences: tuple[Sentence, ...], offset: int) -> int:
    return max((each.start for each in sentences if each.start <= offset), default=0)


def outside_marks(document: Document, offset: int, end: int | None = None) -> tuple[str, ...]:
    """The words in no quotation of the line around an offset, or of [offset, end); a MARK where a quotation stands."""
    if end is None:
        begin = document.shadow.rfind("\n", 0, offset) + 1
        close = document.shadow.find("\n", offset)
        end = close if close >= 0 else len(document.shadow)
    else:
        begin = offset
    found: list[str] = []
    for part in _QUOTED.split(_without_nicknames(document.shadow[begin:end])):
        found += [*_WORD.findall(fold(part)), MARK]
    return tuple(found[:-1])
