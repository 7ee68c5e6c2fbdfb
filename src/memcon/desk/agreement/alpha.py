"""Krippendorff's alpha for nominal data, and F1."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence


def nominal_alpha(units: Iterable[Sequence[Hashable | None]]) -> float | None:
    """Krippendorff's alpha for nominal values: 1 is perfect agreement, 0 what chance gives.

    Each unit has the value that each rater gave it, None where one gave none. None where fewer than two raters rated any
    unit; 1.0 where nothing varies. By the coincidence matrix of K. Krippendorff, "Computing Krippendorff's
    Alpha-Reliability" (2011), section C; its example of four observers gives .743."""
    weights: dict[tuple[str, str], float] = {}
    for unit in units:
        values = [repr(value) for value in unit if value is not None]
        for first, one in enumerate(values):
            for second, other in enumerate(values):
                if first != second:
                    weights[one, other] = weights.get((one, other), 0.0) + 1 / (len(values) - 1)
    totals: dict[str, float] = {}
    for (one, _), weight in sorted(weights.items()):
        totals[one] = totals.get(one, 0.0) + weight
    number = sum(totals.values())
    if number <= 1:
        return None
    observed = sum(weight for (one, other), weight in sorted(weights.items()) if one != other) / number
    expected = (number**2 - sum(total**2 for total in totals.values())) / (number * (number - 1))
    return 1.0 if expected == 0 else 1 - observed / expected


def f1(matched: int, first: int, second: int) -> float | None:
    """F1 of two sets of `first` and `second` things of which `matched` are the same; None where both are empty."""
    return 2 * matched / (first + second) if first + second else None
