"""Many reports of one utterance folded into one, with every wording and how it differs."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ledger.match_statements import statement_features
from memcon.ledger.settling import Member, decision_of, first_by_order, settle, union
from memcon.ledger.types import Source, SpeakerName, Utterance, Wording
from memcon.ledger.wording import word_difference, words_of
from memcon.record import Statement

KIND_PRECISION = {"direct": 2, "partial": 1, "indirect": 0}


def fold_statement(members: Sequence[Member[Statement]]) -> Utterance:
    """The utterance of these reports. Its words are the most direct wording, the longest where several are."""
    members = sorted(members, key=lambda member: member.order)
    main = min(members, key=_directness)
    kind = settle("kind", members, lambda f: f.kind, lambda kind: KIND_PRECISION.get(kind, 0), lambda one, other: True)
    stance = settle("stance", members, lambda f: f.stance, lambda value: int(value != "neutral"))
    day = min((str(day) for m in members if (day := statement_features(m.fact, m.published).day)), default=None)
    wordings = _wordings(members, main)
    return Utterance(
        id=first_by_order(members).report,
        reports=tuple(sorted(member.report for member in members)),
        sources=tuple(_source(member, main, stance.by_report.get(member.report)) for member in members),
        disagreements=tuple(each.disagreement for each in (kind, stance) if each.disagreement),
        decision=decision_of(members),
        notes=union(note for member in members for note in member.notes),
        confidence=1.0 if any(m.confirmed for m in members) else max(m.fact.confidence for m in members),
        kind=kind.value,
        speakers=_speakers(members),
        words=_text(main.fact),
        quotes=tuple(quote.exact for quote in main.fact.quotes),
        wordings=wordings,
        addressees=union(addressee for member in members for addressee in member.fact.addressees),
        about=union(party for member in members for party in member.fact.about),
        issues=union(issue for member in members for issue in member.fact.issues),
        stance=stance.value,
        negated=main.fact.negated,
        day=day,
    )


def _directness(member: Member[Statement]) -> tuple[object, ...]:
    fact = member.fact
    return (
        "content" not in member.corrected,
        -KIND_PRECISION[fact.kind],
        bool(fact.relayed_by),
        -len(_text(fact)),
        member.order,
    )


def _text(fact: Statement) -> str:
    return " ".join(part.exact for part in fact.content.parts) or fact.content.exact


def _wordings(members: Sequence[Member[Statement]], main: Member[Statement]) -> tuple[Wording, ...]:
    reports: dict[str, list[Member[Statement]]] = {}
    for member in members:
        reports.setdefault(" ".join(words_of(_text(member.fact))), []).append(member)
    wordings = []
    for _, group in sorted(reports.items(), key=lambda pair: (main not in pair[1], pair[1][0].order)):
        text = _text((main if main in group else group[0]).fact)
        differences = () if main in group else word_difference(_text(main.fact), text)
        wordings.append(Wording(text=text, reports=tuple(sorted(m.report for m in group)), differences=differences))
    return tuple(wordings)


def _speakers(members: Sequence[Member[Statement]]) -> tuple[SpeakerName, ...]:
    """The speakers of the report that names them best."""
    best = max(
        members,
        key=lambda m: (
            "speakers" in m.corrected,
            sum(len(s.name or "") + bool(s.id) for s in m.fact.speakers),
            m.report,
        ),
    )
    return tuple(
        SpeakerName(name=s.name or s.exact, country=s.country, office=s.office, anonymous=s.anonymous)
        for s in best.fact.speakers
    )


def _source(member: Member[Statement], main: Member[Statement], stance: object) -> Source:
    differs: dict[str, object] = {}
    if words_of(_text(member.fact)) != words_of(_text(main.fact)):
        differs["words"] = _text(member.fact)
    if stance is not None:
        differs["stance"] = stance
    return Source(document=member.document, source="", report=member.report, fact=member.fact.id, differs=differs)
