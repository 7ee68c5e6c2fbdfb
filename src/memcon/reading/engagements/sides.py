"""Who stands on a side: the actors of the mentions in an argument, and of all that stands in a list with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from memcon.knowledge import Knowledge
from memcon.reading import syntax
from memcon.reading.actors import Actor, Mention
from memcon.reading.analysis import Analysis, at
from memcon.reading.engagements.drafts import PEOPLE, Side
from memcon.reading.lists import listed_up_to, listed_with
from memcon.reading.predicates import Argument
from memcon.record import Level, Role

# What groups of an organisation's people are, by their last word.
LEVELS: dict[str, Level] = {"leaders": "leader", "presidents": "leader", "ministers": "minister"}
_BY_LINE = ("parses", 0)  # under which an analysis keeps its parses by their lines
# Types of organisations in the knowledge that are organs of another.
ORGANS = {"un_organ": "UN", "un_agency": "UN", "eu_organ": "EU"}


def sides_of(analysis: Analysis, arguments: tuple[Argument, ...], role: Role, limit: int | None = None) -> tuple[Side, ...]:
    """The sides that arguments name, with all that stands in a list with them; subjects' lists end at `limit`."""
    mentions = [argument.mention for argument in arguments if argument.mention is not None]
    listed = [
        item
        for mention in mentions
        for item in (_object_list(analysis, mention) if limit is None else _subject_list(analysis, mention, limit))
    ]
    chosen = {mention.start: mention for mention in (*mentions, *listed)}
    chosen.update((led.start, led) for argument in arguments for led in _leaders(analysis, argument))
    chosen.update((paired.start, paired) for mention in mentions for paired in _paired(analysis, mention))
    return tuple(
        Side(actor, mention, "visitor" if role == "participant" and _is_visiting(analysis, mention) else role)
        for _, mention in sorted(chosen.items())
        if mention.kind != "document"
        for actor in map(partial(of_party, analysis.knowledge), mention.actors)
        if takes_part(actor) and at(analysis.times, mention.start) is None
    )


def takes_part(actor: Actor) -> bool:
    """Whether this is somebody whose contact is diplomacy: of a known party, and no crowd or document."""
    return (
        actor.country is not None
        and actor.kind != "document"
        and not (actor.kind == "group" and actor.level in {None, "other"})
    )


def of_party(knowledge: Knowledge, actor: Actor) -> Actor:
    """The actor under the party that its body belongs to: the European Commission's president stands for the EU."""
    organisation = knowledge.igo(actor.country) if actor.country else None
    if organisation is not None and actor.kind == "group" and actor.level is None:
        actor = replace(actor, level=LEVELS.get((actor.name or "").lower().rsplit(" ", 1)[-1]))
    said = (actor.office or "").split()[:1]
    if organisation is None and actor.kind == "person" and said and said[0].isupper() and knowledge.igo(said[0]) is not None:
        return of_party(knowledge, replace(actor, country=said[0]))  # "*UN* envoy X", whom the tables have as a minister
    party = ORGANS.get(organisation.type) if organisation is not None else None
    return replace(actor, country=party) if party else actor


def _is_visiting(analysis: Analysis, mention: Mention) -> bool:
    """ "the *visiting* Turkish foreign minister"."""
    return "visiting" in analysis.shadow[max(0, mention.start - 9) : mention.head_start].lower().split()


def _leaders(analysis: Analysis, argument: Argument) -> Iterator[Mention]:
    """Who leads a delegation: "a Japanese delegation *led by Yoko Kamikawa*"."""
    if _BY_LINE not in analysis.memo:
        analysis.memo[_BY_LINE] = {id(parse.doc): parse for parse in analysis.parsed}
    parse = analysis.memo[_BY_LINE].get(id(argument.token.doc))
    if parse is None:
        return
    clauses = [child for child in argument.token.children if child.dep_ in {"acl", "relcl"}]
    clauses += [child for child in argument.token.children if child.dep_ == "conj" and child.tag_ == "VBN"]
    beside = [item for child in argument.token.children if child.dep_ == "appos" for item in child.children]
    clauses += [child for child in beside if child.tag_ == "VBN"]  # "the delegation, the largest yet and *led* by X"
    for clause in clauses:
        for item in syntax.agents(clause) if clause.lemma_ in {"lead", "head"} else ():
            mention = analysis.mention_at(parse.begins(item))
            if mention is not None:
                yield mention


def _paired(analysis: Analysis, group: Mention) -> Iterator[Mention]:
    """ "*Turkish* and Greek leaders": the adjectives in a list before a group of one party stand for groups too."""
    place = group.start
    sentence = analysis.sentence_at(group.start)
    if group.kind != "group" or sentence is None or len(group.parties) != 1:
        return
    noun = analysis.text[group.head_start : group.head_end]
    for other in reversed(analysis.mentions_in(sentence.start, group.start)):
        if other.kind not in {"adjective", "state"} or analysis.shadow[other.end : place].strip() not in {
            "and",
            ",",
            ", and",
            "&",
        }:
            return
        actors = tuple(
            replace(group.actors[0], name=f"{analysis.text[other.start : other.end]} {noun}", country=actor.country)
            for actor in other.actors
        )
        yield replace(other, actors=actors)
        place = other.start


def _object_list(analysis: Analysis, mention: Mention) -> tuple[Mention, ...]:
    """The list from the mention on; from its first where that hangs on the mention: "see *X* and Minister Y"."""
    after = listed_with(analysis, mention)
    before = [item for item in listed_up_to(analysis, mention) if item.start < mention.start]
    parse = analysis.parse_at(mention.start)
    head = parse.token_at(mention.head_end - 1) if parse is not None else None
    if parse is None or head is None or not before:
        return after
    place = parse.begins(head.left_edge)
    return (*(item for item in before if item.start >= place), *after)


def _subject_list(analysis: Analysis, mention: Mention, limit: int) -> tuple[Mention, ...]:
    """ "*Xi*, Putin hold talks", "Biden, Jr. and *Thuong* met": all of the list that the subject stands in, up to the verb."""
    before = listed_up_to(analysis, mention)
    after = tuple(item for item in listed_with(analysis, mention) if item.end <= limit)
    sentence = analysis.sentence_at(mention.start)
    if len(before) > 1 or len(after) > 1 or sentence is None:
        return (*before, *after)
    left = analysis.mentions_in(sentence.start, mention.start)
    return (left[-1], mention) if left and _headline_pair(analysis, sentence.start, left[-1], mention) else (mention,)


def _headline_pair(analysis: Analysis, start: int, first: Mention, second: Mention) -> bool:
    """ "*Xi*, Putin hold talks": the sentence begins with two names and a comma between them."""
    return first.start == start and analysis.shadow[first.end : second.start].strip() == ","


def unique(sides: tuple[Side, ...]) -> tuple[Side, ...]:
    """One side an actor; a state or a body stands back where one of its people is there."""
    peopled = {side.actor.country for side in sides if side.actor.kind in PEOPLE}
    chosen: dict[str, Side] = {}
    for side in sides:
        if side.actor.kind in {"state", "body", "group"} and side.actor.country in peopled and side.actor.kind != "group":
            continue
        chosen.setdefault(side.actor.key, side)
    return tuple(chosen.values())


def people_first(sides: tuple[Side, ...]) -> tuple[Side, ...]:
    """Where people are named, a state or an organisation beside them is where or what, not who."""
    people = tuple(side for side in sides if side.actor.kind in {"person", "office", "group", "body"})
    if all(side.actor.kind == "body" for side in people):
        return sides  # "the government and the Tigers held talks"
    return people
