"""The dossier: what a desk officer wants before a meeting, and only what was known on that day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from memcon.desk.channels import Channels, channel_line, channels
from memcon.desk.due import Windows
from memcon.desk.evidence import Shelf
from memcon.desk.known import known_on
from memcon.desk.officers import Officer, officers
from memcon.desk.pages import Line, Page, Section
from memcon.desk.phrases import SetPhrase
from memcon.desk.positions import Said, live_issues, positions, said_by, said_line
from memcon.desk.promises import Promise, promise_line, promises
from memcon.desk.timeline import Entry, entry_lines, timeline
from memcon.desk.wording import count, pair
from memcon.errors import LedgerError
from memcon.knowledge import Knowledge
from memcon.ledger import Ledger
from memcon.record import Model

LIVE = 365  # days back in which an issue is live
LATEST = 3  # statements of a side shown on an issue
LAST_SAID = 6


class IssueBrief(Model):
    """One live issue: each side's latest statements and its set phrases."""

    issue: str
    statements: int
    latest: dict[str, tuple[Said, ...]]
    phrases: dict[str, tuple[SetPhrase, ...]]


class Dossier(Model):
    """A briefing on a pair, from the first party's side, as known on a day."""

    parties: tuple[str, str]
    on: str
    last_report: str | None = None
    documents: int = 0
    channels: Channels
    planned: tuple[Entry, ...] = ()
    promises: tuple[Promise, ...] = ()
    issues: tuple[IssueBrief, ...] = ()
    last_said: tuple[Said, ...] = ()
    people: tuple[Officer, ...] = ()


def dossier(
    ledger: Ledger,
    parties: Sequence[str],
    on: date,
    *,
    knowledge: Knowledge | None = None,
    windows: Windows | None = None,
) -> Dossier:
    """The dossier of two parties, the reader's own first, as known at the end of a day.

    It is made on a copy of the ledger in which nothing published later exists, nor anything whose day of publication is
    unknown; who is who is asked of the tables for that day. Raises LedgerError unless two parties are given."""
    if len(parties) != 2:
        raise LedgerError("a dossier is of two parties: USA CHN")
    own, other = (party.upper() for party in parties)
    with known_on(ledger, on, (own, other)) as seen:
        shown = channels(seen, (own, other), on)
        found = promises(seen, (own, other), on, windows=windows)
        issues = _issues(seen, (own, other), on)
        return Dossier(
            parties=(own, other),
            on=on.isoformat(),
            last_report=shown.last_report,
            documents=sum(1 for _ in seen.walk("documents")),
            channels=shown,
            planned=timeline(seen, (own, other), on).ahead,
            promises=tuple(each for each in found.promises if each.status in ("open", "overdue")),
            issues=issues,
            last_said=_last_said(seen, other, own, on),
            people=officers(seen, (own, other), on, knowledge or Knowledge.load()),
        )


def _issues(ledger: Ledger, parties: tuple[str, str], on: date) -> tuple[IssueBrief, ...]:
    since = on - timedelta(days=LIVE)
    briefs = []
    for issue, number in live_issues(ledger, parties, since, on):
        sides = {party: positions(ledger, party, issue, since=since.isoformat(), until=on.isoformat()) for party in parties}
        latest = {
            party: tuple(each for each in side.statements if not each.relays)[-LATEST:] for party, side in sides.items()
        }
        phrases = {party: side.phrases for party, side in sides.items()}
        briefs.append(IssueBrief(issue=issue, statements=number, latest=latest, phrases=phrases))
    return tuple(briefs)


def _last_said(ledger: Ledger, speaker: str, to: str, on: date) -> tuple[Said, ...]:
    """The last statements of one party of the other, newest first."""
    since = (on - timedelta(days=LIVE)).isoformat()
    found = ledger.walk("statements", between=(speaker, to), since=since, until=on.isoformat())
    shelf = Shelf(ledger)
    said = [said_by(each, speaker, shelf) for each in found if speaker in {person.country for person in each.speakers}]
    own = [each for each in said if not each.relays]
    return tuple(sorted(own, key=lambda each: (each.day or "", each.id), reverse=True)[:LAST_SAID])


def dossier_page(answer: Dossier) -> Page:
    """The dossier laid out for people."""
    other = answer.parties[1]
    overdue = sum(each.status == "overdue" for each in answer.promises)
    return Page(
        title=f"Dossier: {pair(answer.parties)}, as known on {answer.on}",
        about=(
            f"from {count(answer.documents, 'document')} published by then; the last is of {answer.last_report or 'no day'}",
            f"open channels: {', '.join(answer.channels.open) or 'none'}; "
            f"{count(len(answer.promises), 'open promise')}, {overdue} overdue",
        ),
        sections=(
            Section(title="Last contacts per level", lines=tuple(map(channel_line, answer.channels.channels))),
            Section(title="Planned", lines=tuple(entry_lines(answer.planned)), nothing="Nothing, as far as reports say."),
            Section(title="Open promises", lines=tuple(map(promise_line, answer.promises)), nothing="None."),
            *(section for brief in answer.issues for section in _issue_sections(brief)),
            Section(title=f"What {other} said last", lines=tuple(map(said_line, answer.last_said))),
            Section(title="Who is who", lines=tuple(map(_officer_line, answer.people))),
        ),
    )


def _issue_sections(brief: IssueBrief) -> list[Section]:
    lines = []
    for party, latest in brief.latest.items():
        lines += [line.model_copy(update={"text": f"{party}: {line.text}"}) for line in map(said_line, latest)]
        lines += [
            Line(mark=f"{party} repeats", text=f"“{' '.join(phrase.text.split())}” ({phrase.first} to {phrase.last})",
                 items=tuple(use.item for use in phrase.uses))
            for phrase in brief.phrases[party][:LATEST]
        ]  # fmt: skip
    return [Section(title=f"Issue: {brief.issue} ({count(brief.statements, 'statement')})", lines=tuple(lines))]


def _officer_line(officer: Officer) -> Line:
    offices = []
    for held in officer.offices:
        since = f" since {held.since}" if held.since else ""
        doubt = f", {held.standing}" if held.standing else ""
        offices.append(f"{held.office}{since}{doubt} [{held.source}]")
    said = f"in reports: {officer.said_office or 'no office'} ({officer.named})"
    notes = (*offices, said if officer.engagements else "not named in reports")
    return Line(mark=officer.party, text=officer.name, notes=notes, items=officer.engagements)
