"""An answer laid out for people: sections of lines, each line with the words behind it. Renderers print it anywhere."""

from __future__ import annotations

from memcon.desk.evidence import Quoted
from memcon.record import Model


class Line(Model):
    """One line of an answer. `mark` stands before it (a day, a status); `items` are the ids that it tells of."""

    mark: str = ""
    text: str
    notes: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    quotes: tuple[Quoted, ...] = ()


class Section(Model):
    """Lines under a heading; `nothing` is said where there are none."""

    title: str
    lines: tuple[Line, ...] = ()
    nothing: str = "Nothing in the ledger."


class Page(Model):
    """A whole answer."""

    title: str
    about: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
