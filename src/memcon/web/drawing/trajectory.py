"""The trajectory: bars of cooperation and conflict, the decayed sum with its band, and where it changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from markupsafe import Markup

from memcon.desk.series import Point
from memcon.desk.trajectory import Trajectory
from memcon.desk.wording import count, pair
from memcon.web.drawing.svg import LETTER, Days, bar, drawing, line, link, text

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 980, 330, 58, 964, 14, 296
Height = Callable[[float], float]
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)


def anchor(point: Point) -> str:
    """The id of a point's row in the table."""
    return f"p-{point.start}"


def draw_trajectory(answer: Trajectory) -> Markup:
    """Nothing where there are no points."""
    if not answer.points:
        return Markup("")
    scale = Days(date.fromisoformat(answer.points[0].start), date.fromisoformat(answer.points[-1].end), LEFT, RIGHT)
    title = f"Cooperation and conflict {pair(answer.parties)} by {answer.by}"
    return drawing("trajectory", WIDTH, HEIGHT, title, _about(answer), _parts(answer, scale), least=48)


def _about(answer: Trajectory) -> str:
    facts = sum(len(each.events) for each in answer.points)
    changes = "; ".join(f"{each.day}: {each.warning or 'the sources did not change'}" for each in answer.changes)
    return (
        f"{count(facts, 'event')} from {answer.points[0].start} to {answer.points[-1].end}; "
        f"decayed sum at the end {answer.points[-1].decayed:+.1f}. Changes: {changes or 'none found'}"
    )


def _parts(answer: Trajectory, scale: Days) -> Iterator[Markup]:
    highest = max(max(each.cooperation, each.high, each.decayed) for each in answer.points)
    lowest = min(min(each.conflict, each.low, each.decayed) for each in answer.points)
    highest, lowest = max(highest, 1.0), min(lowest, -1.0)

    def y(value: float) -> float:
        return TOP + (highest - value) / (highest - lowest) * (BOTTOM - TOP)

    yield from scale.axis(TOP, BOTTOM)
    yield from _sums(lowest, highest, y)
    yield _band(answer.points, scale, y)
    for point in answer.points:
        if point.events:
            yield _bars(point, scale, y)
    steps = " ".join(f"{_middle(point, scale):.1f},{y(point.decayed):.1f}" for point in answer.points)
    yield Markup('<polyline points="{}" class="sum"/>').format(steps)
    for number, change in enumerate(answer.changes):
        x, y_words = scale.at(date.fromisoformat(change.day)), TOP + 10 + 14 * (number % 3)
        yield line(x, TOP, x, BOTTOM, "change doubtful" if change.warning else "change")
        told = "change; the sources changed too" if change.warning else "change"
        right = x + len(told) * LETTER < RIGHT
        yield text(x + 4 if right else x - 4, y_words, told, "small strong", anchor="start" if right else "end")


def _sums(lowest: float, highest: float, y: Height) -> Iterator[Markup]:
    """Lines at round sums."""
    step = next((step for step in STEPS if (highest - lowest) / step <= 7), STEPS[-1])
    for number in range(int(lowest // step) * step, int(highest) + 1, step):
        if lowest <= number <= highest:
            yield line(LEFT, y(number), RIGHT, y(number), "zero" if number == 0 else "tick")
            yield text(LEFT - 8, y(number) + 4, f"{number:+d}" if number else "0", "small", anchor="end")


def _band(points: Sequence[Point], scale: Days, y: Height) -> Markup:
    upper = [f"{_middle(each, scale):.1f},{y(each.high):.1f}" for each in points]
    lower = [f"{_middle(each, scale):.1f},{y(each.low):.1f}" for each in reversed(points)]
    return Markup('<polygon points="{}" class="band"/>').format(" ".join((*upper, *lower)))


def _bars(point: Point, scale: Days, y: Height) -> Markup:
    left, right = scale.at(date.fromisoformat(point.start)), scale.at(date.fromisoformat(point.end))
    width = min(max((right - left) * 0.72, 2.5), 22)
    x = (left + right) / 2 - width / 2
    inside = Markup("")
    if point.cooperation:
        inside += bar(x, y(point.cooperation), width, y(0) - y(point.cooperation), "good")
    if point.conflict:
        inside += bar(x, y(0), width, y(point.conflict) - y(0), "bad")
    sums = f"cooperation {point.cooperation:+.1f}, conflict {point.conflict:+.1f}"
    told = f"{point.start}: {sums}, {count(len(point.events), 'event')}"
    return link(f"#{anchor(point)}", told, inside)


def _middle(point: Point, scale: Days) -> float:
    return (scale.at(date.fromisoformat(point.start)) + scale.at(date.fromisoformat(point.end))) / 2
