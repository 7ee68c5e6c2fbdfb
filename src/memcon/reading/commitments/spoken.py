"""Commitments that a predicate says: promised, agreed, accepted, refused, demanded, expected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from memcon.lexicon import CommitmentSignal
from memcon.lexicon.sections import Place
from memcon.reading import syntax
from memcon.reading.acts import (
    Act,
    Side,
    acts_of,
    addressed,
    affected,
    clauses_of,
    doers,
    is_official,
    speakers_of,
)
from memcon.reading.acts.matching import is_no_promise, is_own_order, is_wish
from memcon.reading.acts.rows import Row, rows_of, touching
from memcon.reading.analysis import Analysis
from memcon.reading.commitments.answers import answers, invitations
from memcon.reading.commitments.content import bounds, content_of
from memcon.reading.commitments.drafts import Draft
from memcon.reading.commitments.futures import (
    agreed_by_noun,
    duties,
    given_by_noun,
    intended_by_noun,
    promised_by_noun,
    refused_futures,
    told_futures,
)
from memcon.reading.commitments.making import made
from memcon.reading.commitments.occasions import occasions
from memcon.reading.commitments.pledges import in_its_own_name
from memcon.reading.parsing import Parse
from memcon.reading.predicates import Argument
from memcon.record import Engagement, HeldBack, Statement

EVERYBODY = frozenset(
    {"all", "both", "they", "sides", "leaders", "parties", "delegations", "each", "ministers", "presidents", "countries"}
)
# "reaffirmed its commitment to strengthening ties" says nothing that will be done.
CALLS = frozenset({"call on", "call upon"})
COMMITTED = frozenset({"look", "commit", "affirm", "reaffirm", "confirm", "reiterate"})


def spoken_commitments(
    analysis: Analysis, statements: tuple[Statement, ...], engagements: tuple[Engagement, ...]
) -> Iterator[Draft | HeldBack]:
    """The commitments of all predicates and futures on all main lines, and what nobody who is named promised or asked."""
    met = rows_of((item.start, item.end, fact.id) for fact in engagements for item in fact.evidence)
    abroad = any(len(engagement.parties) > 1 for engagement in engagements)
    said: list[Draft] = []
    for parse in analysis.parsed:
        for draft in _spoken_in(analysis, parse, statements, engagements, met):
            if isinstance(draft, HeldBack):
                yield draft
            elif abroad or _is_abroad(analysis, parse, draft):
                said.append(draft)
        said += occasions(analysis, parse, engagements)
    answered = list(_given_answers(analysis, said, engagements))
    yield from (draft for draft in said if not any(_is_answer(draft, answer) for answer in answered))
    yield from answered


def _is_answer(draft: Draft, answer: Draft) -> bool:
    """Whether the words were read before as an answer to nobody."""
    return draft.kind == answer.kind and not draft.to and draft.start < answer.end and answer.start < draft.end


def _given_answers(analysis: Analysis, said: list[Draft], engagements: tuple[Engagement, ...]) -> Iterator[Draft]:
    """Invitations accepted or declined in words that do not name them."""
    for answer in answers(analysis, invitations(said, engagements)):
        parse, verb, invited = answer.parse, answer.clause.token, answer.invited
        first = min([parse.begins(verb), *(parse.begins(item.left_edge) for item in syntax.subjects(verb))])
        told = (max(first, invited.end) if first < invited.end else first, parse.ends(_last_word(verb)))
        draft = made(analysis, parse, answer.kind, answer.side, Side(invited.by), told, told, "answer")
        yield replace(draft, what=invited.what or draft.what, to=invited.by)


def _last_word(verb: Any) -> Any:
    """The end of the verb's own words, before a further clause."""
    later = [child.left_edge.i for child in verb.rights if child.dep_ in {"conj", "advcl", "ccomp", "parataxis", "cc", "punct"}]
    return verb.doc[max(verb.i, min([verb.right_edge.i, *(place - 1 for place in later)]))]


def _is_abroad(analysis: Analysis, parse: Parse, draft: Draft) -> bool:
    """Whether a state speaks, or somebody in a sentence that names another party; else it is a candidate's word to voters."""
    if draft.official or len(draft.by) > 1:
        return True
    mentions = analysis.mentions_in(parse.start, parse.end)
    return any(not set(mention.parties) <= set(draft.by) for mention in mentions)


def _spoken_in(
    analysis: Analysis,
    parse: Parse,
    statements: tuple[Statement, ...],
    engagements: tuple[Engagement, ...],
    met: list[Row],
) -> Iterator[Draft | HeldBack]:
    clauses = clauses_of(parse, analysis.lexicon)
    yield from duties(analysis, parse, clauses, statements)
    done: set[int] = set()
    for act in acts_of(analysis, parse, clauses, "commitment"):
        for draft in _drafts(analysis, act, statements, engagements, met):
            done.add(act.clause.token.i)
            yield draft if isinstance(draft, HeldBack) else replace(draft, official=is_official(act, ("subject",)))
    free = tuple(clause for clause in clauses if clause.token.i not in done)
    yield from told_futures(analysis, parse, free, statements)
    yield from refused_futures(analysis, parse, free)
    for by_noun in (promised_by_noun, intended_by_noun, agreed_by_noun, given_by_noun):
        yield from by_noun(analysis, parse)


def _drafts(
    analysis: Analysis,
    act: Act,
    statements: tuple[Statement, ...],
    engagements: tuple[Engagement, ...],
    met: list[Row],
) -> Iterator[Draft | HeldBack]:
    signal = act.found.entry.commitment
    assert signal is not None
    if act.clause.mood != "held" or (act.clause.minor and signal.kind != "pledge"):
        return
    said = speakers_of(analysis, act.clause.token, act.start, statements)
    by = said or doers(analysis, act, _givers(analysis, act, signal)) or _met(act, signal, engagements)
    what = content_of(act, signal.what)
    if signal.joint and len(by.parties) < 2:
        return
    if what is not None and analysis.shadow[what[0] : what[1]].lower().startswith("the following"):
        return  # "agree to *the following steps*": what they are stands in the list behind it
    if (what is None and signal.kind != "invitation") or not _counts(analysis, act, signal):
        return
    if not by:
        yield from _by_nobody(analysis, act, signal)
        return
    to = affected(analysis, act, signal.to, by, domestic=False, located=False) if signal.to else Side()
    if signal.kind == "demand" and not to and len(by.parties) == 1:
        to = addressed(analysis, act, by)
    start, end = act.start, max(act.end, what[1] if what else 0)
    rule = f"act.{act.found.entry.lemma.replace(' ', '_')}"
    draft = made(analysis, act.parse, signal.kind, by, to, (start, end), what, rule)
    draft = replace(draft, engagement=touching(met, start, end, within=(act.parse.start, act.parse.end)))
    yield draft
    if signal.kind == "acceptance":
        yield from _answered(analysis, act, draft, to)


def _givers(analysis: Analysis, act: Act, signal: CommitmentSignal) -> tuple[Place, ...]:
    """Whose word it is; "Beijing is expected to cut duties" names only who is to do it."""
    if signal.kind == "expectation" and syntax.is_passive(act.found.token):
        idle = analysis.lexicon.table("commitments")["no_pledge"]
        deeds = [argument.token for argument in act.found.at("infinitive")]
        named = any(in_its_own_name(analysis, act.parse, argument.token) for argument in act.found.at("object"))
        if named and deeds and not any(deed.lemma_.lower() in idle or syntax.is_passive(deed) for deed in deeds):
            return ("object",)
    return signal.by


def _by_nobody(analysis: Analysis, act: Act, signal: CommitmentSignal) -> Iterator[HeldBack]:
    """What was asked of a party or promised to it by somebody whom the words do not tie to one."""
    to = affected(analysis, act, signal.to, Side(), domestic=False, located=False, anywhere=False)
    if to:
        evidence = (analysis.evidence(act.start, act.end, "kind"), *(analysis.evidence(*span, "to") for span in to.spans))
        yield HeldBack(what="commitment", reason=f"{signal.kind}: whose word it is is not named", evidence=evidence)


def _counts(analysis: Analysis, act: Act, signal: CommitmentSignal) -> bool:
    """Not "refused to comment", and no expectation of what is in nobody's hand ("expects tourism to grow")."""
    table = analysis.lexicon.table("commitments")
    polite = any(argument.token.lemma_.lower() in table["courtesies"] for argument in act.found.at("object"))
    if polite and signal.kind != "demand":  # "offered an apology", but "demanded an apology"
        return False
    infinitives = [argument.token for argument in act.found.at("infinitive", "clause")]
    if (signal.kind == "demand" and is_own_order(act.found)) or is_no_promise(analysis.lexicon, act.found):
        return False
    if act.found.entry.lemma == "insist" and not is_wish(act.found):
        return False
    if act.found.entry.lemma in CALLS and not any(_names_somebody(analysis, act, a.token) for a in _called_on(act)):
        return False  # "called the envoy on two occasions"
    if act.found.entry.lemma.split()[0] in COMMITTED:
        return not any(argument.token.lemma_.lower() in table["vague"] for argument in act.found.at("to"))
    if signal.kind == "agreement":
        return not _is_opinion(table["opinions"], act)
    if signal.kind == "refusal":
        unsaid = analysis.lexicon.table("governors")["unsaid"]
        return not any(token.lemma_.lower() in unsaid for token in infinitives)
    if signal.kind == "expectation":
        subjects = [child for token in infinitives for child in token.children if child.dep_ in {"nsubj", "nsubjpass"}]
        own = all(in_its_own_name(analysis, act.parse, subject) for subject in subjects)
        return own or any(subject.lemma_.lower() in table["between_states"] for subject in subjects)
    return True


def _called_on(act: Act) -> tuple[Argument, ...]:
    return act.found.at(*act.found.entry.words[1:])


def _names_somebody(analysis: Analysis, act: Act, noun: Any) -> bool:
    """Whether the noun's own phrase up to it names a party or a person: "called on *ASEAN* member states"."""
    parse = act.parse
    return bool(analysis.mentions_in(parse.begins(noun.left_edge), parse.ends(noun)))


def _is_opinion(opinions: list[str], act: Act) -> bool:
    """ "Agreed on the importance of talks", "agreed that the crisis is grave": of one mind, not bound to do anything."""
    if any(argument.token.lemma_.lower() in opinions for argument in act.found.at("on", "upon", "to", "object")):
        return True
    clauses = [argument.token for argument in act.found.at("clause")]
    return bool(clauses) and not any(clause.tag_ == "VB" or _is_to_come(clause) for clause in clauses)


def _is_to_come(verb: Any) -> bool:
    """ "agreed that the dam *will* be filled in stages"."""
    return any(child.lower_ in {"will", "would", "shall"} for child in syntax.auxiliaries(verb))


def _met(act: Act, signal: CommitmentSignal, engagements: tuple[Engagement, ...]) -> Side:
    """ "It was agreed to …", "all affirmed …": by those whom the text tells to be in talks, so far or next."""
    subjects = {argument.token.lower_ for argument in act.found.at("subject")}
    if not (subjects & EVERYBODY or (signal.kind == "agreement" and syntax.is_passive(act.found.token))):
        return Side()
    held = [item for item in engagements if item.status == "held" and not item.background]
    told = [item for item in held if item.evidence[0].start < act.start] or held[:1]
    here = [item for item in held if any(act.parse.start <= shown.start < act.parse.end for shown in item.evidence)]
    if syntax.is_passive(act.found.token):  # "was signed": by those of one engagement, or by nobody whom the words tell
        told = here or (told if len({item.parties for item in told}) == 1 else [])
    return Side(tuple(sorted({party for item in told for party in item.parties})))


def _answered(analysis: Analysis, act: Act, draft: Draft, to: Side) -> Iterator[Draft]:
    """An invitation accepted is an invitation given: "accepted an invitation *from Blinken* to visit"."""
    nouns = [argument.token for argument in act.found.at("object") if argument.token.lemma_.lower() == "invitation"]
    if nouns and to:
        start, _ = bounds(act, act.parse, nouns[0], "object")
        words = analysis.evidence(start, draft.end, "kind", "what")
        named = tuple(analysis.evidence(*span, "by") for span in to.spans)
        rule = "act.accepted_invitation"
        yield replace(draft, kind="invitation", by=draft.to, to=draft.by, start=start, rule=rule, evidence=(words, *named))
