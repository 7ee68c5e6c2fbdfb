"""Positions: what one actor said on an issue over time, or two beside each other, with their set phrases and their changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from typing import Annotated

from fastapi import APIRouter, Query
from markupsafe import Markup

from memcon.desk import Positions, positions
from memcon.desk.evidence import first_of_each
from memcon.desk.phrases import SetPhrase
from memcon.desk.positions import Said, shared_phrases, spoken_issues
from memcon.web import shown
from memcon.web.asking import Ask, Asked, day
from memcon.web.nav import Nav
from memcon.web.problems import BadQuestion
from memcon.web.spans import BEGINNING, YEARS, Day, Span
from memcon.web.tables import Column, Table
from memcon.web.telling import evidence, places, words
from memcon.web.views import Part, View, page

router = APIRouter()
NAV = Nav("Positions", "/positions", "desk")
PHRASES = 12
Actor = Annotated[str | None, Query(max_length=20, description="A party: CHN.")]
Issue = Annotated[str | None, Query(max_length=200, description="An issue: taiwan.")]


@page(router, "/positions")
def positions_of(
    ask: Asked, actor: Actor = None, other: Actor = None, issue: Issue = None, since: Day = None, until: Day = None
) -> View:
    """One actor's statements on an issue, or two actors' beside each other; without an issue, those that they spoke on."""
    first, second = (_party(name, given) for name, given in (("actor", actor), ("other", other)))
    if second and not first:
        raise BadQuestion("actor", "give the first actor too")
    issues = sorted(each.id for each in ask.house.lexicon.issues)
    asked = _Asked(ask, first, second, issue, day("since", since), day("until", until))
    context = {"asked": asked, "issues": issues}
    if not (first and issue):
        return View("positions.html", "Positions", context=context, later={"issues": lambda: Part(issue_table(asked))})
    later = {"one": lambda: asked.side(0)} | ({"other": lambda: asked.side(1)} if second else {})
    later |= {"phrases": lambda: Part(phrase_table(asked.phrases()), {"shared": asked.shared})}
    title = f"Positions on {issue.replace('-', ' ')}: {' beside '.join(ask.name(each) for each in asked.parties)}"
    return View("positions.html", title, context=context, later=later)


def _party(where: str, given: str | None) -> str | None:
    code = (given or "").strip().upper()
    if code and not code.isalnum():
        raise BadQuestion(where, f"{given!r} is no party like CHN")
    return code or None


class _Asked:
    """Whose positions on what, each side found when it is asked for."""

    def __init__(
        self, ask: Ask, first: str | None, second: str | None, issue: str | None, since: str | None, until: str | None
    ) -> None:
        self.ask, self.first, self.second, self.issue = ask, first, second, issue
        self.span = self._span(since, until)

    @property
    def parties(self) -> tuple[str, ...]:
        """The actors asked for."""
        return tuple(each for each in (self.first, self.second) if each)

    def _span(self, since: str | None, until: str | None) -> Span:
        """What was asked for; else YEARS up to the last statement."""
        if since or not self.first:
            return Span(since or BEGINNING, until, given=bool(since))
        newest = self.ask.ledger.statements(between=(self.first,), issue=self.issue, until=until, limit=1, newest_first=True)
        end = next((each.day for each in newest.items if each.day), None)
        if end is None:
            return Span(BEGINNING, until, given=False)
        return Span((date.fromisoformat(end) - timedelta(days=365 * YEARS)).isoformat(), until, given=False)

    @cached_property
    def answers(self) -> tuple[Positions, ...]:
        """The positions of each actor."""
        span = (self.span.since, self.span.until)
        issue = self.issue or ""
        return tuple(positions(self.ask.ledger, each, issue, since=span[0], until=span[1]) for each in self.parties)

    def side(self, number: int) -> Part:
        """One actor's statements, the newest first."""
        answer = self.answers[number]
        table = said_table(("one", "other")[number], self.ask.name(answer.actor), list(reversed(answer.statements)))
        return Part(table, {"answer": answer})

    def phrases(self) -> list[tuple[str, SetPhrase]]:
        """The set phrases of each, those used most first."""
        return [(each.actor, phrase) for each in self.answers for phrase in each.phrases[:PHRASES]]

    @property
    def shared(self) -> tuple[str, ...]:
        """Runs of words that are in both sides' statements."""
        return shared_phrases(*self.answers) if len(self.answers) == 2 else ()


def issue_table(asked: _Asked) -> Table:
    """The issues that statements of the actor are on; of two actors, what they said of each other."""
    span = asked.span
    found = spoken_issues(asked.ask.ledger, asked.parties, since=span.since, until=span.until) if asked.parties else {}
    rows = [
        {"issue": issue, "statements": number} for issue, number in sorted(found.items(), key=lambda each: (-each[1], each[0]))
    ]
    columns = (
        Column("issue", "Issue", show=lambda row: _issue_link(asked.ask, row["issue"])),
        Column("statements", "Statements", number=True),
    )
    nothing = "No statement on an issue." if asked.parties else "Give an actor."
    return Table("issues", f"Issues of what {' and '.join(asked.parties) or 'they'} said", columns, rows, nothing=nothing)


def _issue_link(ask: Ask, issue: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(ask.link("/positions", issue=issue), issue.replace("-", " "))


def said_table(name: str, whose: str, rows: list[Said]) -> Table:
    """Statements as positions."""
    columns = (
        Column("day", "Day", show=lambda s: s.day or "undated"),
        Column("speakers", "Who", show=lambda s: ", ".join(s.speakers)),
        Column("stance", "Stance", show=lambda s: s.stance + (", negated" if s.negated else "")),
        Column("words", "Words", show=_words, wide=True),
        Column("evidence", "Told in", lambda s: places(s.quotes), lambda s: evidence(first_of_each(s.quotes)[:1], s.id)),
    )
    return Table(name, f"{whose}, the newest first", columns, rows, nothing="No statement on it in these days.")


def _words(said: Said) -> Markup:
    quoted = f"“{words(said.words)}”" if said.kind == "direct" else words(said.words)
    notes = ["relays what another side said"] if said.relays else []
    notes += [f"as told by {', '.join(said.told_by)}"] if said.told_by else []
    notes += [f"worded in {said.variants} ways by reports"] if said.variants > 1 else []
    soft = [Markup('<span class="soft">{}</span>').format(note) for note in notes]
    return shown.lines((shown.item_link(said.id, quoted), *soft))


def phrase_table(rows: list[tuple[str, SetPhrase]]) -> Table:
    """Set phrases, who uses them, when, and how they changed."""
    columns = (
        Column("actor", "Whose", lambda row: row[0]),
        Column("phrase", "Phrase", lambda row: words(row[1].text), lambda row: f"“{words(row[1].text)}”", wide=True),
        Column("uses", "Used", lambda row: [use.day for use in row[1].uses], _uses, wide=True),
        Column("changed", "Changed", lambda row: [use.item for use in row[1].changed], _changed, wide=True),
        Column("silent", "Later without it", lambda row: row[1].silent, number=True),
    )
    return Table("phrases", "Set phrases, the most used first", columns, rows, nothing="No run of words recurs.")


def _uses(row: tuple[str, SetPhrase]) -> Markup:
    return Markup(", ").join(shown.item_link(use.item, use.day) for use in row[1].uses[:6])


def _changed(row: tuple[str, SetPhrase]) -> Markup:
    return shown.lines(change for use in row[1].changed[:3] for change in _differences(use.item, use.day, use.differences))


def _differences(item: str, day: str, differences: tuple[tuple[str, str], ...]) -> Iterator[Markup]:
    told = Markup(" ").join(
        Markup("<del>{}</del> <ins>{}</ins>").format(gone or "∅", come or "∅") for gone, come in differences
    )
    yield Markup("{}: {}").format(shown.item_link(item, day), told)
