"""References: he, the secretary, both sides, the two leaders, his Chinese counterpart → actors.

One pass over the text with the actors met so far. A pronoun goes to the nearest fitting subject (subjects before
objects, the same sentence before the last one, gender where it is known); a bare title to whoever bears it in the text;
a plural to the two parties, or persons, at hand. What nothing decides stays unresolved.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any

from memcon.lexicon import Lexicon
from memcon.reading.actors import Actor, Mention
from memcon.reading.analysis import Analysis
from memcon.reading.delegations import delegations_again
from memcon.reading.descriptions import (
    as_person,
    at_home,
    bearer,
    counterpart,
    find_latter,
    find_roles,
    last_of_party,
    later_bearer,
    named_bearer,
    of_latter,
    of_role,
    placed_as_counterpart,
    placed_by_chief,
    placed_by_clause,
    placed_by_office,
    same_body,
    subject_rank,
    top_token,
)
from memcon.reading.home import home_of
from memcon.reading.introductions import with_introduced
from memcon.reading.issuers import first_persons
from memcon.reading.kin import kin_mentions
from memcon.reading.lists import listed_up_to
from memcon.reading.memory import REACH, Memory, Seen, stories
from memcon.reading.parsing import Parse
from memcon.reading.sentences import Sentence
from memcon.reading.syntax import governors
from memcon.reading.syntax import subjects as subjects_of
from memcon.record import Level

SINGULAR = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
PLURAL = frozenset({"all", "they", "them", "their", "themselves", "both", "each"})
NEUTER = frozenset({"it", "its", "itself"})
# Plurals that mean states and no organisation: "both *countries*".
OF_STATES = frozenset({"governments", "countries", "nations", "states", "capitals", "neighbours", "neighbors"})
NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
LEADING = frozenset({"leader"})
NEAR = 3  # sentences within which two who were named together are the two that a plural means
_WEIGHT = {"main": 2.5, "clause": 2.0, "": 0.0}  # what being a subject adds to a person's claim
_GOES_ON = 2.5  # what having spoken adds where the verb goes on with a speech: more than a sentence between takes away
_GOING_ON = frozenset({"also", "further", "furthermore"})
_BEHIND_MARKS = 4.0  # what a person named on the other side of quotation marks claims less: two sentences' worth
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def resolve_references(analysis: Analysis) -> tuple[Mention, ...]:
    """The analysis's mentions with pronouns added and descriptions resolved, sorted, not overlapping."""
    states = _main_pair(analysis.mentions, only=analysis.knowledge.states)
    memory = Memory(analysis, states=states, home=home_of(analysis))
    pair = _main_pair(analysis.mentions)
    introduced = {mention.start: mention for mention in with_introduced(analysis)}
    resolved: list[Mention] = []
    for story, sentences in stories(analysis):
        memory.turn_to(story)
        for sentence in sentences:
            parse = analysis.parse_of(sentence)
            here = [introduced[mention.start] for mention in analysis.mentions_in(sentence.start, sentence.end)]
            if parse is not None:
                here = sorted([*here, *_pronouns(parse, here)], key=lambda m: m.start)
            for mention in here:
                settled = _settle(mention, sentence, parse, memory, pair)
                resolved.append(settled)
                subject = subject_rank(parse, settled) if parse is not None else ""
                memory.add(settled, sentence, subject, spoke=parse is not None and _spoke(parse, settled, analysis.lexicon))
    resolved += first_persons(analysis, resolved)
    resolved += kin_mentions(analysis, resolved)
    resolved += delegations_again(analysis, resolved)
    return _reindexed(analysis.mentions, sorted(resolved, key=lambda mention: mention.start))


def _reindexed(before: Sequence[Mention], after: list[Mention]) -> tuple[Mention, ...]:
    """Appositions point at an index; with pronouns added the indices move."""
    place = {mention.start: index for index, mention in enumerate(after)}
    return tuple(replace(m, of=place[before[m.of].start]) if m.of is not None else m for m in after)


def _pronouns(parse: Parse, mentions: Sequence[Mention]) -> Iterator[Mention]:
    taken = {place for mention in mentions for place in range(mention.start, mention.end)}
    for token in parse.doc:
        word = token.lower_
        start, end = parse.begins(token), parse.ends(token)
        if (
            start in taken
            or not (token.tag_ in {"PRP", "PRP$"} or (word == "all" and _alone(token)))
            or not (word in SINGULAR or word in PLURAL or word in NEUTER)
            or _means_nothing(token)
        ):
            continue
        yield Mention(start, end, start, end, "pronoun", (), "pronoun", possessive=token.tag_ == "PRP$")
    yield from find_roles(parse, taken)
    yield from find_latter(parse, taken)


def _alone(token: Any) -> bool:
    """ "*All* affirmed", and not "all of them", "nearly all"."""
    return token.dep_ == "nsubj" and not list(token.children)


def _means_nothing(token: Any) -> bool:
    """ "*It* was agreed that …", "*it* is time to …": the subject stands for the clause."""
    if token.lower_ != "it":
        return False
    clause = any(child.dep_ in {"ccomp", "csubj", "csubjpass"} for child in token.head.children)
    return token.dep_ == "expl" or (token.dep_ == "nsubjpass" and clause)


def _owned(mention: Mention, words: str, sentence: Sentence, parse: Parse | None, memory: Memory) -> Mention | None:
    """ "*his* spokesman X", "*its* leaders": of the party of whom the possessive means; None where that is nobody."""
    word, _, rest = words.partition(" ")
    if word not in {"his", "her", "its", "their"} or rest.startswith(("counterpart", "opposite", "host")):
        return None
    beside = _beside(mention, memory)
    if beside is not None and mention.kind != "group":
        return replace(mention, actors=tuple(replace(actor, country=beside.country) for actor in mention.actors))
    start = mention.start
    pronoun = Mention(start, start + len(word), start, start + len(word), "pronoun", (), "pronoun", possessive=True)
    owners = _antecedents(pronoun, sentence, parse, memory, ())
    parties = {owner.country for owner in owners}
    if mention.kind == "group" and len(parties) > 1 and all(parties):
        return _of_each(mention, sorted(str(party) for party in parties))
    if len(parties) != 1 or not owners[0].country:
        return None
    return replace(mention, actors=tuple(replace(actor, country=owners[0].country) for actor in mention.actors))


_WHOSE = re.compile(r",? whose (?:new |own |respective )?$")


def _whose(mention: Mention, sentence: Sentence, memory: Memory) -> Mention | None:
    """ "Indonesia and Malaysia, *whose leaders* met", "Kenya, *whose president* will come": of the parties right before."""
    shadow = memory.analysis.shadow
    before = [item.mention for item in memory.met_in(sentence.index) if item.mention.end <= mention.start]
    if not before or _WHOSE.fullmatch(shadow, before[-1].end, mention.start) is None:
        return None
    parties = {party: None for m in listed_up_to(memory.analysis, before[-1]) for party in m.parties}
    if mention.kind == "group" and len(parties) > 1:
        return _of_each(mention, sorted(parties))
    if len(parties) != 1:
        return None
    return replace(mention, actors=tuple(replace(actor, country=next(iter(parties))) for actor in mention.actors))


def _beside(mention: Mention, memory: Memory) -> Actor | None:
    """ "X and *his* spouse Y": X, who stands right before."""
    before = memory.seen[-1] if memory.seen else None
    if before is None or before.mention.kind != "name" or before.actor.country is None:
        return None
    between = memory.analysis.shadow[before.mention.end : mention.start]
    return before.actor if between in {" and ", ", and "} else None


def _named_after(mention: Mention, sentence: Sentence, memory: Memory) -> tuple[Actor, ...]:
    """ "The two ministers, *Zarif and Kono*, met": the names that follow say who; as many as are meant."""
    shadow, found, end = memory.analysis.shadow, [], mention.end
    for link, named in zip((", ", " and "), memory.analysis.mentions_in(mention.end, sentence.end), strict=False):
        if named.kind != "name" or named.actor is None or shadow[end : named.start] != link:
            return ()
        found.append(named.actor)
        end = named.end
    return tuple(found) if len(found) == 2 and shadow[end : end + 1] in {",", "."} else ()


def _of_each(mention: Mention, parties: Sequence[str]) -> Mention:
    """ "*their* leaders" after two states, "the ambassadors of both countries": some of each party."""
    first = mention.actors[0]
    level = first.level or ("official" if first.kind == "group" else None)
    return replace(mention, actors=tuple(replace(first, country=party, level=level) for party in parties))


def _of_sides(mention: Mention, sentence: Sentence, memory: Memory, pair: tuple[str, ...]) -> Mention | None:
    """The group of a phrase that ends in a plural of parties: "the ambassadors of *both countries*"."""
    analysis = memory.analysis
    following = next(iter(analysis.mentions_in(mention.end, sentence.end)), None)
    if following is None or following.rule != "sides" or analysis.shadow[mention.end : following.start] not in _OF:
        return None
    sides = following.actors or _sides(following, sentence, memory, pair, frozenset())
    parties = sorted({side.country for side in sides if side.country})
    return _of_each(mention, parties) if len(parties) > 1 and len(mention.actors) == 1 else None


def _with_phrase(mention: Mention, sentence: Sentence, memory: Memory, pair: tuple[str, ...]) -> Mention | None:
    """ "*The leaders* of the three countries": those of the phrase and no others; None where there is no such phrase."""
    analysis = memory.analysis
    behind = analysis.shadow[mention.end : mention.end + 4].lower()
    if not behind.startswith(" of ") or analysis.shadow[mention.start : mention.end].lower().endswith(("pair", "two", "duo")):
        return None
    level: Level = "minister" if "minister" in analysis.shadow[mention.start : mention.end].lower() else "leader"
    noun = analysis.shadow[mention.head_start : mention.head_end]
    group = replace(mention, actors=(Actor("group", noun, None, level=level),))
    return _of_sides(group, sentence, memory, pair) or replace(mention, actors=())


def _named_behind(mention: Mention, memory: Memory) -> tuple[Actor, ...]:
    """ "*the host*, Alexander Lukashenko of Belarus, seated them": whom the name says."""
    if memory.analysis.shadow[mention.end : mention.end + 2] != ", ":
        return ()
    named = memory.analysis.mention_at(mention.end + 2)
    return named.actors if named is not None and named.kind == "name" else ()


_OF = frozenset({" of ", " from ", " of the ", " for "})


def _settle(mention: Mention, sentence: Sentence, parse: Parse | None, memory: Memory, pair: tuple[str, ...]) -> Mention:
    if mention.rule in {"sides", "people"} and not mention.actors:
        named = _named_after(mention, sentence, memory)
        if named:
            return replace(mention, actors=named)
        if mention.rule == "people" and (phrase := _with_phrase(mention, sentence, memory, pair)) is not None:
            return phrase
        barred = _clause_mates(mention, sentence, parse, memory) if parse is not None else frozenset()
        counted = _counted(mention, parse) if parse is not None else None
        if counted is not None and (meant := _meant_by(counted, memory.analysis.lexicon)) is not None:
            actors = _sides(mention, sentence, memory, pair, barred, noun=counted.lower_) if meant == "parties" else ()
            actors = actors or (_states(pair, memory) if meant == "parties" and len(pair) == 2 else ())
            end = parse.ends(counted) if parse is not None else mention.end
            if meant == "parties" and not memory.analysis.mentions_in(mention.end, end):
                mention = replace(mention, end=end, head_end=end)
        elif _of_others(mention, sentence, memory):
            actors = ()
        else:
            find = _sides if mention.rule == "sides" else _persons
            actors = find(mention, sentence, memory, pair, barred)
        return replace(mention, actors=actors)
    if mention.rule == "latter":
        return replace(mention, actors=of_latter(mention, sentence, memory))
    if mention.kind == "pronoun":
        return replace(mention, actors=_antecedents(mention, sentence, parse, memory, pair))
    words = memory.analysis.shadow[mention.start : mention.end].lower()
    if mention.rule == "role":
        return replace(mention, actors=_named_behind(mention, memory) or of_role(mention, sentence, memory))
    if mention.kind in {"group", "title", "name"} and mention.actor and not mention.actor.country:
        whose = _whose(mention, sentence, memory)
        if whose is not None:
            return whose
        owned = _owned(mention, words, sentence, parse, memory)
        if owned is None and mention.kind == "group":
            owned = _of_sides(mention, sentence, memory, pair)
        if owned is not None:
            return owned
    noun = memory.analysis.shadow[mention.start : mention.head_end].lower()  # "his counterpart | from Norway"
    equal = noun.endswith(("counterpart", "counterparts", "opposite number", "opposite numbers", "colleague", "colleagues"))
    if mention.kind in {"group", "title"} and equal and mention.rule != "group.named":
        actors = tuple(counterpart(actor, sentence, memory) or actor for actor in mention.actors)
        return replace(mention, actors=actors, rule="reference.counterpart")
    return _described(mention, mention.actor, sentence, memory) if mention.actor is not None else mention


def _of_others(mention: Mention, sentence: Sentence, memory: Memory) -> bool:
    """ "The ministers *of the Baltic states*": of whom the words behind tell, and not of those named before; but "the leaders
    *of the two countries*" are."""
    shadow = memory.analysis.shadow
    alone = shadow[mention.start : mention.end].lower() == "the two"  # "the two of them"
    if mention.actors or alone or not shadow.startswith((" of ", " from "), mention.end):
        return False
    following = next(iter(memory.analysis.mentions_in(mention.end, sentence.end)), None)
    if following is None or shadow[mention.end : following.start] not in _OF:
        return True
    return following.rule not in {"sides", "people"} and following.kind != "pronoun"


def _counted(mention: Mention, parse: Parse) -> Any | None:
    """The noun behind a plural that the lexicon has without it: "the two warring *factions*"."""
    token = parse.token_at(mention.end - 1)
    if token is None or token.dep_ not in {"nummod", "det", "predet"} or token.head.i <= token.i:
        return None
    return token.head if token.head.pos_ in {"NOUN", "PROPN"} else None


def _meant_by(noun: Any, lexicon: Lexicon) -> str | None:
    """Whether a counted noun means "parties" or "nobody" of the text; None where it may mean persons."""
    plural = lexicon.table("actors")["plural"]
    lemma = noun.lemma_.lower()
    return "parties" if lemma in plural["party_nouns"] else "nobody" if lemma in plural["unnamed_nouns"] else None


def _described(mention: Mention, actor: Actor, sentence: Sentence, memory: Memory) -> Mention:
    """A title, a name or a body with whom the text, or its home, says it is."""
    meant: Actor | None = None
    if mention.kind == "title" and not _is_definite(mention, memory):
        return mention
    if mention.kind == "title" and actor.country:
        meant = named_bearer(mention, actor, memory) or last_of_party(mention, actor, sentence, memory)
    elif mention.kind == "title":
        later = later_bearer(mention, actor, sentence, memory)
        own = later if later is not None and later.country == memory.home else None
        meant = bearer(mention, actor, memory) or own or at_home(actor, memory) or later
    elif mention.kind == "name" and actor.kind == "person" and not actor.country:
        party = placed_by_clause(mention, sentence, memory) or placed_by_chief(actor, memory)
        unplaced = party is None and actor.office is None
        office = placed_by_office(mention, sentence, memory) if unplaced else None
        office = office or (placed_as_counterpart(mention, sentence, memory) if unplaced else None)
        placed = replace(actor, country=office.country, office=office.office, level=office.level) if office else None
        meant = replace(actor, country=party) if party else placed or at_home(actor, memory)
    elif mention.kind in {"adjective", "state"} and as_person(mention, sentence, memory):
        people = (item.actor for item in memory.people(sentence.index) if item.actor.kind == "person")
        meant = next((person for person in people if person.country == actor.country), None)
    elif mention.kind in {"body", "group"} and not actor.country:
        meant = same_body(mention, actor, memory) or at_home(actor, memory)
    return replace(mention, actors=(meant,), rule=f"reference.{mention.kind}") if meant else mention


def _is_definite(mention: Mention, memory: Memory) -> bool:
    words = memory.analysis.shadow[mention.start : mention.end].lower()
    return not words.startswith(("a ", "an ", "another ", "any ", "no ", "his ", "her ", "its ", "their "))


# --- plurals ----------------------------------------------------------------------------------------------------------


def _main_pair(mentions: Sequence[Mention], only: Container[str] | None = None) -> tuple[str, ...]:
    """The two parties (of `only`) that the text names most; those named first where equal."""
    counts: Counter[str] = Counter()
    for mention in mentions:
        if mention.kind != "place":
            counts.update(party for party in mention.parties if only is None or party in only)
    first = {party: index for index, party in enumerate(counts)}
    ranked = sorted(counts, key=lambda party: (-counts[party], first[party]))
    return tuple(ranked[:2])


def _sides(
    mention: Mention, sentence: Sentence, memory: Memory, pair: tuple[str, ...], barred: frozenset[str], *, noun: str = ""
) -> tuple[Actor, ...]:
    """The parties that a plural means: those of the sentence so far, of the one before, else the document's main two.

    The subject of the verb that has them as its object is none of them (`barred`). `noun`: where it stands further on."""
    words = [*memory.analysis.shadow[mention.start : mention.end].lower().split(), *([noun] if noun else [])]
    number = _number(" ".join(words))
    only_states = words[-1] in OF_STATES
    nearest: tuple[str, ...] = ()
    for back in (0, 1):
        near = tuple(
            dict.fromkeys(
                s.actor.country
                for s in memory.met_in(sentence.index - back)
                if s.actor.country and s.mention.kind != "place"
                if s.actor.key not in barred and (not only_states or memory.is_country(s.actor.country))
                if s.mention.kind != "pronoun" or s.actor.kind == "person"  # "called *it* a victory" names nobody
                if not _is_named_next(s.mention, memory)  # "the AU's envoy, former Nigerian president X" is one man
            )
        )
        if len(near) == number and set(nearest) <= set(near):
            return _states(near, memory)
        joined = _joined_states(memory) if len(near) == 1 == back and number == 2 else ()
        if joined and near[0] not in joined:
            return _states(joined, memory)  # "Iran and Saudi Arabia agreed …. Wang Yi called it …. The two countries will …"
        if len(near) == 1 == back and number == 2 and memory.protagonist not in (None, *near) and not nearest:
            return _states((*near, str(memory.protagonist)), memory)  # "China lifted …. Both sides agreed", in a story of Lula
        nearest = near
    if number == 2 and (grouped := _grouped(sentence, memory, barred)):
        return _states(grouped, memory)
    meant = memory.states if only_states else pair
    if number > 2:
        return _states(_of_number(number, sentence, memory), memory)
    return _states(meant, memory) if len(meant) == 2 and number == 2 else ()


def _grouped(sentence: Sentence, memory: Memory, barred: frozenset[str]) -> tuple[str, ...]:
    """ "Fidan called X and Y, and the *leaders* agreed how *the parties* …": the two of a plural in the same sentence."""
    told = [s.mention for s in memory.met_in(sentence.index) if s.mention.kind == "group" and s.actor.key not in barred]
    parties = tuple(actor.country for actor in told[-1].actors if actor.country) if told else ()
    return parties if len(set(parties)) == len(parties) == 2 else ()


def _is_named_next(mention: Mention, memory: Memory) -> bool:
    """ "*the envoy*, X": a title that the name right behind it tells of."""
    behind = memory.analysis.shadow[mention.end : mention.end + 2]
    following = memory.analysis.mention_at(mention.end + 2) if behind == ", " else None
    return mention.kind == "title" and following is not None and following.kind == "name"


def _of_number(number: int, sentence: Sentence, memory: Memory) -> tuple[str, ...]:
    """ "*the three countries*": the parties of the last sentence that names just so many."""
    for index in range(sentence.index, -1, -1):
        named = {s.actor.country for s in memory.met_in(index) if s.actor.country and s.mention.kind != "place"}
        if len(named) == number:
            return tuple(sorted(str(party) for party in named))
    return ()


def _joined_states(memory: Memory) -> tuple[str, ...]:
    """The two parties that the text first names as one: "*Iran and Saudi Arabia* agreed", "delegates of A and of B"."""
    told = [item for item in memory.seen if item.mention.kind in _JOINED and item.actor.country]
    for one, other in pairwise(told):
        between = memory.analysis.shadow[one.mention.end : other.mention.start]
        states = one.mention.kind == other.mention.kind == "state" and between == " and "
        both = one.mention is other.mention and len(one.mention.actors) == 2 and one.actor.country != other.actor.country
        if both and " and " in memory.analysis.shadow[one.mention.start : one.mention.end]:
            return (str(one.actor.country), str(other.actor.country))  # "*Georgian and Armenian teams*"
        if states and "main" in (one.subject, other.subject):
            return (str(one.actor.country), str(other.actor.country))
        if not states and _JOIN.fullmatch(between) and one.actor.country != other.actor.country:
            return (str(one.actor.country), str(other.actor.country))
    return ()


_JOINED = frozenset({"state", "organisation", "body", "group"})
_JOIN = re.compile(r"(?:'s [a-z]+(?: [a-z]+)?)? and (?:of )?(?:the )?")


def _number(words: str) -> int:
    """How many a plural means; two where it does not say."""
    return next((number for word, number in NUMBERS.items() if word in words.split()), 2)


def _named_together(words: str, sentence: Sentence, memory: Memory) -> tuple[Actor, ...]:
    """ "*The ministers* agreed": those told of before as "the foreign ministers of Egypt, Ethiopia and Sudan"."""
    noun = words.split()[-1]
    said = next((number for word, number in NUMBERS.items() if word in words.split()), None)
    for item in reversed(memory.seen):
        if sentence.index - item.sentence > REACH:
            return ()
        actors, text = item.mention.actors, memory.analysis.shadow[item.mention.start : item.mention.end].lower()
        if item.mention.kind == "group" and len(actors) > 2 and noun in text.split() and said in (None, len(actors)):
            return actors
    return ()


def _states(codes: Sequence[str], memory: Memory) -> tuple[Actor, ...]:
    return tuple(Actor("state", name=memory.analysis.knowledge.party_name(code), country=code) for code in sorted(codes))


def _persons(
    mention: Mention, sentence: Sentence, memory: Memory, pair: tuple[str, ...], barred: frozenset[str]
) -> tuple[Actor, ...]:
    """The persons that "the two leaders" means: the last of different parties whose level fits."""
    words = memory.analysis.shadow[mention.start : mention.end].lower()
    named = _named_together(words, sentence, memory) or _the_same_two(words, sentence, memory)
    if named:
        return named
    number = _number(words)
    fitting = _fitting_level(words) or _level_of_title(words, memory.analysis.lexicon)
    found: dict[str, Actor] = {}
    # The latest sentence first.
    ranked = (sorted(met, key=_standing) for met in reversed(memory.by_sentence.values()))
    for item in chain.from_iterable(ranked):
        actor = item.actor
        past = actor.status == "former" and bool(_IN_OFFICE & set(words.split()))  # "the two presidents" hold office
        unfit = past or actor.key in barred or bool(fitting and actor.level not in fitting)
        if actor.kind != "person" or not actor.country or actor.country in found:
            continue
        if unfit or _in_passing(item, sentence, memory):
            continue
        found[actor.country] = actor
        if len(found) == number:
            break
    together = _introduced_together(found, fitting, barred, sentence, memory) if number == 2 else ()
    if together:
        return together
    if len(found) < number:
        if number == 2 and fitting == LEADING and len(found) == 0 and len(memory.states) == 2:
            return tuple(replace(state, level="leader") for state in _states(memory.states, memory))
        return _states(pair, memory) if len(pair) == 2 and not fitting else ()
    return tuple(found[country] for country in sorted(found))


def _in_passing(item: Seen, sentence: Sentence, memory: Memory) -> bool:
    """ "He leaves for Lima, *where X expects him*": somebody whom an earlier passage names once, in a clause."""
    if item.subject != "clause" or sentence.index - item.sentence < 2:
        return False
    return sum(other.actor.key == item.actor.key for other in memory.seen) == 1


def _standing(item: Seen) -> tuple[bool, bool, int]:
    """In one sentence: who acts, then whoever is named, then owners ("Luxon's meeting with X"); the latest first."""
    return item.mention.possessive, item.subject != "main", -item.mention.start


_IN_OFFICE = frozenset({"presidents", "ministers", "secretaries", "premiers", "chancellors"})


def _introduced_together(
    found: dict[str, Actor], fitting: frozenset[str], barred: frozenset[str], sentence: Sentence, memory: Memory
) -> tuple[Actor, ...]:
    """The pair that was told of as one ("the presidents of A and B"), where the last two named are not together near by."""
    keys = {actor.key for actor in found.values()}
    places = [{item.sentence for item in memory.seen if item.actor.key == key} for key in keys]
    if len(places) == 2 and any(sentence.index - place <= NEAR for place in places[0] & places[1]):
        return ()
    for item in reversed(memory.seen):
        pair = item.mention.actors
        persons = len(pair) == 2 and all(actor.kind == "person" and actor.country and actor.key not in barred for actor in pair)
        if persons and pair[0].country != pair[1].country and not (fitting and {a.level for a in pair} - fitting):
            return pair
    return ()


def _the_same_two(words: str, sentence: Sentence, memory: Memory) -> tuple[Actor, ...]:
    """ "*The two* met in May" after "the two top diplomats": those."""
    if words not in {"the two", "both", "the pair"}:
        return ()
    near = [*memory.met_in(sentence.index - 1), *memory.met_in(sentence.index)]
    near = [item for item in near if len(item.mention.actors) == 2]
    latest = max((item.mention for item in near), key=lambda mention: mention.start, default=None)
    actors = latest.actors if latest is not None else ()
    return actors if all(actor.kind == "person" for actor in actors) else ()


def _fitting_level(words: str) -> frozenset[str]:
    if any(word in words for word in ("minister", "secretaries")) and "prime" not in words:
        return frozenset({"minister"})
    if any(word in words for word in ("leader", "president", "prime", "heads")):
        return LEADING
    return frozenset()


def _level_of_title(words: str, lexicon: Lexicon) -> frozenset[str]:
    """The level of those whom a plural title means: "the two *top diplomats*" are ministers."""
    ending = [(form, title.level) for title in lexicon.titles for form in title.plurals if words.endswith(f" {form}")]
    longest = max((len(form) for form, _ in ending), default=0)  # "top diplomats" are more than diplomats
    levels = {level for form, level in ending if len(form) == longest}
    return frozenset(levels) if len(levels) == 1 and not levels & {"official", "senior_official", "other"} else frozenset()


# --- pronouns ---------------------------------------------------------------------------------------------------------


def _antecedents(
    mention: Mention, sentence: Sentence, parse: Parse | None, memory: Memory, pair: tuple[str, ...]
) -> tuple[Actor, ...]:
    word = memory.analysis.shadow[mention.start : mention.end].lower()
    if word.endswith("self") and parse is not None and (own := _itself(mention, parse, memory)) is not None:
        return (own,)
    if word in SINGULAR:
        person = _person(mention, SINGULAR[word], sentence, parse, memory)
        return (person,) if person else ()
    if word in NEUTER:
        return _neuter(sentence, memory)
    if parse is not None and word == "they" and _speaks(parse, mention, memory.analysis.lexicon):
        speaking = [s.mention for s in memory.met_in(sentence.index - 1) if s.spoke and s.actor.plural]
        if speaking:
            return speaking[-1].actors  # "…, according to *Israeli officials*. He accepted, *they* said"
    if word == "all":
        return _all_named(sentence, memory)
    barred = _clause_mates(mention, sentence, parse, memory) if parse is not None and word == "them" else frozenset()
    told = _plural(sentence, memory, barred)
    return told or (() if _listed_before(mention, parse) else _one_after_the_other(sentence, memory, barred))


def _listed_before(mention: Mention, parse: Parse | None) -> bool:
    """ "*Her Majesty and the duke* landed at noon, where *they* were met": several whom nothing places."""
    if parse is None:
        return False
    before = [token for token in parse.doc if parse.begins(token) < mention.start and token.dep_ in _SUBJECTS]
    return any(child.dep_ == "conj" for token in before for child in token.children)


def _person(mention: Mention, gender: str, sentence: Sentence, parse: Parse | None, memory: Memory) -> Actor | None:
    """The fitting person with the highest claim; see `_claim`."""
    ahead = _announced(mention, gender, sentence, parse, memory) if parse else None
    if ahead is not None:
        return ahead
    token = parse.token_at(mention.start) if parse is not None else None
    as_subject = token is not None and token.dep_ in _SUBJECTS
    speaking = _speaking(parse, mention, memory.analysis.lexicon) if parse is not None else 0.0
    barred = _clause_mates(mention, sentence, parse, memory) if parse and not mention.possessive else frozenset()
    if as_subject and token is not None and parse is not None:
        barred |= _in_own_words(token, parse, memory) | _fellow_arguments(token, parse, memory)
        barred |= _of_other_gender(gender, sentence, memory)
        taken = _taken_there(token, gender, sentence, memory, barred)
        if taken is not None:
            return taken
    here = memory.analysis.quotation_at(mention.start)
    best: tuple[float, int] | None = None
    chosen: Actor | None = None
    for item in memory.people(sentence.index):
        if item.actor.gender not in (None, gender) or item.actor.key in barred:
            continue
        apart = memory.analysis.quotation_at(item.mention.start) != here
        claim = _claim(item, gender, sentence, as_subject=as_subject, as_owner=mention.possessive, speaking=speaking)
        rank = (claim - (_BEHIND_MARKS if apart else 0.0), item.mention.start)
        if best is None or rank > best:
            best, chosen = rank, item.actor
    return chosen


def _of_other_gender(gender: str, sentence: Sentence, memory: Memory) -> frozenset[str]:
    """Whom the sentence has called "she" already: in "*She* said that *he* would go" two are meant."""
    shadow = memory.analysis.shadow
    told = [item for item in memory.met_in(sentence.index) if item.mention.kind == "pronoun" and not item.actor.plural]
    words = ((item.actor.key, shadow[item.mention.start : item.mention.end].lower()) for item in told)
    return frozenset(key for key, word in words if SINGULAR.get(word) not in (None, gender))


def _announced(mention: Mention, gender: str, sentence: Sentence, parse: Parse, memory: Memory) -> Actor | None:
    """ "During *his* visit, Lavrov met …": before the subject of the sentence, where nobody else is named yet."""
    analysis = memory.analysis
    token = parse.token_at(mention.start)
    subject = _subject_behind(token, parse) if token is not None else None
    if subject is None or parse.begins(subject) <= mention.end or token == subject:
        return None
    named = analysis.mention_at(parse.begins(subject)) or analysis.mention_at(parse.ends(subject) - 1)
    actor = named.actor if named is not None and named.kind in {"name", "title"} else None
    if named is not None and actor is not None and actor.kind == "office":  # "During his stay, *the foreign secretary* …"
        actor = _described(named, actor, sentence, memory).actor
    if actor is None or actor.kind != "person" or actor.gender not in (None, gender):
        return None
    barred = _clause_mates(mention, sentence, parse, memory)  # "where *Fidan* received him, Wang Yi said"
    earlier = [m for m in analysis.mentions_in(sentence.start, mention.start) if m.kind in {"name", "title"}]
    earlier = [m for m in earlier if m.actor is None or m.actor.key not in barred]
    fronted = "," in analysis.shadow[mention.end : parse.begins(subject)]
    same_marks = analysis.quotation_at(mention.start) == analysis.quotation_at(parse.begins(subject))
    return actor if fronted and same_marks and not earlier else None


def _subject_behind(token: Any, parse: Parse) -> Any | None:
    """The subject of the verb that a fronted phrase hangs on, or of the sentence."""
    verbs = [head for head in governors(token) if head.pos_ in {"VERB", "AUX"}][:1]
    verbs += [head for head in parse.doc if head.dep_ == "ROOT"]
    return next((child for verb in verbs for child in verb.children if child.dep_ in _SUBJECTS and child.i > token.i), None)


def _claim(item: Seen, gender: str, sentence: Sentence, *, as_subject: bool, as_owner: bool, speaking: float) -> float:
    """How much a person claims a pronoun: near, a subject, of known gender, by name rather than in a possessive.

    The subject of a main clause claims more than that of a clause inside another, and most where the pronoun is one too."""
    distance = sentence.index - item.sentence
    if len(item.mention.actors) > 1:
        return -2.0 * distance - 1.0  # one of several ("the two leaders") is rarely meant alone
    claim = -2.0 * distance + _WEIGHT[item.subject] + (1.0 if item.actor.gender == gender else 0.0)
    claim += 0.5 if as_subject and item.subject == "main" else 0.0
    claim += speaking if item.spoke and distance else 0.0  # "X told a briefing. It was late, *he* added"
    claim -= 1.5 if item.actor.kind == "office" and item.actor.country is None else 0.0
    own = 0.5 if as_owner else -0.5  # "Temer's visit will be *his* first"
    return claim + (own if item.mention.possessive else 0.0) + (0.5 if distance == 0 else 0.0)


def _clause_mates(mention: Mention, sentence: Sentence, parse: Parse, memory: Memory) -> frozenset[str]:
    """Actors that an object pronoun can't mean: the subject of its own verb ("Xi told him")."""
    token = parse.token_at(mention.start) if mention.kind == "pronoun" else top_token(parse, mention)
    if token is None or token.dep_ in _SUBJECTS:
        return frozenset()
    verb = token.head
    while verb.pos_ == "ADP" and verb.head.i != verb.i:
        verb = verb.head
    acting = [child for child in verb.children if child.dep_ in _SUBJECTS] or subjects_of(verb)  # "met X and thanked *him*"
    subjects = {parse.begins(child) for child in acting}
    here = memory.met_in(sentence.index)
    return frozenset(item.actor.key for item in here if any(item.mention.start <= s < item.mention.end for s in subjects))


def _fellow_arguments(token: Any, parse: Parse, memory: Memory) -> frozenset[str]:
    """Those whom a subject pronoun's own verb has beside it: in "*he* was met by X" and "*he* told X" he is not X."""
    heads = [child for child in token.head.children if child.dep_ in {"dobj", "dative"} and child.i > token.i]
    phrases = [child for child in token.head.children if child.dep_ in {"agent", "prep", "dative"} and child.lower_ in _BESIDE]
    heads += [item for phrase in phrases for item in phrase.children if item.dep_ == "pobj"]
    heads += _whom(token.head)
    mentions = (memory.analysis.mention_at(parse.begins(head)) for head in heads)
    return frozenset(m.actor.key for m in mentions if m is not None and m.kind == "name" and m.actor is not None)


def _whom(verb: Any) -> list[Any]:
    """ "X, *whom* he had met", "X, *whose guest* he was": X, whom the clause hangs on and about whom it says it."""
    if verb.dep_ != "relcl":
        return []
    before = [item for item in verb.subtree if item.i < verb.i]
    return [verb.head] if any(item.lower_ in {"whom", "whose"} for item in before) else []


_BESIDE = frozenset({"by", "with", "to"})


def _taken_there(token: Any, gender: str, sentence: Sentence, memory: Memory, barred: frozenset[str]) -> Actor | None:
    """ "Washington sent Russel to Manila, where *he* conferred": the one person of a sentence in which no person acts."""
    verb = token.head
    if verb.dep_ != "relcl" or not any(child.lower_ == "where" for child in verb.children):
        return None
    people = [s for s in memory.people(sentence.index, reach=0) if s.actor.kind == "person" and not s.mention.possessive]
    if any(item.subject == "main" for item in people):
        return None
    fitting = {s.actor.key: s.actor for s in people if s.actor.gender in (None, gender) and s.actor.key not in barred}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _in_own_words(token: Any, parse: Parse, memory: Memory) -> frozenset[str]:
    """Those named in what a pronoun's own verb says: in "X would fly home, *he* said" he is not X."""
    if token.head.lemma_.lower() not in _spoken(memory.analysis.lexicon):
        return frozenset()
    start = parse.begins(token)
    apart = memory.analysis.shadow[parse.start : start]
    if ";" in apart or ":" in apart:  # "Araghchi ruled it out: his country would …, *he* said"
        return frozenset()
    said = [child for child in token.head.children if child.dep_ in {"ccomp", "parataxis"}]
    places = {parse.begins(inner) for child in said for inner in child.subtree}
    here = [item for item in memory.met_in(parse.sentence.index) if item.mention.kind in {"name", "title"}]
    beside = apart.rstrip().endswith(",") and parse.start + len(apart.rstrip()) - 1  # "Fidan, *he* said, would …"
    return frozenset(item.actor.key for item in here if item.mention.head_start in places or item.mention.end == beside)


def _speaks(parse: Parse, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether the mention is the subject of a verb of speech."""
    token = parse.token_at(mention.head_end - 1)
    return token is not None and token.dep_ == "nsubj" and token.head.lemma_.lower() in _spoken(lexicon)


def _speaking(parse: Parse, mention: Mention, lexicon: Lexicon) -> float:
    """What having spoken adds to a person's claim: more where the pronoun's verb goes on with a speech ("he *also* denied")."""
    token = parse.token_at(mention.head_end - 1)
    if token is None or token.dep_ != "nsubj" or token.head.lemma_.lower() not in _spoken(lexicon) | _acted(lexicon):
        return 0.0
    goes_on = token.head.lemma_ == "add" or any(child.lower_ in _GOING_ON for child in token.head.children)
    return _GOES_ON if goes_on else 1.0 if _speaks(parse, mention, lexicon) else 0.0


def _spoke(parse: Parse, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether the sentence has the mention's words, or an act of words: "X rejected it", "according to X"."""
    token = top_token(parse, mention)
    while token is not None and token.dep_ == "appos" and token.head.i != token.i:
        token = token.head  # "the ministry's top civil servant, *Ann Lee*, explained"
    if token is None:
        return False
    told = token.dep_ == "pobj" and token.i > 1 and parse.doc[token.left_edge.i - 2].lower_ == "according"
    return told or (token.dep_ == "nsubj" and token.head.lemma_.lower() in _spoken(lexicon) | _acted(lexicon))


@lru_cache(maxsize=4)
def _acted(lexicon: Lexicon) -> frozenset[str]:
    """Verbs of what is done by words: reject, condemn, praise."""
    return frozenset(p.lemma for p in lexicon.predicates if p.speech is not None and p.speech.sense == "act")


@lru_cache(maxsize=4)
def _spoken(lexicon: Lexicon) -> frozenset[str]:
    """Verbs of plain speech."""
    return frozenset(p.lemma for p in lexicon.predicates if p.speech is not None and p.speech.sense == "speech")


def _itself(mention: Mention, parse: Parse, memory: Memory) -> Actor | None:
    """A reflexive means the subject of its own verb, through "who" too."""
    token = parse.token_at(mention.start)
    while token is not None and token.pos_ not in {"VERB", "AUX"} and token.head.i != token.i:
        token = token.head
    places = [parse.begins(subject) for subject in subjects_of(token)] if token is not None else []
    met = memory.met_in(parse.sentence.index)
    here = [item for item in met if any(item.mention.start <= place < item.mention.end for place in places)]
    return here[-1].actor if here and len(here[-1].mention.actors) == 1 else None


def _neuter(sentence: Sentence, memory: Memory) -> tuple[Actor, ...]:
    """ "it": the last state, body or organisation that was a subject, within two sentences."""
    for item in reversed(memory.seen):
        if sentence.index - item.sentence > 2:
            return ()
        if item.actor.kind in {"state", "body", "organisation"} and item.subject and item.mention.kind != "pronoun":
            return (item.actor,)
    return ()


def _all_named(sentence: Sentence, memory: Memory) -> tuple[Actor, ...]:
    """ "*All* affirmed …": the persons whom one of the last sentences names, two at least."""
    for back in (1, 2):
        people = [item for item in memory.met_in(sentence.index - back) if item.actor.kind == "person"]
        found = tuple(dict.fromkeys(item.actor for item in people if item.actor.country))
        if len(found) > 1:
            return found
    return ()


def _plural(sentence: Sentence, memory: Memory, barred: frozenset[str] = frozenset()) -> tuple[Actor, ...]:
    """ "they": the last several subjects, or the last group, within two sentences; none of the `barred`."""
    here = memory.met_in(sentence.index)
    told = [item.mention.actors for item in here if item.mention.rule in {"people", "sides"} and len(item.mention.actors) > 1]
    if told and not any(actor.key in barred for actor in told[-1]):
        return told[-1]  # "a call between *the two*, a month after *they* met"
    for back in (0, 1, 2):
        acting = [s for s in memory.met_in(sentence.index - back) if s.subject and s.actor.key not in barred]
        if not acting:
            continue
        silent = [s for s in acting if not s.spoke]
        if len({s.actor for s in silent}) > 1:
            acting = silent  # "Xi will meet Lula, *Mao said*. They …": not her who said it
        last = acting[-1].mention
        several = tuple(dict.fromkeys(s.actor for s in acting))
        if len(last.actors) > 1 or last.actors[0].plural:
            return last.actors
        if len(several) > 1 and (len({actor.country for actor in several}) > 1 or len({actor.kind for actor in several}) == 1):
            return several
        met = tuple(dict.fromkeys(s.actor for s in memory.met_in(sentence.index - back) if _is_named(s)))
        if back < 2 and len(met) > 1 and len({actor.country for actor in met}) == len(met):
            return met  # "Xi thanked Lula when *they* met"
    return ()


def _one_after_the_other(sentence: Sentence, memory: Memory, barred: frozenset[str]) -> tuple[Actor, ...]:
    """ "Marape said …. Albanese called it …. *They* had met": who acted in the two sentences before, one of each party."""
    acting = [s.actor for back in (2, 1) for s in memory.met_in(sentence.index - back) if s.subject == "main"]
    actors = tuple(dict.fromkeys(acting))
    people = all(a.kind == "person" and a.country and a.key not in barred for a in actors)
    return actors if len(actors) == 2 and people and actors[0].country != actors[1].country else ()


def _is_named(item: Seen) -> bool:
    return item.actor.kind == "person" and item.actor.country is not None and not item.mention.possessive
