"""The tidy tables: one row for each engagement, participant, statement, commitment, event, source and document.

Ids link them: `participants.engagement`, `sources.item`, `sources.document`. Values are the ledger's preferred ones; what a
source says differently stands in `sources.differs`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from memcon.desk.contents import Contents
from memcon.export.tables import Column, Table
from memcon.ledger import DocumentRow, MergedCommitment, MergedEngagement, MergedEvent, Source, Utterance
from memcon.ledger.types import Merged
from memcon.record import Participant, When


class TakingPart(NamedTuple):
    """One participant of one engagement."""

    engagement: MergedEngagement
    number: int
    person: Participant


class Told(NamedTuple):
    """One source of one item."""

    family: str
    item: Merged
    source: Source


def _when(item: MergedEngagement) -> When:
    return item.when or When()


def _due(item: MergedCommitment) -> When:
    return item.due or When()


def _about_sources() -> tuple[Column[Any], ...]:
    return (
        Column("reports", "integer", "How many reports tell of it.", lambda i: len(i.reports)),
        Column("sources", "integer", "How many independent sources do: near-copies of one text count once.",
               lambda i: i.independent_sources),
        Column("disagreements", "text", "Fields on which sources differ.", lambda i: [d.field for d in i.disagreements]),
        Column("decision", "text", "What a person said of it: confirmed, corrected, rejected.", lambda i: i.decision),
        Column("confidence", "number", "From 0 to 1: how sure the construction is by which it was found.",
               lambda i: i.confidence),
    )  # fmt: skip


ENGAGEMENTS: Table[MergedEngagement] = Table(
    "engagements",
    "Contacts between people of two or more parties, and trips: one row for each, however many report it.",
    (
        Column("id", "text", "The engagement's id; it never changes.", lambda e: e.id),
        Column("kind", "text",
               "meeting, talks, call, visit, summit, breakfast, lunch, dinner, trilateral, conference, letter, other.",
               lambda e: e.kind),
        Column("format", "text", "in_person, phone, video, written.", lambda e: e.format),
        Column("status", "text", "planned, expected, proposed, invited, ongoing, held, postponed, cancelled, declined, denied.",
               lambda e: e.status),
        Column("background", "flag", "True where all reports tell of it as background, not as news.", lambda e: e.background),
        Column("start", "date", "First day, from the words or the day of publication.", lambda e: _when(e).start),
        Column("end", "date", "Last day; of a month or a year its last one.", lambda e: _when(e).end),
        Column("precision", "text", "Grain of the date: day, month, year, season, range, unknown.",
               lambda e: e.when.precision if e.when else None),
        Column("when_text", "text", "The words that date it.", lambda e: _when(e).text),
        Column("minutes", "integer", "How long it lasted, in minutes.", lambda e: e.duration.minutes if e.duration else None),
        Column("minutes_approximate", "flag", "True where the words are approximate: “nearly six hours”.",
               lambda e: e.duration.approximate if e.duration else None),
        Column("place", "text", "The place in the text's words.", lambda e: e.place.name),
        Column("city", "text", "The city.", lambda e: e.place.city),
        Column("country", "text", "The place's country, ISO 3166 alpha-3.", lambda e: e.place.country),
        Column("parties", "text", "Parties, sorted: alpha-3 codes of states, acronyms of organisations.", lambda e: e.parties),
        Column("participants", "integer", "Rows of the table of participants.", lambda e: len(e.participants)),
        Column("described_as", "text", "Adjectives that reports quote: frank, constructive.",
               lambda e: [d.text for d in e.described_as]),
        Column("issues", "text", "Issue tags.", lambda e: e.issues),
        Column("reason", "text", "Why it was put off, called off or declined, in the text's words.", lambda e: e.reason),
        Column("history", "text", "Each status it had, with the day it was told: planned@2023-06-07.",
               lambda e: [f"{s.status}@{s.told or ''}" for s in e.history]),
        Column("part_of", "text", "The engagement it is a part of: a dinner of a visit.", lambda e: e.part_of),
        *_about_sources(),
    ),
    lambda contents: iter(contents.engagements),
)  # fmt: skip


def _taking_part(contents: Contents) -> Iterator[TakingPart]:
    for engagement in contents.engagements:
        for number, person in enumerate(engagement.participants, start=1):
            yield TakingPart(engagement, number, person)


PARTICIPANTS: Table[TakingPart] = Table(
    "participants",
    "Who took part: one row for each participant of each engagement.",
    (
        Column("engagement", "text", "Id of the engagement.", lambda p: p.engagement.id),
        Column("number", "integer", "Place in the engagement's list, from 1.", lambda p: p.number),
        Column("name", "text", "Full name where known, else the text's words.", lambda p: p.person.name),
        Column("country", "text", "The party that the person stands for.", lambda p: p.person.country),
        Column("office", "text", "Office at the time.", lambda p: p.person.office),
        Column("level", "text", "leader, minister, envoy, senior_official, official, military, legislator, other.",
               lambda p: p.person.level),
        Column("role", "text", "host, visitor, participant, chair, witness.", lambda p: p.person.role),
        Column("person_id", "text", "Wikidata id, or memcon's own (x:…), where known.", lambda p: p.person.id),
    ),
    _taking_part,
)  # fmt: skip

STATEMENTS: Table[Utterance] = Table(
    "statements",
    "Words attributed to speakers: one row for each utterance, however many report it.",
    (
        Column("id", "text", "The utterance's id.", lambda s: s.id),
        Column("day", "date", "The day it was said, or told first.", lambda s: s.day),
        Column("kind", "text", "direct, partial (some of it in quotation marks), indirect.", lambda s: s.kind),
        Column("speakers", "text", "Who said it.", lambda s: [p.name or p.office or p.country for p in s.speakers]),
        Column("countries", "text", "The speakers' parties.",
               lambda s: list(dict.fromkeys(p.country for p in s.speakers if p.country))),
        Column("anonymous", "flag", "True where no speaker is named.", lambda s: all(p.anonymous for p in s.speakers)),
        Column("words", "text", "What was said, in the most direct wording.", lambda s: s.words),
        Column("quotes", "text", "The parts in quotation marks.", lambda s: s.quotes),
        Column("wordings", "integer", "How many wordings were reported.", lambda s: len(s.wordings)),
        Column("addressees", "text", "Who was spoken to.", lambda s: [a.name or a.country for a in s.addressees]),
        Column("about", "text", "Parties that the words are about.", lambda s: s.about),
        Column("issues", "text", "Issue tags.", lambda s: s.issues),
        Column("stance", "text", "supportive, critical, demanding, denying, committing, neutral.", lambda s: s.stance),
        Column("negated", "flag", "True where it was not said, or denied.", lambda s: s.negated),
        *_about_sources(),
    ),
    lambda contents: iter(contents.statements),
)  # fmt: skip

COMMITMENTS: Table[MergedCommitment] = Table(
    "commitments",
    "Invitations, acceptances, refusals, agreements, pledges, expectations and demands: one row for each.",
    (
        Column("id", "text", "The commitment's id.", lambda c: c.id),
        Column("day", "date", "The day it was first told.", lambda c: c.day),
        Column("kind", "text", "invitation, acceptance, refusal, agreement, pledge, expectation, demand.", lambda c: c.kind),
        Column("by", "text", "Whose commitment it is.", lambda c: c.by),
        Column("to", "text", "To whom.", lambda c: c.to),
        Column("what", "text", "What is to be done, in the text's words.", lambda c: c.what),
        Column("amount", "number", "A sum or a number promised.", lambda c: c.amount.value if c.amount else None),
        Column("unit", "text", "ISO 4217 code, or the noun counted.", lambda c: c.amount.unit if c.amount else None),
        Column("due_start", "date", "First day of the time it is due in.", lambda c: _due(c).start),
        Column("due_end", "date", "Last day of the time it is due in.", lambda c: _due(c).end),
        Column("due_text", "text", "The words that say when.", lambda c: c.due_text),
        Column("status", "text", "open, kept, broken, overdue, withdrawn.", lambda c: c.status),
        Column("negated", "flag", "True where it was ruled out.", lambda c: c.negated),
        Column("issues", "text", "Issue tags.", lambda c: c.issues),
        Column("engagement", "text", "Id of the engagement that it is about.", lambda c: c.engagement),
        *_about_sources(),
    ),
    lambda contents: iter(contents.commitments),
)  # fmt: skip

EVENTS: Table[MergedEvent] = Table(
    "events",
    "The same facts coded in PLOVER 2.0: one row for each event, with lists of actors.",
    (
        Column("id", "text", "The event's id.", lambda v: v.id),
        Column("date", "date", "The day, where known.", lambda v: v.date),
        Column("type", "text", "One of PLOVER's 16 types.", lambda v: v.type),
        Column("mode", "text", "PLOVER mode.", lambda v: v.mode),
        Column("contexts", "text", "PLOVER contexts.", lambda v: v.contexts),
        Column("cameo", "text", "CAMEO code.", lambda v: v.cameo),
        Column("actor", "text", "Who acts; in mutual events all sides.", lambda v: v.actor),
        Column("recipient", "text", "Who it is done to.", lambda v: v.recipient),
        Column("quad", "integer", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.",
               lambda v: v.quad),
        Column("score", "number", "PLOVER's scale from −10 (conflict) to +10 (cooperation).", lambda v: v.score),
        Column("status", "text", "held, or what became of it: planned, postponed, cancelled, ….", lambda v: v.status),
        Column("background", "flag", "True where it is told as background.", lambda v: v.background),
        Column("engagement", "text", "Id of the engagement that it is coded from.", lambda v: v.engagement),
        *_about_sources(),
    ),
    lambda contents: iter(contents.events),
)  # fmt: skip


def _told(contents: Contents) -> Iterator[Told]:
    for family in ("engagements", "statements", "commitments", "events"):
        for item in getattr(contents, family):
            for source in item.sources:
                yield Told(family, item, source)


SOURCES: Table[Told] = Table(
    "sources",
    "Which document reports what: one row for each item and each of its sources.",
    (
        Column("family", "text", "engagements, statements, commitments, events.", lambda t: t.family),
        Column("item", "text", "Id of the item.", lambda t: t.item.id),
        Column("document", "text", "Id of the document.", lambda t: t.source.document),
        Column("report", "text", "Id of this report of the item.", lambda t: t.source.report),
        Column("fact", "text", "Id of the fact in the document's own record.", lambda t: t.source.fact),
        Column("source", "text", "Near-copies and versions of one text share this.", lambda t: t.source.source),
        Column("published", "date", "When the document was published.", lambda t: t.source.published),
        Column("outlet", "text", "Who published it.", lambda t: t.source.outlet),
        Column("url", "text", "Its address.", lambda t: t.source.url),
        Column("differs", "text", "What it says differently, as JSON.",
               lambda t: json.dumps(t.source.differs, ensure_ascii=False, sort_keys=True, default=str)
               if t.source.differs else None),
    ),
    _told,
)  # fmt: skip

DOCUMENTS: Table[DocumentRow] = Table(
    "documents",
    "The documents behind the items: one row for each.",
    (
        Column("id", "text", "sha256: and the hash of the text.", lambda d: d.id),
        Column("input_id", "text", "The id that it came with.", lambda d: d.input_id),
        Column("published", "date", "When it was published.", lambda d: d.published),
        Column("outlet", "text", "Who published it.", lambda d: d.outlet),
        Column("title", "text", "Its title.", lambda d: d.title),
        Column("url", "text", "Its address.", lambda d: d.url),
        Column("language", "text", "Its language, ISO 639-1.", lambda d: d.language),
        Column("source", "text", "Near-copies and versions of one text share this.", lambda d: d.source),
        Column("addresses", "integer", "At how many addresses the very same text stood.", lambda d: d.addresses),
        Column("characters", "integer", "Length of the text in code points; 0 where it was not kept.",
               lambda d: d.characters),
    ),
    lambda contents: iter(contents.documents),
)  # fmt: skip

TABLES: tuple[Table[Any], ...] = (ENGAGEMENTS, PARTICIPANTS, STATEMENTS, COMMITMENTS, EVENTS, SOURCES, DOCUMENTS)
