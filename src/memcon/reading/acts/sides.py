"""The two sides of an act: who does it, and to whom, where the arguments do not say it outright."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from memcon.reading import syntax
from memcon.reading.actors import Mention
from memcon.reading.acts.matching import Act, expanded, phrase_lemmas
from memcon.reading.acts.roles import Side, posted_to, side_of
from memcon.reading.analysis import Analysis
from memcon.reading.covering import statements_over
from memcon.reading.parsing import Parse
from memcon.record import Statement

WHERE = ("in", "at", "near", "around", "throughout", "across", "outside", "inside")
# Nouns that count others: of whom it is done stands under "of".
COUNTING = frozenset(
    {"ten", "dozen", "hundred", "thousand", "million", "billion", "group", "number", "score", "crowd", "most", "many", "couple"}
)
# What somebody who speaks for a state calls it: "*the government* will drop the bill, the premier said".
SEATS_OF_ACTION = frozenset({"to", "at", "in"})  # "was summoned *to the Foreign Ministry*": who does it
OWN = frozenset("country government administration ministry nation side state military cabinet authority".split())
QUALIFYING = frozenset({"amod", "compound", "poss", "prep", "relcl"})
FIRST_PERSON = frozenset({"we", "i"})
GRAMMATICAL = frozenset({"subject", "object", "possessor", "agent", "modifier"})
DIRECT = frozenset({"object", "clause", "infinitive", "by", "against", "subject"})
WHOM = ("to", "with", "against", "from", "for", "on", "in", "into", "at", "of")


def doers(analysis: Analysis, act: Act, places: Iterable[str], *, located: bool = False) -> Side:
    """Who does it: the first of the places that names a party; a pronoun's is the reporter's.

    `located`: people without a party act in the state they are in ("demonstrators in Baghdad")."""
    parse, clause = act.parse, act.clause
    tokens = []
    for place in places:
        found = [token for token in _at(act, place) if token.i != act.found.token.i]  # a noun is no doer of itself
        if place in SEATS_OF_ACTION:
            found = [argument.token for argument in act.found.at(place)]
        side = side_of(analysis, parse, *found, places=located)
        if side:
            return side
        tokens.extend(found)
    if not tokens and "subject" in places and act.found.entry.pos == "verb" and syntax.is_passive(act.found.token):
        tokens = far_agents(act.found.token)
        side = side_of(analysis, parse, *tokens)
        if side:
            return side
    if not tokens and SEATS_OF_ACTION & set(places) and syntax.is_passive(act.found.token):
        return _host(analysis, act)
    if clause.reporter is not None and _is_reporters(act, tokens):
        return side_of(analysis, parse, *syntax.subjects(clause.reporter))
    if clause.governor is not None and (not tokens or clause.minor):
        return side_of(analysis, parse, *syntax.subjects(clause.governor))
    if located and (not tokens or any(_is_domestic(analysis, token) for token in tokens)):
        return side_of(analysis, parse, *_surroundings(act), places=True)
    return Side()


def _host(analysis: Analysis, act: Act) -> Side:
    """ "The ambassador *to Chad* was summoned": by the state that he is sent to."""
    sides = (posted_to(analysis, mention) for mention in act.found.mentions_at("object"))
    return next((side for side in sides if side), Side())


def _is_reporters(act: Act, subjects: list[Any]) -> bool:
    """Whether who reports it does it: its subject is a pronoun; "said that *there were* doubts, and expelled him" has none."""
    if subjects:
        return all(_is_pronominal(token) for token in subjects)
    verb = act.clause.token
    if act.found.token.i != verb.i:
        return False
    if syntax.is_passive(verb):  # "announced that the pilot *would be freed*"
        return act.clause.declared and act.clause.mood == "planned"
    return verb.dep_ == "conj" and any(child.dep_ == "expl" for child in verb.head.children)


def far_agents(verb: Any) -> list[Any]:
    """Who does it, where other phrases part "by" from its passive: "were imposed on three banks *by Lithuania*"."""
    words = verb.doc[verb.i + 1 : verb.right_edge.i + 1]
    found = [item for word in words if word.lower_ == "by" and word.tag_ == "IN" for item in syntax.prepositional_objects(word)]
    return [item for item in found if item.tag_ != "VBG"][-1:]


def speakers_of(analysis: Analysis, verb: Any, offset: int, statements: tuple[Statement, ...]) -> Side:
    """The parties of "we" and "I" as the verb's subject: who speaks the words that stand at `offset`."""
    if not any(token.lower_ in FIRST_PERSON for token in syntax.subjects(verb)):
        return Side()
    statement = next(statements_over(analysis, statements, offset), None)
    named = [speaker for speaker in statement.speakers if speaker.country] if statement is not None else []
    spans = tuple((speaker.start, speaker.end) for speaker in named)
    return Side(tuple(dict.fromkeys(str(speaker.country) for speaker in named)), spans)


def _is_pronominal(token: Any) -> bool:
    """A pronoun, a noun whose owner is one ("their forces"), or "the government" of whoever speaks."""
    return token.pos_ == "PRON" or is_own(token) or any(child.tag_ == "PRP$" for child in token.children)


def is_own(token: Any) -> bool:
    """Whether the noun names the speaker's state without saying which: "the government", "our side"."""
    modified = any(child.dep_ in QUALIFYING and child.tag_ != "PRP$" for child in token.children)
    return token.lemma_.lower() in OWN and not modified


def _surroundings(act: Act) -> list[Any]:
    verb = act.clause.token
    found = syntax.under(verb, *WHERE)
    for item in [*syntax.direct_objects(verb), *(child for child in verb.children if child.dep_ in syntax.NOMINAL_SUBJECTS)]:
        found.extend(syntax.under(item, *WHERE))
    return found


def _is_domestic(analysis: Analysis, token: Any) -> bool:
    """Whether the noun is somebody or something inside a state whom nothing names: rebels, protesters, a court, homes."""
    if any(child.tag_ == "PRP$" for child in token.children):
        return False  # "its crew" is somebody's whom the words named before
    wanted = expanded(analysis.lexicon, ("@domestic", "@crowd", "@people"))
    counted = syntax.under(token, "of") if token.lemma_.lower() in COUNTING else [token]
    return any(item.lemma_.lower() in wanted for item in counted)


def is_domestic_conflict(analysis: Analysis, act: Act) -> bool:
    """Whether the opposition, rebels, a court or such stand in the sentence's main arguments."""
    wanted = expanded(analysis.lexicon, ("@unruly",))
    tokens = [argument.token for argument in act.found.arguments]
    tokens += [item for token in tokens if token.pos_ == "VERB" for item in clause_sides(token)]
    if act.clause.reporter is not None:
        tokens += syntax.subjects(act.clause.reporter)
    return any(lemma in wanted for token in tokens for lemma in phrase_lemmas(token))


def affected(
    analysis: Analysis,
    act: Act,
    places: Iterable[str],
    actor: Side,
    *,
    domestic: bool,
    located: bool,
    anywhere: bool = True,
    near: bool = False,
) -> Side:
    """To whom: the first of the places that names another party, else (`anywhere`) the nearest other party in the clause.

    `domestic`: the act may be done to the actor's own state or its people; `located`: to whoever is in a place."""
    posted = _posted(analysis, act, actor)
    if posted:
        others = side_of(analysis, act.parse, *syntax.under(act.found.token, "to", "from", "in"), without=actor)
        return posted.joined(others) if set(others.parties) - set(actor.parties) else posted
    filled: list[Any] = []
    for place in places:
        tokens = _at(act, place)
        side = side_of(analysis, act.parse, *tokens, places=located, near=near, without=actor)
        if side and place == "object" and tokens[0].tag_ == "PRP" and set(side.parties) <= set(actor.parties):
            return _before(analysis, act, tokens[0], actor)
        if side and ((domestic and place in DIRECT) or any(party not in actor.parties for party in side.parties)):
            return side
        filled.extend(token for token in tokens if _is_person(token) or _is_domestic(analysis, token))
    if not filled:
        return _anywhere(analysis, act, actor, domestic) if anywhere else Side()
    origin = side_of(analysis, act.parse, *syntax.under(act.found.token, "from", "of"), without=actor)
    if origin:  # "freed a reporter *from* Chad", where the parser hangs it on the verb
        return origin
    where = side_of(analysis, act.parse, *_surroundings(act), places=True, without=actor) if located else Side()
    if not where and anywhere:
        where = _anywhere(analysis, act, actor, domestic=False)
    return where or (Side(actor.parties) if domestic else Side())


def _posted(analysis: Analysis, act: Act, actor: Side) -> Side:
    """ "recalled its ambassador *to Ethiopia*": where the actor's own people are sent."""
    for argument in act.found.at("object", "of"):
        mention = argument.mention
        if mention is not None and actor and set(mention.parties) <= set(actor.parties) and mention.rule != "demonym":
            side = posted_to(analysis, mention)
            if side and not set(side.parties) & set(actor.parties):
                return side
    return Side()


def addressed(analysis: Analysis, act: Act, actor: Side) -> Side:
    """Whom the words before name as the other: "handed *Chad* a note and demanded …", "broke with *Chad*, urging …"."""
    verb = act.clause.token
    while verb.dep_ in {"conj", "advcl"} and verb.head.i != verb.i:
        verb = verb.head
        heads = [*syntax.direct_objects(verb), *syntax.under(verb, "to", "with", "from", "against", "on")]
        side = side_of(analysis, act.parse, *heads, without=actor)
        if set(side.parties) - set(actor.parties):
            return side
    return lately_named(analysis, act.parse, actor, act.parse.begins(act.clause.token))


def lately_named(analysis: Analysis, parse: Parse, actor: Side, end: int | None = None) -> Side:
    """The one other party that this sentence (as far as `end`) and the one before it name."""
    before = analysis.paragraph_before(parse.sentence)
    start = before.start if before is not None else parse.start
    named = [
        m
        for m in analysis.mentions_in(start, parse.end if end is None else end)
        if m.parties and m.kind not in {"place", "document"}
    ]
    others = [m for m in named if not set(m.parties) & set(actor.parties)]
    parties = {party for mention in others for party in mention.parties}
    one = parties.pop() if len(parties) == 1 else _most_named(analysis, parties)
    spans = [(mention.start, mention.end) for mention in others if one in mention.parties]
    return Side((one,), (spans[-1],)) if one is not None and spans else Side()


def _most_named(analysis: Analysis, parties: set[str]) -> str | None:
    """The one of these parties that the whole text is about: named at least twice as often as any other of them."""
    if (key := ("parties", 0)) not in analysis.memo:
        analysis.memo[key] = Counter(party for mention in analysis.mentions for party in mention.parties)
    counted = Counter({party: times for party, times in analysis.memo[key].items() if party in parties})
    ranked = counted.most_common(2)
    return ranked[0][0] if len(ranked) == 2 and ranked[0][1] >= 2 * ranked[1][1] else None


def nearest_before(analysis: Analysis, parse: Parse, place: int, actor: Side) -> Side:
    """The nearest other party before a place of the sentence, or in the sentence before it."""
    before = analysis.paragraph_before(parse.sentence)
    for mention in reversed(analysis.mentions_in(before.start if before is not None else parse.start, place)):
        if mention.parties and mention.kind != "place" and not set(mention.parties) & set(actor.parties):
            return Side(mention.parties, ((mention.start, mention.end),))
    return Side()


def _before(analysis: Analysis, act: Act, pronoun: Any, actor: Side) -> Side:
    """Nobody accuses *it* of being himself: the nearest other party before the pronoun."""
    for mention in reversed(analysis.mentions_in(act.parse.start, act.parse.begins(pronoun))):
        if mention.parties and not set(mention.parties) & set(actor.parties):
            return Side(mention.parties, ((mention.start, mention.end),))
    return Side()


def _is_person(token: Any) -> bool:
    """A proper name that nobody knows."""
    return bool(token.tag_ == "NNP")


def _at(act: Act, place: str) -> list[Any]:
    if place in {"clause", "infinitive"}:
        return [item for argument in act.found.at(place) for item in clause_sides(argument.token)]
    if place == "object" and act.found.entry.pos == "noun" and act.clause.token.i != act.found.token.i:
        return syntax.direct_objects(act.clause.token)
    direct = [argument.token for argument in act.found.at(place)]
    if place == "between" and not direct:  # "a pact on water *between* Chad and Niger was signed"
        return [item for argument in act.found.at("object") for item in _between(argument.token)]
    if direct or place in GRAMMATICAL:
        return direct
    return [item for argument in act.found.at("object", "of") for item in syntax.under(argument.token, place)]


def _between(noun: Any) -> list[Any]:
    """Those between whom it is, however deep the model hangs them."""
    words = (word for word in noun.subtree if word.lower_ == "between" and word.dep_ == "prep")
    return [item for word in words for item in syntax.prepositional_objects(word)]


def clause_sides(verb: Any) -> list[Any]:
    """Who does what is asked or alleged, or to whom it is offered."""
    own = [child for child in verb.children if child.dep_ in syntax.NOMINAL_SUBJECTS and child.dep_ != "expl"]
    if own and own[0].pos_ != "PRON":
        return [item for subject in own for item in syntax.conjuncts(subject)]
    return [*syntax.direct_objects(verb), *syntax.under(verb, *WHOM)]


def is_official(act: Act, places: Iterable[str]) -> bool:
    """Whether a state, a body or several people do it, not one person alone ("the minister surrounded himself")."""
    return are_official(act.found.mentions_at(*places))


def are_official(mentions: tuple[Mention, ...]) -> bool:
    """Whether these are nobody known, or more than one person alone."""
    return not mentions or any(actor.kind not in {"person", "office"} or actor.plural for m in mentions for actor in m.actors)


def _anywhere(analysis: Analysis, act: Act, actor: Side, domestic: bool) -> Side:
    """The nearest other party right of the verb in its own clause, where no argument names one."""
    verb = act.clause.token
    home = Side()
    for token in act.parse.doc[verb.i + 1 : _clause_end(act)]:
        if _opens_another_clause(token, verb):
            break
        mention = analysis.mention_at(act.parse.begins(token))
        if mention is None or (mention.start, mention.end) in actor.spans or mention.kind == "pronoun" or not mention.parties:
            continue
        side = side_of(analysis, act.parse, *syntax.conjuncts(token), without=actor)
        if any(party not in actor.parties for party in side.parties):
            return side
        home = home or side
    return home if domestic else Side()


def _opens_another_clause(token: Any, verb: Any) -> bool:
    if token.dep_ == "conj" and token.head.i == verb.i:
        return True
    return bool(token.dep_ == "relcl" or (token.dep_ == "advcl" and token.tag_ not in {"VB", "VBG"}))


def _clause_end(act: Act) -> int:
    """Where the verb's own words end: before who reports them, when that follows."""
    verb, reporter = act.clause.token, act.clause.reporter
    end = verb.right_edge.i + 1
    if reporter is not None and reporter.i > verb.i:
        speakers = [child for child in reporter.children if child.dep_ == "nsubj"]
        end = min([end, reporter.i, *(child.left_edge.i for child in speakers if child.i > verb.i)])
    return int(end)
