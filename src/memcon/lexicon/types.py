"""The lexicon's predicates as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from memcon.lexicon.sections import CommitmentSignal, EngagementSignal, EventSignal, SpeechSignal

PartOfSpeech = Literal["verb", "noun"]
SECTIONS = ("engagement", "speech", "commitment", "event")


@dataclass(frozen=True, kw_only=True)
class Predicate:
    """A verb or noun of diplomacy and the facts it signals.

    `lemma` may have several words ("hold talks", "speak by phone", "call off"). `frame` tells apart entries of one
    lemma and part of speech ("call" by phone, "call" for talks); it is only a label. Examples are marked-up sentences
    (docs/lexicon.md). `off` takes a built-in entry away. `source` is file:line."""

    lemma: str
    pos: PartOfSpeech
    frame: str = ""
    engagement: EngagementSignal | None = None
    speech: SpeechSignal | None = None
    commitment: CommitmentSignal | None = None
    event: EventSignal | None = None
    positive: tuple[str, ...] = ()
    negated: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    off: bool = False
    source: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What a user's own entry must share to replace this one."""
        return self.lemma, self.pos, self.frame

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The lemma's words."""
        return tuple(self.lemma.split())

    @cached_property
    def head(self) -> str:
        """The word that inflects: a verb phrase's first ("hold" talks), a noun's last or before "of" (phone "call")."""
        words = self.words
        if self.pos == "verb":
            return words[0]
        return words[words.index("of") - 1] if "of" in words[1:] else words[-1]

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """Names of the sections it has."""
        return tuple(name for name in SECTIONS if getattr(self, name) is not None)
