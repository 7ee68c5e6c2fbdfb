"""The regression gate of CI: no ratio may fall more than SLACK behind the stored one.

A ratio of processor times wavers by some hundredths on a quiet machine and by a tenth on a busy one. So one that is short is
measured again, up to TRIES times, and the best counts: a reader that got slower is slower each time. On another processor
than the stored figures were taken on the ratio itself is another one, and ELSEWHERE is allowed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from timing.records import SHORT, ratio_to_spacy
from timing.start import cold_ratio, start_ratio
from timing.texts import texts_of

SLACK = 0.15
ELSEWHERE = 0.35
TRIES = 3
Measure = Callable[[], float]


def measures(gold: Path) -> Iterator[tuple[str, Measure, bool]]:
    """(row, how it is measured, whether more is better) for all that is checked."""
    for kind, limit in SHORT.items():
        if texts := texts_of(gold, kind, limit):
            yield f"{kind} (short)", lambda texts=texts: ratio_to_spacy(texts, 1), True
    yield "start", start_ratio, False
    yield "cold", lambda: cold_ratio(gold, rounds=2), False


def regressions(
    stored: Mapping[str, float], measured: Iterator[tuple[str, Measure, bool]], slack: float = SLACK
) -> list[str]:
    """A line for each ratio that stays behind by more than the slack; each that was measured is printed."""
    behind = []
    for row, measure, more in measured:
        if row not in stored:
            continue
        reached, within = _best(measure, stored[row], more, slack)
        line = f"{row}: {reached:.3f}, stored {stored[row]:.3f}"
        print(line, flush=True)
        if not within:
            behind.append(line)
    return behind


def _best(measure: Measure, stored: float, more: bool, slack: float) -> tuple[float, bool]:
    """The best of as many tries as it takes to be within the slack, and whether one was."""
    better = max if more else min
    best = measure()
    for _ in range(TRIES - 1):
        if _within(best, stored, more, slack):
            break
        best = better(best, measure())
    return best, _within(best, stored, more, slack)


def _within(reached: float, stored: float, more: bool, slack: float) -> bool:
    return reached >= stored * (1 - slack) if more else reached <= stored * (1 + slack)
