"""Drawings of a timeline and a trajectory: the same answer gives the same bytes of SVG.

matplotlib is imported when something is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from memcon.desk.timeline import Entry, Timeline
from memcon.desk.trajectory import Trajectory
from memcon.desk.wording import OFF, PLANNED, pair
from memcon.errors import MemconError

FORMATS = (".svg", ".png")
HELD, AHEAD, CALLED_OFF = "#1f5a94", "#8a8a8a", "#b3402a"
COOPERATION, CONFLICT, LINE = "#3f7f5f", "#b3402a", "#222222"
LANES = ("visit", "summit", "meeting", "talks", "call", "other")
LANE_OF = {"trilateral": "meeting", "breakfast": "meeting", "lunch": "meeting", "dinner": "meeting", "conference": "summit",
           "letter": "call"}  # fmt: skip
LABELS = 40  # more dots than this are drawn without words
LETTER = 0.0045  # of the days shown: the width of a letter
RC = {"svg.hashsalt": "memcon", "svg.fonttype": "none", "font.size": 8, "font.family": "DejaVu Sans"}


@contextmanager
def _drawing(path: Path, height: float) -> Iterator[Any]:
    """Axes to draw on; the figure is saved at the end. Raises MemconError for another ending than .svg or .png."""
    if path.suffix.lower() not in FORMATS:
        raise MemconError(f"can't draw {path.name}: give a file that ends in .svg or .png")
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    with matplotlib.rc_context(RC):
        figure = Figure(figsize=(11, height), layout="constrained")
        FigureCanvasAgg(figure)
        axes = figure.add_subplot()
        for side in ("top", "right"):
            axes.spines[side].set_visible(False)
        yield axes
        metadata = {"Date": None} if path.suffix.lower() == ".svg" else {"Software": None}
        figure.savefig(path, metadata=metadata, dpi=150)


@dataclass(frozen=True, slots=True)
class _Label:
    """The words over a dot, at one of several heights (0 is next to the dot)."""

    entry: Entry
    text: str
    height: int


def plot_timeline(answer: Timeline, path: Path) -> None:
    """Draw a timeline: a lane a kind, a dot an engagement; hollow for plans, crosses for what was called off.

    Plans that came about show as what they became. Raises MemconError for another ending than .svg or .png."""
    entries = [entry for entry in _all((*answer.past, *answer.ahead, *answer.lapsed)) if entry.day != "9999"]
    shown = sorted((entry for entry in entries if not entry.came_about), key=lambda each: (each.day, each.id))
    lanes = {lane: _labels([entry for entry in shown if _lane(entry) == lane], _days_shown(shown)) for lane in LANES}
    tops = _tops({lane: labels for lane, labels in lanes.items() if labels})
    with _drawing(path, 1.2 + 0.3 * (max(tops.values(), default=0) + 1)) as axes:
        for lane, top in tops.items():
            for label in lanes[lane]:
                _dot(axes, label.entry, top)
                if len(shown) <= LABELS:
                    _words(axes, label, top)
        axes.set_yticks(list(tops.values()), [_lane_name(lane) for lane in tops])
        axes.set_ylim(max(tops.values(), default=0) + 1, -0.5)
        axes.grid(axis="x", color="#e5e5e5", linewidth=0.6)
        axes.margins(x=0.08)
        axes.set_title(f"{answer.person or pair(answer.parties)}: ● held  ○ planned  × called off", loc="left")


def _all(entries: Sequence[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from _all(entry.parts)


def _lane(entry: Entry) -> str:
    kind = LANE_OF.get(entry.kind, entry.kind)
    return kind if kind in LANES else "other"


def _lane_name(lane: str) -> str:
    return lane.capitalize() if lane in ("talks", "other") else lane.capitalize() + "s"


def _days_shown(entries: Sequence[Entry]) -> int:
    days = [date.fromisoformat(entry.day) for entry in entries]
    return max((max(days) - min(days)).days, 30) if days else 30


def _labels(entries: Sequence[Entry], shown: int) -> list[_Label]:
    """Each label at the lowest height where it covers none before it."""
    ends: list[float] = []
    found = []
    for entry in entries:
        text = _who(entry)
        half = len(text) * shown * LETTER / 2
        middle = date.fromisoformat(entry.day).toordinal()
        height = next((place for place, end in enumerate(ends) if end < middle - half), len(ends))
        ends[height : height + 1] = [middle + half]
        found.append(_Label(entry, text, height))
    return found


def _tops(lanes: dict[str, list[_Label]]) -> dict[str, float]:
    """Where each lane's dots stand, counted downwards: below its own labels."""
    tops: dict[str, float] = {}
    below = 0.0
    for lane, labels in lanes.items():
        below += 1.2 + 0.6 * max(label.height for label in labels)
        tops[lane] = below
        below += 0.6
    return tops


def _dot(axes: Any, entry: Entry, top: float) -> None:
    day = date.fromisoformat(entry.day)
    end = entry.when.end if entry.when else None
    color = CALLED_OFF if entry.status in OFF or entry.status == "denied" else AHEAD if entry.status in PLANNED else HELD
    if end and end != entry.day:
        axes.plot([day, date.fromisoformat(end)], [top, top], color=color, linewidth=3, alpha=0.35, solid_capstyle="round")
    marker, fill = ("x", color) if color == CALLED_OFF else ("o", "white" if color == AHEAD else color)
    axes.plot([day], [top], marker=marker, markersize=6, color=color, markerfacecolor=fill, linestyle="none", zorder=3)


def _words(axes: Any, label: _Label, top: float) -> None:
    day, height = date.fromisoformat(label.entry.day), top - 0.4 - 0.6 * label.height
    if label.height:
        axes.plot([day, day], [top, height], color="#cccccc", linewidth=0.5, zorder=1)
    box = {"facecolor": "white", "edgecolor": "none", "pad": 0.4}
    axes.text(day, height, label.text, fontsize=6, ha="center", va="bottom", color="#333333", bbox=box, zorder=2)


def _who(entry: Entry) -> str:
    """The first two named people; else the parties."""
    named = entry.says.split(": ", 1)[-1]
    people = [each.rsplit(" (", 1)[0] for each in named.split(", ") if "(" in each]
    return " – ".join(people[:2]) or named


def plot_trajectory(answer: Trajectory, path: Path) -> None:
    """Draw a trajectory: bars of cooperation and conflict, the decayed sum with its band, changes as lines.

    A change that coincides with a change of sources is dashed. Raises MemconError for another ending than .svg or .png."""
    starts = [date.fromisoformat(point.start) for point in answer.points]
    with _drawing(path, 5.0) as axes:
        width = 5 if answer.by == "week" else 22
        axes.bar(starts, [p.cooperation for p in answer.points], width, align="edge", color=COOPERATION, label="cooperation")
        axes.bar(starts, [p.conflict for p in answer.points], width, align="edge", color=CONFLICT, label="conflict")
        low, high = [p.low for p in answer.points], [p.high for p in answer.points]
        label = "band of the decayed sum (5–95 %)"
        axes.fill_between(starts, low, high, color=LINE, alpha=0.12, linewidth=0, zorder=0, label=label)
        axes.plot(starts, [p.decayed for p in answer.points], color=LINE, linewidth=1.3, label="decayed sum")
        for change in answer.changes:
            style = "--" if change.warning else "-"
            axes.axvline(date.fromisoformat(change.day), color="#6a4c93", linewidth=1.2, linestyle=style)
        axes.axhline(0, color="#999999", linewidth=0.7)
        axes.set_ylabel("sum of PLOVER scores")
        axes.legend(loc="upper left", frameon=False, fontsize=7)
        warned = " – dashed: the mix of sources changed too" if answer.warnings else ""
        axes.set_title(f"{pair(answer.parties)} by {answer.by}, sources: {answer.sources}{warned}", loc="left")
