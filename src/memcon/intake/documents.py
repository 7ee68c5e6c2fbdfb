"""Make a Document of one text: its shadow, its blocks, its language and its date."""

from __future__ import annotations

import dataclasses
import datetime
import re

from memcon.document import Block, Document
from memcon.errors import EmptyInput, InputError, TooLarge
from memcon.intake.datelines import find_datelines
from memcon.intake.dates import parse_date
from memcon.intake.language import find_language
from memcon.intake.layout import find_blocks
from memcon.intake.masking import mask
from memcon.intake.paragraphs import split_paragraphs
from memcon.intake.quotes import unify_quotes
from memcon.record import Basis, Published

__all__ = ["MAX_CHARACTERS", "document", "shadow_of"]

NEAR_DAYS = 45  # a dateline without a year that stands farther from the given date is of something else
MAX_CHARACTERS = 20_000_000  # and bytes of a file: a larger text is a mistake, or a collection in want of splitting

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def document(
    text: str,
    *,
    published: str | datetime.date | None = None,
    title: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    input_id: str | None = None,
    basis: Basis = "given",
    fallback: str | datetime.date | None = None,
    warnings: tuple[str, ...] = (),
) -> Document:
    """One text as a Document; `text` stays as it is, code point for code point.

    `published` is this text's own date and wins; then comes a dateline or header with day, month and year; then
    `fallback` (which also gives a dateline its year). `basis` says how `published` is known. Lone surrogates, which
    no encoding can hold, become U+FFFD.
    Raises EmptyInput, TooLarge (20 million characters or more), InputError for a date that is none."""
    if len(text) >= MAX_CHARACTERS:
        raise TooLarge(f"{len(text):,} characters; the limit is {MAX_CHARACTERS:,}. Split the text into its documents.")
    if not text.strip("\ufeff\x00 \t\r\n\v\f"):
        raise EmptyInput("there is no text in it")
    if _LONE_SURROGATE.search(text):
        text = _LONE_SURROGATE.sub("\ufffd", text)
        warnings += ("lone surrogates in the text were replaced with U+FFFD",)
    shadow = shadow_of(text)
    blocks = find_blocks(shadow, title=title)
    made = Document(
        text=text,
        shadow=_unwrapped(shadow, blocks),
        blocks=blocks,
        input_id=input_id,
        url=url or None,
        title=title or None,
        outlet=outlet or None,
        language=find_language(_story(shadow, blocks)),
        warnings=warnings,
    )
    return dataclasses.replace(made, published=_published(made, published, basis, fallback))


def shadow_of(text: str) -> str:
    """What reading sees of a text: invisible and broken characters masked, quotation marks unified; same length."""
    masked = mask(text)
    parts: list[str] = []
    reached = 0
    for start, end in split_paragraphs(masked):
        parts += (masked[reached:start], unify_quotes(masked[start:end]))
        reached = end
    return "".join((*parts, masked[reached:]))


def _unwrapped(shadow: str, blocks: tuple[Block, ...]) -> str:
    """The shadow with line ends inside a block as spaces: there they mean nothing."""
    parts: list[str] = []
    reached = 0
    for block in blocks:
        parts += (shadow[reached : block.start], shadow[block.start : block.end].replace("\n", " "))
        reached = block.end
    return "".join((*parts, shadow[reached:]))


def _story(shadow: str, blocks: tuple[Block, ...]) -> str:
    """What to tell the language by: the paragraphs, or all where there are none."""
    story = "\n".join(shadow[block.start : block.end] for block in blocks if block.kind == "paragraph")
    return story or shadow


def _published(
    made: Document, published: str | datetime.date | None, basis: Basis, fallback: str | datetime.date | None
) -> Published:
    if published is not None:
        return Published(date=_checked_date(published), basis=basis)
    date = Published(date=_checked_date(fallback), basis="given") if fallback is not None else Published()
    near = dataclasses.replace(made, published=date)
    datelines = find_datelines(near)
    for dateline in sorted(datelines, key=lambda found: found.city is None):  # a page's own date line has no city
        if dateline.date and (dateline.has_year or _days_apart(dateline.date, date.date) <= NEAR_DAYS):
            return Published(date=dateline.date, basis="dateline")
    return date


def _days_apart(one: str, other: str | None) -> int:
    distance = datetime.date.fromisoformat(one) - datetime.date.fromisoformat(other or one)
    return abs(distance.days)


def _checked_date(date: str | datetime.date) -> str:
    if isinstance(date, datetime.date):
        return date.isoformat()[:10]
    parsed = parse_date(date)
    if parsed is None:
        raise InputError(f"{date!r} is no date; write it like 2023-06-19")
    return parsed
