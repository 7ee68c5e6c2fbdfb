"""What a reader of facts returns: the facts, and what it saw and did not accept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from memcon.record import HeldBack

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """Facts in text order with their final ids (e1, e2, …; s1, …), and what was held back with the reason."""

    facts: tuple[T, ...] = ()
    held_back: tuple[HeldBack, ...] = ()
