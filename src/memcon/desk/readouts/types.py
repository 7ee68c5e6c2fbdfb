"""What readouts answers with: two texts on one engagement, side by side."""

from __future__ import annotations

from memcon.record import Model


class Point(Model):
    """One thing that a text tells: a statement, or a passage that names what was talked about. `speakers` are whose words
    it gives; `parties` theirs. [start, end) are code points of the document."""

    document: str
    start: int
    end: int
    exact: str
    cue: str | None = None
    speakers: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()

    @property
    def says(self) -> str:
        """The point with its speaker, on one line."""
        who = f"{' and '.join(self.speakers)} {self.cue or 'said'}: " if self.speakers else ""
        return who + " ".join(self.exact.split())


class Pair(Model):
    """The same point in both texts. `likeness` (0 to 1) and `shared` say why; `changes` are (words of A, words of B)."""

    a: Point
    b: Point
    likeness: float
    shared: tuple[str, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()


class Topic(Model):
    """An issue that both texts deal with, in whatever words: the points of each on it."""

    issue: str
    a: tuple[Point, ...]
    b: tuple[Point, ...]


class Wordings(Model):
    """Different words of the two texts for one thing: who or what it is, and how each names it."""

    what: str
    a: tuple[str, ...]
    b: tuple[str, ...]


class Side(Model):
    """One of the two texts: whose it is, how long, who took part by its account, how it calls the talks, who asked."""

    document: str
    name: str
    party: str | None = None
    published: str | None = None
    words: int
    participants: tuple[str, ...] = ()
    kind: str | None = None
    duration: str | None = None
    tone: tuple[Point, ...] = ()
    asked: tuple[Point, ...] = ()


class Comparison(Model):
    """Two readouts aligned. `unconfirmed_a`: what A has B's people say that B does not have (and the other way round)."""

    a: Side
    b: Side
    both: tuple[Pair, ...] = ()
    topics: tuple[Topic, ...] = ()
    only_a: tuple[Point, ...] = ()
    only_b: tuple[Point, ...] = ()
    unconfirmed_a: tuple[Point, ...] = ()
    unconfirmed_b: tuple[Point, ...] = ()
    wordings: tuple[Wordings, ...] = ()
    participants_only_a: tuple[str, ...] = ()
    participants_only_b: tuple[str, ...] = ()


class Edit(Model):
    """What one version of a page has that the one before had not, and the other way round; when each was seen."""

    url: str
    before: str
    after: str
    seen_before: str
    seen_after: str
    cut: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


class Readouts(Model):
    """All comparisons of an engagement's texts, and what was changed in any of them after posting."""

    engagement: str | None = None
    comparisons: tuple[Comparison, ...] = ()
    edits: tuple[Edit, ...] = ()
