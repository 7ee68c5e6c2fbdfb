"""A comparison of readouts laid out for people."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.desk.pages import Line, Page, Section
from memcon.desk.readouts.types import Comparison, Edit, Pair, Point, Readouts, Side, Topic, Wordings
from memcon.desk.wording import count


def readouts_page(answer: Readouts) -> Page:
    """Each pair of texts in turn, then what was changed after posting."""
    sections: list[Section] = []
    for comparison in answer.comparisons:
        sections += _sections(comparison)
    edits = tuple(map(_edit_line, answer.edits))
    if edits:
        sections.append(Section(title="Changed after posting", lines=edits))
    title = f"Readouts of {answer.engagement}" if answer.engagement else "Readouts"
    about = () if answer.comparisons else ("only one text tells of it: nothing to compare",)
    return Page(title=title, about=about, sections=tuple(sections))


def _sections(comparison: Comparison) -> Iterator[Section]:
    a, b = comparison.a, comparison.b
    yield Section(title="The two texts", lines=(_side_line("A", a), _side_line("B", b)))
    yield Section(title="In both", lines=tuple(map(_pair_line, comparison.both)), nothing="Nothing.")
    yield Section(title="The same issue", lines=tuple(map(_topic_line, comparison.topics)), nothing="None.")
    for mark, points in (("A", comparison.only_a), ("B", comparison.only_b)):
        unconfirmed = comparison.unconfirmed_a if mark == "A" else comparison.unconfirmed_b
        kept = tuple(point for point in points if point not in unconfirmed)
        yield Section(title=f"Only in {mark}", lines=tuple(_point_line(point) for point in kept), nothing="Nothing.")
    for mark, other, points in (("A", "B", comparison.unconfirmed_a), ("B", "A", comparison.unconfirmed_b)):
        lines = tuple(_point_line(point) for point in points)
        yield Section(title=f"{mark} has {other}'s side say it, {other} does not", lines=lines, nothing="Nothing.")
    yield Section(title="Different words for one thing", lines=tuple(_words(comparison)), nothing="None.")


def _side_line(mark: str, side: Side) -> Line:
    notes = [f"took part: {', '.join(side.participants)}"] if side.participants else []
    notes += [f"length of the meeting: {side.duration}"] if side.duration else []
    notes += [f"who asked for it: “{' '.join(point.exact.split())}”" for point in side.asked] or ["who asked for it: not said"]
    told = ", ".join(each for each in (side.party, side.published, count(side.words, "word")) if each)
    return Line(mark=mark, text=f"{side.name} ({told})", notes=tuple(notes), items=(side.document[:15],))


def _pair_line(pair: Pair) -> Line:
    changes = [f"- {gone or '∅'} + {come or '∅'}" for gone, come in pair.changes]
    notes = [f"B: {pair.b.says} {_place(pair.b)}", *changes, f"alike in: {', '.join(pair.shared)}"]
    return Line(mark=f"{pair.likeness:.2f}", text=f"A: {pair.a.says} {_place(pair.a)}", notes=tuple(notes))


def _topic_line(topic: Topic) -> Line:
    notes = [f"{mark}: {point.says} {_place(point)}" for mark, points in (("A", topic.a), ("B", topic.b)) for point in points]
    return Line(mark=topic.issue, text=f"{len(topic.a)} in A, {len(topic.b)} in B", notes=tuple(notes))


def _point_line(point: Point) -> Line:
    return Line(text=f"{point.says} {_place(point)}", notes=(f"issues: {', '.join(point.issues)}",) if point.issues else ())


def _place(point: Point) -> str:
    return f"[{point.start}–{point.end}]"


def _words(comparison: Comparison) -> Iterator[Line]:
    tones = [", ".join(dict.fromkeys(point.exact.lower() for point in side.tone)) for side in (comparison.a, comparison.b)]
    if any(tones):
        yield Line(text=f"the talks: A: {tones[0] or 'no adjective'}; B: {tones[1] or 'no adjective'}")
    yield from map(_wordings_line, comparison.wordings)


def _wordings_line(wordings: Wordings) -> Line:
    return Line(text=f"{wordings.what}: A: {', '.join(wordings.a)}; B: {', '.join(wordings.b)}")


def _edit_line(edit: Edit) -> Line:
    notes = [*(f"cut: {words}" for words in edit.cut), *(f"added: {words}" for words in edit.added)]
    return Line(mark=edit.seen_after, text=f"{edit.url} (before: {edit.seen_before})", notes=tuple(notes))
