"""Commitments without a word of promising: what a party says it will do, and what it says that another must."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from memcon.reading import syntax
from memcon.reading.acts import Clause, Side, are_official, is_own, lately_named, side_of
from memcon.reading.acts.matching import expanded, object_fits, phrase_lemmas
from memcon.reading.acts.obligations import obligations
from memcon.reading.acts.roles import posted_to
from memcon.reading.analysis import Analysis
from memcon.reading.commitments.drafts import Draft
from memcon.reading.commitments.making import made
from memcon.reading.commitments.pledges import in_its_own_name, is_no_pledge, itself, pledged
from memcon.reading.parsing import Parse
from memcon.reading.predicates import predicates_of
from memcon.record import CommitmentKind, Statement

TOLD = 0.6
OWN_TENSE = frozenset({"aux", "auxpass", "nsubj", "nsubjpass"})


def told_futures(
    analysis: Analysis, parse: Parse, clauses: tuple[Clause, ...], statements: tuple[Statement, ...]
) -> Iterator[Draft]:
    """ "X will send Y", in X's own name: a pledge; of several together an agreement."""
    for clause, who, deed in pledged(analysis, parse, clauses, statements):
        start = _start(parse, clause)
        what = (parse.begins(deed), max(parse.ends(_last(parse, clause, deed)), parse.ends(deed)))
        if start < what[0]:
            to = _promised_to(analysis, parse, deed, who)
            kind: CommitmentKind = "agreement" if _is_joint(analysis, parse, clause, who) else "pledge"
            draft = made(analysis, parse, kind, who, to, (start, what[1]), what, "future")
            subjects = [parse.begins(item.left_edge) for item in syntax.subjects(clause.token)]
            told = analysis.mentions_in(min([start, *subjects]), what[0])
            yield replace(draft, confidence=TOLD, official=are_official(told))


def refused_futures(analysis: Analysis, parse: Parse, clauses: tuple[Clause, ...]) -> Iterator[Draft]:
    """ "X will not attend", in X's own name: a refusal."""
    refusable = analysis.lexicon.table("commitments")["refusable"]
    for clause in clauses:
        verb = clause.token
        if clause.mood != "refused" or clause.governor is not None or verb.lemma_.lower() not in refusable:
            continue
        who = Side() if syntax.is_passive(verb) else itself(analysis, parse, clause)
        what = (parse.begins(verb), parse.ends(_last(parse, clause, verb)))
        if who and _start(parse, clause) < what[0]:
            to = _promised_to(analysis, parse, verb, who)
            draft = made(analysis, parse, "refusal", who, to, (_start(parse, clause), what[1]), what, "future")
            yield replace(draft, official=are_official(analysis.mentions_in(draft.start, what[0])))


def promised_by_noun(analysis: Analysis, parse: Parse) -> Iterator[Draft]:
    """ "left with an assurance that X would pay", "won a promise from X that it would pay": X's pledge."""
    table = analysis.lexicon.table("commitments")
    for noun in parse.doc:
        if noun.lemma_.lower() not in table["pledge_nouns"]:
            continue
        verb = next((child for child in noun.children if _is_promised(child)), None)
        if verb is None or _is_sought(table["sought"], noun):
            continue
        subjects = [child for child in verb.children if child.dep_ == "nsubj"]
        givers = [*syntax.under(noun, "from", "by", "of"), *syntax.possessors(noun)]
        named = [item for item in subjects if item.pos_ != "PRON"]
        who = side_of(analysis, parse, *named) or side_of(analysis, parse, *givers) or side_of(analysis, parse, *subjects)
        own = all(is_own(item) or item.pos_ == "PRON" or in_its_own_name(analysis, parse, item) for item in subjects)
        if who and own and subjects:
            words = (parse.begins(noun), parse.ends(verb.right_edge))
            what = (parse.begins(subjects[0].left_edge), words[1])
            to = _promised_to(analysis, parse, verb, who)
            yield replace(made(analysis, parse, "pledge", who, to, words, what, "noun"), official=True)


def intended_by_noun(analysis: Analysis, parse: Parse) -> Iterator[Draft]:
    """ "notified the UN of its *intention to send police*", "reaffirmed its *pledge to withdraw*": by who tells it."""
    table = analysis.lexicon.table("commitments")
    nouns = {*table["intention_nouns"], *table["pledge_nouns"]}
    for noun in parse.doc:
        if noun.lemma_.lower() not in nouns or syntax.is_negated(noun):
            continue
        deed = _deed_behind(noun)
        verb = next((token for token in syntax.governors(noun) if token.pos_ == "VERB"), None)
        own = any(child.tag_ == "PRP$" for child in noun.children)
        if deed is None or verb is None or not own or verb.lemma_.lower() not in table["declaring"]:
            continue
        if syntax.is_negated(verb) or syntax.modal_of(verb) is not None or is_no_pledge(analysis, parse, deed):
            continue
        if noun.lemma_.lower() in table["pledge_nouns"] and deed.lemma_.lower() in table["vague"]:
            continue  # "reaffirmed its commitment to strengthen ties"
        subjects = syntax.subjects(verb)
        who = side_of(analysis, parse, *subjects)
        if who and any(in_its_own_name(analysis, parse, item) for item in subjects):
            what = (parse.begins(deed), parse.ends(deed.right_edge))
            to = _promised_to(analysis, parse, deed, who)
            yield replace(made(analysis, parse, "pledge", who, to, (parse.begins(noun), what[1]), what, "noun"), official=True)


def _deed_behind(noun: Any) -> Any | None:
    """The infinitive of the noun: that of the "to" right behind it, wherever the model hangs it, or what hangs on the noun."""
    to = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    if to.tag_ == "TO" and to.head.tag_ == "VB" and to.head.i > to.i:
        return to.head
    return next((child for child in noun.children if child.dep_ in {"acl", "relcl"} and child.tag_ == "VB"), None)


def given_by_noun(analysis: Analysis, parse: Parse) -> Iterator[Draft]:
    """ "ended the summit *with a pledge of* 9 million euros": of who did so."""
    table = analysis.lexicon.table("commitments")
    funds = expanded(analysis.lexicon, ("@funds",))
    for noun in parse.doc:
        if noun.lemma_.lower() not in table["pledge_nouns"] or noun.dep_ != "pobj" or noun.head.lower_ not in {"with", "by"}:
            continue
        given = syntax.under(noun, "of")
        verb = next((token for token in syntax.governors(noun) if token.pos_ == "VERB"), None)
        if verb is None or syntax.is_negated(verb) or verb.tag_ not in {"VBD", "VBZ"} or syntax.is_negated(noun):
            continue
        who = side_of(analysis, parse, *syntax.subjects(verb))
        if who and any(lemma in funds for item in given for lemma in phrase_lemmas(item)):
            what = (parse.begins(given[0].left_edge), parse.ends(given[0].right_edge))
            inside = [word for item in given for word in item.subtree if word.lower_ in {"to", "for"}]
            heads = [item for word in inside for item in syntax.prepositional_objects(word)]
            to = side_of(analysis, parse, *syntax.under(noun, "to", "for"), *heads, without=who)
            to = to or lately_named(analysis, parse, who, parse.begins(noun))
            yield replace(made(analysis, parse, "pledge", who, to, (parse.begins(noun), what[1]), what, "noun"), official=True)


def agreed_by_noun(analysis: Analysis, parse: Parse) -> Iterator[Draft]:
    """ "ended the talks *with an accord to meet again*": what the two sides of the clause agreed."""
    nouns = analysis.lexicon.table("commitments")["agreement_nouns"]
    for noun in parse.doc:
        if noun.lemma_.lower() not in nouns or noun.dep_ != "pobj" or noun.head.lower_ not in {"with", "except", "but"}:
            continue
        deed = next((child for child in noun.children if _is_agreed(child)), None)
        verb = next((token for token in syntax.governors(noun) if token.pos_ in {"VERB", "AUX"}), None)
        if deed is None or verb is None or verb.tag_ not in {"VBD", "VBZ", "VBP"} or syntax.is_negated(noun):
            continue
        who = side_of(analysis, parse, *syntax.subjects(verb))
        if len(who.parties) > 1:
            words = (parse.begins(noun), parse.ends(deed.right_edge))
            first = min([deed.i, *(child.left_edge.i for child in deed.children if child.dep_ in syntax.NOMINAL_SUBJECTS)])
            what = (parse.begins(parse.doc[first]), words[1])
            yield replace(made(analysis, parse, "agreement", who, Side(), words, what, "noun"), official=True)


def _is_agreed(child: Any) -> bool:
    infinitive = (
        child.dep_ in {"acl", "relcl", "xcomp"} and child.tag_ == "VB" and any(c.lower_ == "to" for c in child.children)
    )
    return infinitive or _is_promised(child)


def _is_promised(child: Any) -> bool:
    words = {item.lower_ for item in child.children}
    to_come = "that" in words and bool(words & {"will", "would"})
    return child.dep_ in {"acl", "relcl", "ccomp"} and to_come and not syntax.is_negated(child)


def _is_sought(sought: list[str], noun: Any) -> bool:
    """Whether nobody gave it: "no promise", "demanded a guarantee", "did not give an assurance"."""
    governors = [token for token in syntax.governors(noun) if token.pos_ in {"VERB", "AUX"}][:1]
    return syntax.is_negated(noun) or any(verb.lemma_.lower() in sought or syntax.is_negated(verb) for verb in governors)


def duties(analysis: Analysis, parse: Parse, clauses: tuple[Clause, ...], statements: tuple[Statement, ...]) -> Iterator[Draft]:
    """ "Libya must hand over the suspects, Britain said": a demand."""
    for clause, by, asked in obligations(analysis, parse, clauses, statements):
        verb = clause.token
        what = (parse.begins(verb), parse.ends(_last(parse, clause, verb)))
        words = (min(_start(parse, clause), what[0]), what[1])
        yield replace(made(analysis, parse, "demand", by, asked, words, what, "obliged"), official=True)


def _start(parse: Parse, clause: Clause) -> int:
    """Where the clause begins: with its subject, or, where it shares that of the verb before, with its auxiliary."""
    verb = clause.token
    own = any(child.dep_ in syntax.NOMINAL_SUBJECTS for child in verb.children)
    auxiliaries = syntax.auxiliaries(verb)
    if verb.dep_ == "conj" and not own and auxiliaries:
        return parse.begins(auxiliaries[0])
    return min(parse.begins(item.left_edge) for item in syntax.subjects(verb))


def _last(parse: Parse, clause: Clause, deed: Any) -> Any:
    """The last word of the deed, before a further deed with a tense of its own and before who reports it."""
    taken = {item.i for child in deed.children if _is_further(child) for item in child.subtree}
    tokens = [token for token in deed.subtree if token.i >= deed.i and token.i not in taken and not token.is_punct]
    while len(tokens) > 1 and tokens[-1].dep_ == "cc":
        tokens.pop()
    return parse.doc[max(deed.i, _before_reporter(clause, tokens[-1].i if tokens else deed.i))]


def _is_further(child: Any) -> bool:
    return child.dep_ == "conj" and any(item.dep_ in OWN_TENSE for item in child.children)


def _is_joint(analysis: Analysis, parse: Parse, clause: Clause, who: Side) -> bool:
    """Whether several will do it together: "the two will …", "A and B are to …", "A and B will …, they agreed"."""
    if len(who.parties) < 2:
        return False
    if clause.governor is not None or (clause.reporter is not None and clause.reporter.lemma_.lower() == "agree"):
        return True
    mentions = (analysis.mention_at(parse.begins(item)) for item in syntax.subjects(clause.token))
    return any(mention is not None and len(mention.parties) > 1 for mention in mentions)


def _promised_to(analysis: Analysis, parse: Parse, deed: Any, who: Side) -> Side:
    """ "send gas *to Serbia*", "send *Fiji* a ship", "train *Ukrainian* pilots"."""
    whom = ("to", "with", "for", "by", "behind")  # "stand *by Ukraine*"
    for heads in (syntax.under(deed, *whom), syntax.direct_objects(deed), syntax.under(deed, "in", "from")):
        side = side_of(analysis, parse, *heads, without=who)
        if set(side.parties) - set(who.parties):
            return side
    mentions = (analysis.mention_at(parse.begins(item)) for item in syntax.direct_objects(deed))
    posted = next((side for mention in mentions if mention is not None and (side := posted_to(analysis, mention))), None)
    if posted is not None and not set(posted.parties) & set(who.parties):  # "send back its ambassador *to Niger*"
        return posted
    return lately_named(analysis, parse, who) if len(who.parties) == 1 and _is_given(analysis, parse, deed) else Side()


def _is_given(analysis: Analysis, parse: Parse, deed: Any) -> bool:
    """Whether the deed is one that goes to somebody: help, arms, prisoners freed."""
    found = (item for item in predicates_of(analysis, parse) if item.token.i == deed.i and item.entry.event is not None)
    fitting = [item.entry.event.type for item in found if item.entry.event and object_fits(analysis.lexicon, item, "event")]
    return bool(fitting) and set(fitting) <= {"AID", "RETREAT", "CONCEDE"}


def _before_reporter(clause: Clause, last: int) -> int:
    reporter = clause.reporter
    if reporter is None or reporter.i < clause.token.i:
        return last
    speakers = [child.left_edge.i for child in reporter.children if child.dep_ == "nsubj" and child.i > clause.token.i]
    return min(last, int(min([reporter.i, *speakers])) - 1)
