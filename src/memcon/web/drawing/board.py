"""The board of channels: at each level how long it has been silent, beside the longest silence that is usual."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from memcon.desk.channels import Channel, Channels
from memcon.desk.wording import count, days, pair
from memcon.web import shown
from memcon.web.drawing.svg import bar, drawing, line, link, text

WIDTH, LEFT, RIGHT, ROW, TOP = 820, 128, 640, 38, 26
WORDS = {"open": "open", "silent": "silent", "none": "no contact known"}


def draw_board(answer: Channels) -> Markup:
    """A row a level: the bar is the silence, the notch the longest usual one, the shape before the word the status."""
    rows = answer.channels
    longest = max((max(each.days_silent or 0, each.longest_usual if each.last else 0) for each in rows), default=0) or 1
    height = TOP + ROW * len(rows) + 22
    title = f"Channels {pair(answer.parties)} on {answer.on}"
    about = "; ".join(f"{each.level}: {says(each)}" for each in rows)
    return drawing("board", WIDTH, height, title, about, _parts(rows, longest, height), least=40)


def says(channel: Channel) -> str:
    """A channel in words."""
    if channel.last is None:
        return WORDS["none"] + (f", {count(len(channel.planned), 'contact')} planned" if channel.planned else "")
    ago = f"{count(channel.days_silent or 0, 'day')} since {days(channel.last.when)}"
    planned = f", {count(len(channel.planned), 'contact')} planned" if channel.planned else ""
    return f"{channel.status}, {ago}, longest usual silence {channel.longest_usual} days{planned}"


def _parts(rows: tuple[Channel, ...], longest: int, height: float) -> Iterator[Markup]:
    def at(number: float) -> float:
        return LEFT + (RIGHT - LEFT) * number / longest

    step = next(step for step in (30, 90, 180, 365, 730, 1825, 3650, 36500) if longest / step <= 8)
    for number in range(0, longest + 1, step):
        yield line(at(number), TOP - 6, at(number), height - 20, "tick")
        yield text(at(number), height - 6, f"{number} days" if number else "0", "small", anchor="middle")
    for place, channel in enumerate(rows):
        yield from _row(channel, TOP + ROW * place + ROW / 2 - 6, at(channel.days_silent or 0), at(channel.longest_usual))


def _row(channel: Channel, middle: float, end: float, usual: float) -> Iterator[Markup]:
    yield text(LEFT - 14, middle + 4.5, channel.level.capitalize(), "name", anchor="end")
    yield line(LEFT, middle, RIGHT, middle, "rail")
    if channel.last is not None:
        kind = "silent" if channel.status == "silent" else "quiet"
        silence = bar(LEFT, middle - 7, max(end - LEFT, 2.5), 14, kind)
        yield link(shown.item_path(channel.last.id), f"Last: {days(channel.last.when)}, {channel.last.says}", silence)
        yield line(usual, middle - 12, usual, middle + 12, "usual")
    yield _sign(channel.status, RIGHT + 22, middle)
    told = WORDS[channel.status]
    if channel.last is not None:
        told += f", {count(channel.days_silent or 0, 'day')}"
    yield text(RIGHT + 36, middle + 4.5, told, "word")
    for each in channel.planned[:1]:
        more = f" +{len(channel.planned) - 1}" if len(channel.planned) > 1 else ""
        yield link(
            shown.item_path(each.id), f"{each.status}: {days(each.when)}, {each.says}",
            text(RIGHT + 36, middle + 17, f"{each.status} {days(each.when)}{more}", "small linked"),
        )  # fmt: skip


def _sign(status: str, x: float, y: float) -> Markup:
    if status == "open":
        return Markup('<circle cx="{:g}" cy="{:g}" r="6" class="done"/>').format(x, y)
    if status == "silent":
        return Markup('<path d="M{:g},{:g}l7,12h-14z" class="off"/>').format(x, y - 7)
    return Markup('<circle cx="{:g}" cy="{:g}" r="5.5" class="nothing"/>').format(x, y)
