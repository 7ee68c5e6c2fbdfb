"""Events that the predicates themselves say: who did what to whom, on the main line of a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from memcon.lexicon import EventSignal
from memcon.reading import syntax
from memcon.reading.acts import (
    Act,
    Side,
    acts_of,
    addressed,
    affected,
    clauses_of,
    doers,
    is_domestic_conflict,
    is_official,
    side_of,
    speakers_of,
)
from memcon.reading.acts.matching import expanded, is_no_promise, is_own_order, is_wish, phrase_lemmas
from memcon.reading.acts.rows import Row, rows_of, touching
from memcon.reading.analysis import Analysis
from memcon.reading.commitments.content import content_of
from memcon.reading.events.boundary import FORCEFUL, Coding, coded, with_content
from memcon.reading.events.drafts import Draft
from memcon.reading.events.implied import counterpart, counterparts, named, obliged, threatened
from memcon.reading.events.judged import judged
from memcon.reading.events.unwelcome import unwelcome
from memcon.record import Engagement, EventType, Evidence, HeldBack, Statement

# Events that a state and its own people have with each other; the others need two parties.
DOMESTIC: frozenset[EventType] = frozenset(
    {"PROTEST", "COERCE", "ASSAULT", "MOBILIZE", "ACCUSE", "REQUEST", "REJECT", "CONCEDE", "RETREAT", "THREATEN", "SANCTION"}
)
WORDS: frozenset[EventType] = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "CONCEDE", "AGREE"})
# Done by people whom nothing names, in the state where they are.
LOCATED: frozenset[EventType] = frozenset({"PROTEST", "ASSAULT", "COERCE", "MOBILIZE"})
# Done to people and things in a place.
PLACED: frozenset[EventType] = LOCATED | {"RETREAT", "AID", "SANCTION", "CONCEDE", "CONSULT"}
# No event without another party: praise for nobody's deed is no diplomacy.
TWO_SIDED: frozenset[EventType] = frozenset({"SUPPORT", "COOPERATE", "AID", "CONSULT", "ACCUSE"})
# Done by several parties with one another ("signed", "restored ties"), but for praise and its kind.
JOINT: frozenset[EventType] = frozenset({"SUPPORT", "COOPERATE", "CONSULT", "AGREE"})
FORMAL = frozenset({"050", "057"})  # signing, opening relations: an act of state even where the other is no party
ONE_WAY = frozenset({"051", "052", "053", "054", "056"})
# Words about a deed: done to whom the deed would be done to.
ABOUT_DEEDS: frozenset[EventType] = frozenset({"AGREE", "THREATEN", "REJECT"})
SIGNED = "057"
# Words of a third about what others have agreed: "the UN welcomed *the accord*", "congratulated *the parties*".
ABOUT_OTHERS: frozenset[EventType] = frozenset({"SUPPORT", "REJECT", "ACCUSE"})
PROTESTS = frozenset({"protest", "complaint", "objection", "note"})
BOTH_SIDES = 0.75
ONE_SIDE = 0.55


def acted_events(
    analysis: Analysis, statements: tuple[Statement, ...], engagements: tuple[Engagement, ...] = ()
) -> Iterator[Draft | HeldBack]:
    """The events of all predicates on all main lines, and what was done by nobody who is named."""
    cues = rows_of((s.cue.start, s.cue.end, s.id) for s in statements if s.cue is not None)
    partner = counterparts(engagements)
    expelled: Draft | None = None
    agreed: tuple[str, ...] = ()
    for parse in analysis.parsed:
        clauses = clauses_of(parse, analysis.lexicon)
        done: set[int] = set()
        acts = list(acts_of(analysis, parse, clauses, "event"))
        for act in acts:
            if not _free(act, done) or _is_threat_inside(act, acts) or _is_unsaid(analysis, act):
                continue
            draft = _draft(analysis, act, statements, partner, cues)
            if isinstance(draft, Draft) and draft.mode == "expel":
                draft = expelled = _like_the_last(draft, expelled)
            agreed = _agreed_by(draft) or agreed
            if not isinstance(draft, Draft) or not draft.recipient or _speaks_of_others(analysis, act):
                draft = _of_what_others_agreed(analysis, act, statements, agreed, cues) or draft
            if draft is not None:
                yield draft
            if isinstance(draft, Draft):
                done.add(act.clause.token.i)
        yield from obliged(analysis, parse, clauses, statements)
        yield from threatened(analysis, parse, clauses, done, partner)
        yield from unwelcome(analysis, parse, clauses)
        yield from judged(analysis, parse, clauses)


def _agreed_by(draft: Draft | HeldBack | None) -> tuple[str, ...]:
    """Those who agreed or signed something together."""
    if not isinstance(draft, Draft) or draft.status != "held":
        return ()
    return draft.actor if len(draft.actor) > 1 and (draft.type == "AGREE" or draft.cameo == SIGNED) else ()


def _speaks_of_others(analysis: Analysis, act: Act) -> bool:
    """ "congratulated *the parties*", "rejected *the deal*": a definite noun for what was agreed, or for who agreed it, that
    names nobody."""
    signal = act.found.entry.event
    if signal is None or signal.type not in ABOUT_OTHERS or act.clause.mood != "held":
        return False
    nouns = analysis.lexicon.table("judgements")["agreed"]
    heads = [
        item
        for item in act.found.at("object")
        if item.mention is None or not item.mention.parties or item.mention.kind == "group"
    ]
    return any(
        item.token.lemma_.lower() in nouns
        and any(child.lower_ in {"the", "both"} for child in item.token.lefts)
        and not any(
            child.dep_ in {"poss", "prep", "amod", "compound"} and child.lower_ != "between" for child in item.token.children
        )
        for item in heads
    )


def _of_what_others_agreed(
    analysis: Analysis, act: Act, statements: tuple[Statement, ...], agreed: tuple[str, ...], cues: list[Row]
) -> Draft | None:
    """The event of a third's words about what the text has just told that others agreed."""
    signal = act.found.entry.event
    if signal is None or not agreed or not _speaks_of_others(analysis, act):
        return None
    actor = doers(analysis, act, signal.actor) or speakers_of(analysis, act.clause.token, act.start, statements)
    coding = coded(signal, act.clause.mood)
    if not actor or coding is None or set(actor.parties) & set(agreed):
        return None
    return _as_draft(
        analysis, act, with_content(coding, None), (actor.parties, agreed), _evidence(analysis, act, actor, Side()), cues
    )


def _like_the_last(draft: Draft, before: Draft | None) -> Draft:
    """ "Chad threw out ten Sudanese envoys. Niger is expelling *four*": diplomats of the same party."""
    if draft.recipient or before is None or set(before.recipient) & set(draft.actor):
        return draft
    return replace(draft, recipient=before.recipient, confidence=BOTH_SIDES)


def _is_threat_inside(act: Act, acts: list[Act]) -> bool:
    """ "is prepared to impose martial law" promises nothing: the deed under it is the threat."""
    return _type(act) == "AGREE" and any(
        _type(inner) in FORCEFUL and act.clause.token in syntax.governors(inner.clause.token) and inner.clause.mood == "planned"
        for inner in acts
    )


def _type(act: Act) -> EventType | None:
    return act.found.entry.event.type if act.found.entry.event else None


def _is_unsaid(analysis: Analysis, act: Act) -> bool:
    """ "refused to comment", "offered his condolences", "welcomed the guest"."""
    unsaid = analysis.lexicon.table("governors")["unsaid"]
    courtesies = analysis.lexicon.table("commitments")["courtesies"]
    said = any(item.token.lemma_.lower() in unsaid for item in act.found.at("infinitive"))
    if act.found.entry.lemma == "welcome" and any(m.kind in {"name", "title"} for m in act.found.mentions_at("object")):
        return True  # somebody received
    polite = any(item.token.lemma_.lower() in courtesies for item in act.found.at("object"))
    if act.found.entry.lemma == "insist" and not is_wish(act.found):
        return True
    if is_no_promise(analysis.lexicon, act.found) or (_type(act) == "REQUEST" and is_own_order(act.found)):
        return True
    return (_type(act) == "REJECT" and said) or (_type(act) == "AGREE" and polite)


def _free(act: Act, done: set[int]) -> bool:
    """Whether the act stands beside what is coded already, not inside it."""
    token = act.clause.token
    while token.head.i != token.i:
        if token.head.i in done and token.dep_ in {"ccomp", "xcomp", "acl", "pcomp", "acomp"}:
            return False
        token = token.head
    return True


def _draft(
    analysis: Analysis, act: Act, statements: tuple[Statement, ...], partner: frozenset[str], cues: list[Row]
) -> Draft | HeldBack | None:
    signal = act.found.entry.event
    assert signal is not None
    if act.clause.minor and signal.type not in WORDS:
        return None
    coding = coded(signal, act.clause.mood, declared=act.clause.declared, ended=act.clause.ended)
    if coding is None or (coding.type == "THREATEN" and signal.type in FORCEFUL and not _in_person(act, signal)):
        return None
    coding = with_content(coding, act.inner.entry.event if act.inner else None, meets=act.inner is not None)
    actor = doers(analysis, act, signal.actor, located=signal.type in LOCATED) or speakers_of(
        analysis, act.clause.token, act.start, statements
    )
    if not actor and signal.cameo == SIGNED and syntax.is_passive(act.found.token) and len(partner) == 2:
        actor = Side(tuple(sorted(partner)))  # "an accord *was signed*": by the two who are in talks
    if not actor:
        return _by_nobody(analysis, act, signal, coding)
    if signal.reciprocal and signal.two_sided and len(actor.parties) < 2:  # "decided to pay" agrees with nobody
        return None
    recipient = Side() if signal.reciprocal else _recipient(analysis, act, coding, actor)
    if coding.type in {"REQUEST", "AGREE"} and not recipient and len(actor.parties) == 1:
        recipient = counterpart(partner, actor)
    if coding.type == "REQUEST" and recipient and _is_asked_of_others(analysis, act, actor, recipient):
        recipient = addressed(analysis, act, actor)
    if coding.type == "SUPPORT" and not recipient and len(actor.parties) == 1 and _thanks_a_host(act):
        recipient = counterpart(partner, actor)
    nobody = not set(recipient.parties) - set(actor.parties) if coding.type == "SANCTION" else not recipient
    alone = nobody and len(actor.parties) == 1 and _is_own_word(analysis, act, actor)
    if alone and _is_put_to_somebody(analysis, act, signal):
        recipient = addressed(analysis, act, actor) or recipient
    if signal.when_joint and len(actor.parties) > 1 and coding.status == "held":  # "A and B held exercises"
        coding = Coding(signal.when_joint)
    sides = _checked(coding, actor, recipient, _standing(analysis, act, signal))
    if sides is None:
        return None
    return _as_draft(analysis, act, coding, sides, _evidence(analysis, act, actor, recipient), cues)


def _as_draft(
    analysis: Analysis,
    act: Act,
    coding: Coding,
    sides: tuple[tuple[str, ...], tuple[str, ...]],
    evidence: tuple[Evidence, ...],
    cues: list[Row],
) -> Draft:
    return Draft(
        type=coding.type,
        mode=coding.mode,
        cameo=coding.cameo,
        status=coding.status,
        actor=sides[0],
        recipient=sides[1],
        evidence=evidence,
        start=act.parse.start,
        end=act.parse.end,
        rule=f"act.{act.found.entry.lemma.replace(' ', '_')}",
        derived_from=touching(cues, act.start, act.end, within=(act.parse.start, act.parse.end)),
        confidence=BOTH_SIDES if sides[1] else ONE_SIDE,
    )


def _is_own_word(analysis: Analysis, act: Act, actor: Side) -> bool:
    """Whether nobody else tells it: "Chad said that Niger *was arming* rebels" says nothing of Chad."""
    reporter = act.clause.reporter
    if reporter is None:
        return True
    speakers = side_of(analysis, act.parse, *syntax.subjects(reporter))
    return set(speakers.parties) <= set(actor.parties)


def _thanks_a_host(act: Act) -> bool:
    """ "expressed his appreciation for *the warm hospitality*": of whom he is the guest of."""
    return any(item.token.lemma_.lower() in {"hospitality", "welcome", "reception"} for item in act.found.at("for", "object"))


def _is_asked_of_others(analysis: Analysis, act: Act, actor: Side, recipient: Side) -> bool:
    """ "Chad demanded *that prisoners be freed*", of whom no word says whose they are: a state asks another, not itself."""
    if recipient.spans or not set(recipient.parties) <= set(actor.parties) or not _is_own_word(analysis, act, actor):
        return False
    if act.found.at("object"):  # "ordered *the newspaper* to close"
        return False
    unruly = expanded(analysis.lexicon, ("@unruly",))
    asking = [item.token for item in act.found.at("subject")]
    return bool(asking) and unruly.isdisjoint(lemma for token in asking for lemma in phrase_lemmas(token))


def _is_put_to_somebody(analysis: Analysis, act: Act, signal: EventSignal) -> bool:
    """ "demanded an explanation", "lodged a protest": put to somebody whom the words before may name."""
    if signal.type == "REQUEST":
        return "object" in signal.recipient and bool(act.found.at("object", "clause"))
    if signal.type == "REJECT":  # "ruled *that* out"
        return any(item.token.lower_ in {"it", "that", "this"} for item in act.found.at("object"))
    if signal.type == "AID":
        return True
    if signal.type == "SANCTION" and signal.mode != "expel":  # "recalled *its ambassador*", "cut *ties*"
        broken = expanded(analysis.lexicon, ("@ties", "ambassador", "envoy"))
        return any(lemma in broken for item in act.found.at("object") for lemma in phrase_lemmas(item.token))
    if signal.mode == "expel":  # "is expelling *four*"
        return any(item.token.pos_ == "NUM" for item in act.found.at("object"))
    if signal.type == "AGREE":  # "promised a loan", "vowed to train pilots", not "vowed to form a task force"
        return _is_giving(analysis, act)
    return signal.type == "ACCUSE" and not PROTESTS.isdisjoint(act.found.entry.words[1:])


def _is_giving(analysis: Analysis, act: Act) -> bool:
    """Whether what is promised is money, or help that goes to somebody."""
    inner = act.inner.entry.event if act.inner else None
    if inner is not None:
        return inner.type in {"AID", "RETREAT"}
    funds = expanded(analysis.lexicon, ("@funds",))
    return any(lemma in funds for item in act.found.at("object") for lemma in phrase_lemmas(item.token))


def _by_nobody(analysis: Analysis, act: Act, signal: EventSignal, coding: Coding) -> HeldBack | None:
    """What was done to a party by somebody whom the words do not tie to one."""
    whom = affected(analysis, act, signal.recipient, Side(), domestic=False, located=False, anywhere=False)
    if not whom or coding.status != "held":
        return None
    evidence = (analysis.evidence(act.start, act.end, "type"), *named(analysis, whom, "recipient"))
    return HeldBack(what="event", reason=f"{coding.type}: who did it is not named", evidence=evidence)


def _in_person(act: Act, signal: EventSignal) -> bool:
    """Whether it is a party that will do it: "exports from X would violate the ban" threatens nobody."""
    arguments = act.found.at(*signal.actor)
    return not arguments or any(item.mention is not None or item.token.pos_ == "PRON" for item in arguments)


def _recipient(analysis: Analysis, act: Act, coding: Coding, actor: Side) -> Side:
    """To whom: what a promise or threat is about says it better than the words of promising."""
    signal = act.found.entry.event
    assert signal is not None
    domestic = coding.type in DOMESTIC
    if coding.type == "AGREE" and len(actor.parties) > 1:  # what they agree is among themselves
        return affected(analysis, act, ("with",), actor, domestic=False, located=False, anywhere=False)
    if signal.type in ABOUT_DEEDS and act.inner is not None and act.inner.entry.event is not None:
        deed = Act(act.inner, replace(act.clause, token=act.inner.token))
        about = act.inner.entry.event
        side = affected(analysis, deed, about.recipient, actor, domestic=domestic, located=about.type in PLACED, anywhere=False)
        if side and set(side.parties) - set(actor.parties):
            return side
    return affected(
        analysis,
        act,
        signal.recipient,
        actor,
        domestic=domestic,
        located=signal.type in PLACED,
        anywhere=signal.type != "SUPPORT" and not signal.near,
        near=signal.near,
    )


@dataclass(frozen=True, slots=True)
class _Standing:
    """What lets an event stand without another party: a quarrel inside the state, or an official actor and words that need
    nobody else."""

    unruly: bool
    official: bool
    alone: bool


def _standing(analysis: Analysis, act: Act, signal: EventSignal) -> _Standing:
    alone = not signal.two_sided and (signal.type not in TWO_SIDED or signal.cameo in FORMAL)
    return _Standing(is_domestic_conflict(analysis, act), is_official(act, signal.actor), alone)


def _checked(
    coding: Coding, actor: Side, recipient: Side, standing: _Standing
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Actor and recipient as lists, None where they make no event: a president asks governors, a union thanks members."""
    foreign = tuple(party for party in recipient.parties if party not in actor.parties)
    if foreign:
        return actor.parties, foreign
    joint = len(actor.parties) > 1 and coding.type in JOINT and coding.cameo not in ONE_WAY
    if joint:  # each to the other; agreeing and meeting are mutual by themselves
        return actor.parties, actor.parties if coding.type in {"SUPPORT", "COOPERATE"} else ()
    if len(actor.parties) == 2 and coding.mode == "withdraw" and coding.type == "SANCTION":  # "both recalled their ambassadors"
        return actor.parties, actor.parties
    if not (standing.unruly or (standing.official and standing.alone and coding.type != "REQUEST")):
        return None
    home = coding.type in DOMESTIC and (coding.type in LOCATED or standing.unruly)
    return actor.parties, recipient.parties if home else ()


# Evidence


def _evidence(analysis: Analysis, act: Act, actor: Side, recipient: Side) -> tuple[Evidence, ...]:
    return (
        analysis.evidence(act.start, _content_end(act), "type"),
        *named(analysis, actor, "actor"),
        *named(analysis, recipient, "recipient"),
    )


def _content_end(act: Act) -> int:
    """The end of the act's words; of a word about a deed the deed belongs to them ("vowed *not to allow armed groups*")."""
    signal = act.found.entry.event
    assert signal is not None
    if signal.type not in ABOUT_DEEDS | {"REQUEST"}:
        return act.end
    what = content_of(act, ("infinitive", "clause", "object"))
    return max(act.end, what[1]) if what else act.end
