"""The document: one text with its title, outlet, address and publication date, made by intake and read by reading."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from memcon.record import Published

BlockKind = Literal[
    "paragraph",    # the story
    "headline",     # a title line inside the text
    "heading",      # a section heading
    "dateline",     # "BEIJING, June 19 (AP) —": the stretch before the story starts in its first paragraph
    "caption",      # a picture's words
    "credit",       # "Leah Roe / Wire Photo", also when run into a caption or a paragraph
    "byline",       # "By A. Writer"; "X contributed to this report"
    "embed",        # a tweet or post set into the text
    "boilerplate",  # subscribe, read more, about the ministry
    "question",     # a reporter's question in a transcript
    "speaker",      # "MR. MILLER:" in a transcript
]  # fmt: skip
STORY: frozenset[BlockKind] = frozenset({"paragraph", "headline", "heading", "question"})


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the document [start, end) of one layout kind. Blocks stand in text order and do not overlap."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Document:
    """One text. All offsets anywhere in memcon are code points of `text`.

    `text` is what was given (plain text, JSONL) or what was extracted (HTML, PDF); nothing ever moves in it.
    `shadow` has the same length: quotation marks unified to “ ” and ' , mojibake and invisible characters masked with
    a space or their likely letter, so that reading sees clean text at the same offsets.
    """

    text: str
    shadow: str
    blocks: tuple[Block, ...] = ()
    input_id: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: Published = Published()
    warnings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.text) != len(self.shadow):
            raise ValueError(f"the shadow has {len(self.shadow)} characters, the text {len(self.text)}")

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """What a stretch of the shadow stands for in the text.

        The same, but where the shadow holds a shorter form of a word or mark ("SÃ¡nchez", '' as one mark): there the
        room left over, spaces in the shadow alone, belongs to it. Invisible characters at the edges do not."""
        text, shadow = self.text, self.shadow
        first, last = start, end
        while first > 0 and shadow[first - 1] == " " and not text[first - 1].isspace():
            first -= 1
        while last < len(text) and shadow[last] == " " and not text[last].isspace():
            last += 1
        while first < start and not text[first].isprintable():
            first += 1
        while last > end and not text[last - 1].isprintable():
            last -= 1
        return first, last

    @property
    def id(self) -> str:
        """`sha256:` and the hash of the text."""
        return "sha256:" + hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
