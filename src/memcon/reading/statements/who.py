"""Who speaks, hears and is spoken of: speakers' phrases against the mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from memcon.lexicon import Lexicon
from memcon.reading.actors import Actor, Mention
from memcon.reading.analysis import Analysis
from memcon.reading.introductions import party_described
from memcon.reading.issuers import WE
from memcon.reading.spelling import spelled, spellings
from memcon.reading.statements.drafts import Voice, touching
from memcon.reading.statements.speakers import phrase
from memcon.record import Addressee, Speaker

# Mentions that only say of which party somebody is, unless they are the whole phrase.
_MODIFIERS = frozenset({"adjective", "place", "state", "metonym", "organisation", "body"})
_UNNAMED = frozenset({"group", "unknown"})
_PERSONAL = frozenset("i we you he she they who everyone everybody nobody someone each both all".split())
_AFTER_HEAD = re.compile(r"\S+\s+(?:of|for|from|to|with)\s(?:[^\s]+\s){0,4}(?:of\s(?:[^\s]+\s){0,2})?")
_BY = re.compile(r"\b(?:address|statement|remarks|speech|message|comments|greetings|letter)\b.{0,40}?\b(?:by|of|from)\b", re.I)
_ISSUED = re.compile(r"\b(?:issued|released|made) the following (?:joint )?statement\b")
_SURNAME = re.compile(r" [A-Z][a-z]+(?:-[A-Z][a-z]+)?")
_SOME = frozenset({"one", "another", "others", "some", "many", "several", "both", "all", "another official"})


def speakers_of(analysis: Analysis, voice: Voice) -> tuple[Speaker, ...]:
    """The record's speakers for one phrase: one entry for each party where it stands for several ("both sides")."""
    span = analysis.span(voice.start, voice.end)
    mention = _naming(analysis, voice)
    if mention is not None and mention.actors:
        return tuple(_speaker(analysis, voice, actor) for actor in mention.actors)
    owned = _owned_by_reference(analysis, voice)
    if owned is not None:
        return (owned,)
    if voice.stands_for is not None:
        named = speakers_of(analysis, Voice(*voice.stands_for, voice.head))
        return tuple(speaker.model_copy(update=span.model_dump()) for speaker in named)
    parties = _parties_inside(analysis, voice)
    anonymous = _is_anonymous(analysis, voice)
    if not parties and anonymous:
        parties = _parties_of_group(analysis, voice)
    return tuple(
        Speaker(start=span.start, end=span.end, exact=span.exact, name=span.exact, country=party, anonymous=anonymous)
        for party in parties or (None,)
    )


def _owned_by_reference(analysis: Analysis, voice: Voice) -> Speaker | None:
    """ "*his* office", "*whose* foreign minister": of whom "his" or "whose" means, or whoever holds that office there."""
    word, _, rest = analysis.shadow[voice.start : voice.end].partition(" ")
    if not rest or word.lower() not in {"his", "her", "its", "whose"}:
        return None
    mention = _whose(analysis, voice) if word.lower() == "whose" else analysis.mention_at(voice.start)
    owner = mention.actor if mention is not None else None
    if owner is None or not owner.country:
        return None
    span, day = analysis.span(voice.start, voice.end), analysis.document.published.date
    held = analysis.knowledge.resolve(title=rest, country=owner.country, on=day) if owner.kind == "state" else None
    name = held.person.name if held is not None and held.person else f"{owner.name}'s {rest}"
    return Speaker(start=span.start, end=span.end, exact=span.exact, name=name, country=owner.country)


def _whose(analysis: Analysis, voice: Voice) -> Mention | None:
    """The noun that a clause with "whose" hangs on."""
    parse = analysis.parse_at(voice.start)
    token = parse.token_at(voice.head) if parse is not None else None
    while token is not None and token.dep_ != "relcl" and token.head.i != token.i:
        token = token.head
    return analysis.mention_at(parse.begins(token.head)) if parse is not None and token is not None else None


def _speaker(analysis: Analysis, voice: Voice, actor: Actor) -> Speaker:
    span = analysis.span(voice.start, voice.end)
    inside = _parties_inside(analysis, voice) or party_described(analysis, actor)
    return Speaker(
        start=span.start,
        end=span.end,
        exact=span.exact,
        name=_name_of(analysis, actor, voice) or span.exact,
        country=actor.country or (inside[0] if len(inside) == 1 else None),
        office=actor.office,
        id=actor.id,
        anonymous=_unnamed(actor, span.exact),
    )


def _name_of(analysis: Analysis, actor: Actor, voice: Voice) -> str | None:
    """The name as the text spells it; an organisation's acronym where the text has only that, a capital as it stands.

    Where no name is known and the word for the office is not all the text says, that: "the president's spokesman"."""
    words = analysis.text[voice.start : voice.end]
    if actor.kind == "organisation" and actor.country and actor.country in words.split():
        return actor.country
    mention = analysis.mention_at(voice.head)
    if mention is not None and mention.kind == "metonym":
        return analysis.text[mention.head_start : mention.head_end]
    if actor.kind in {"office", "body"} and actor.name and actor.name.islower() and " " not in actor.name:
        return _description(analysis, actor)
    return spelled(actor, spellings(analysis))


def _description(analysis: Analysis, actor: Actor) -> str | None:
    """The phrase by which the text first tells of somebody without a name: "the *government of national unity*"."""
    first = next((mention for mention in analysis.mentions if mention.actor == actor and mention.kind != "pronoun"), None)
    parse = analysis.parse_at(first.start) if first is not None else None
    token = parse.token_at(first.head_start) if parse is not None and first is not None else None
    if parse is None or token is None:
        return actor.name
    found = phrase(parse, token)
    clause = next((child for child in token.rights if child.dep_ in {"acl", "relcl"}), None)
    end = found.end if clause is None else min(found.end, parse.begins(clause.left_edge))
    return analysis.text[found.start : end].rstrip(" ,").removeprefix("The ").removeprefix("the ")


def _unnamed(actor: Actor, words: str) -> bool:
    """A group, or "a senior official", "two aides": somebody of an office, not its holder."""
    indefinite = words.split(maxsplit=1)[0].lower() in {"a", "an", "one", "another", "some", "several", "two", "three", "many"}
    return actor.kind in _UNNAMED or (actor.kind == "office" and indefinite)


def _naming(analysis: Analysis, voice: Voice) -> Mention | None:
    """The mention that stands where the phrase's head is, if it names who speaks and not only their party."""
    mention = analysis.mention_at(voice.head) or next(
        (item for item in touching(analysis.mentions, voice.start, voice.end) if item.kind == "name"), None
    )
    if mention is None or (mention.kind in {"adjective", "place"} and mention.end < voice.end):
        return None
    return mention


def _parties_inside(analysis: Analysis, voice: Voice) -> tuple[str, ...]:
    """Parties of whom the phrase is: "the *Malaysian* and *Australian* governments", "officials of *both countries*".

    Where somebody is or was sent ("sources in Pakistan") is not whose they are."""
    found: set[str] = set()
    for mention in touching(analysis.mentions, voice.start, voice.end):
        if _is_given_name(analysis, voice, mention):
            continue
        after = _AFTER_HEAD.fullmatch(analysis.shadow, voice.head, mention.start)
        owned = mention.possessive and mention.kind in {"name", "title"}  # "an official in *Rouhani's* office"
        if mention.start <= voice.head or after or owned:
            found.update(mention.parties)
    return tuple(sorted(found))


def _is_given_name(analysis: Analysis, voice: Voice, mention: Mention) -> bool:
    """ "*Jordan* Bardella": a state's name right before a capitalised last word, with nothing else to the phrase."""
    rest = analysis.shadow[mention.end : voice.end]
    return mention.kind == "state" and mention.start == voice.start and _SURNAME.fullmatch(rest) is not None


def _parties_of_group(analysis: Analysis, voice: Voice) -> tuple[str, ...]:
    """For "one", "another": the parties of the group just named in the sentence."""
    sentence = analysis.sentence_at(voice.start)
    if sentence is None or analysis.shadow[voice.start : voice.end].lower() not in _SOME:
        return ()
    groups = [mention for mention in analysis.mentions_in(sentence.start, voice.start) if mention.kind == "group"]
    return groups[-1].parties if groups else ()


def can_speak(analysis: Analysis, voice: Voice) -> bool:
    """Whether the phrase names people, a body or a document, and not an event or a thing."""
    if touching(analysis.mentions, voice.head, voice.head + 1):
        return True
    head = analysis.shadow[voice.head : voice.end].split(maxsplit=1)[0] if voice.head < voice.end else ""
    if voice.stands_for is not None:
        head = analysis.shadow[voice.head : voice.stands_for[1]].split(maxsplit=1)[0]
    known = _speaking(analysis.lexicon)
    return (
        (head[:1].isupper() and head.lower() not in {"it", "this", "that", "which"})
        or _singular(head.lower()) in known
        or head.lower() in known
    )


@lru_cache(maxsize=4)
def _speaking(lexicon: Lexicon) -> frozenset[str]:
    """Nouns and pronouns that stand for people, bodies and documents."""
    table = lexicon.table("attribution")
    return frozenset((*table.get("anonymous", []), *table.get("people", []), *table.get("documents", []), *_PERSONAL))


def _singular(noun: str) -> str:
    return noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")


def _is_anonymous(analysis: Analysis, voice: Voice) -> bool:
    words = analysis.shadow[voice.head : voice.end].lower().split()
    nouns = analysis.lexicon.table("attribution").get("anonymous", [])
    return bool(words) and (words[0] in nouns or words[0].removesuffix("s") in nouns)


def issuers_of(analysis: Analysis) -> dict[str, tuple[Speaker, ...]]:
    """Who "we" and "I" are outside quotation marks: by word, the speakers; empty where the text does not say.

    "We, the foreign ministers of X, Y and Z, …" names a joint statement's parties, a heading such as "Address by the
    President of X" its author."""
    we = WE.search(analysis.shadow)
    issued = _ISSUED.search(analysis.shadow)
    named = analysis.mentions_in(analysis.shadow.rfind("\n", 0, issued.start()) + 1, issued.start()) if issued else ()
    issuers = {"we": _parties_of_we(analysis, we)} if we else {}
    if named and not we:
        first = named[-1]
        issuers["we"] = speakers_of(analysis, Voice(first.start, first.end, first.head_start))
    author = _author(analysis)
    return issuers | ({"i": (author,)} if author else {})


def _parties_of_we(analysis: Analysis, we: re.Match[str]) -> tuple[Speaker, ...]:
    span = analysis.span(we.start("we"), we.end("we"))
    names: dict[str, str] = {}
    for mention in touching(analysis.mentions, we.start("who"), we.end("who")):
        for actor in mention.actors:
            if actor.country:
                names.setdefault(actor.country, actor.name if actor.kind == "state" and actor.name else actor.country)
    return tuple(
        Speaker(start=span.start, end=span.end, exact=span.exact, name=name, country=party)
        for party, name in sorted(names.items())
    )


def _author(analysis: Analysis) -> Speaker | None:
    """The person that a heading says the words are by."""
    for block in analysis.document.blocks:
        if block.kind in {"headline", "heading", "byline"}:
            by = _BY.search(analysis.shadow, block.start, block.end)
            named = [m for m in analysis.mentions_in(by.end(), block.end) if m.kind == "name" and m.actor] if by else []
            if named:
                return _speaker(analysis, Voice(named[0].start, named[0].end, named[0].head_start), named[0].actors[0])
    return None


def addressees_of(analysis: Analysis, voices: Iterable[Voice]) -> tuple[Addressee, ...]:
    """Those who were spoken to, by name and party where known."""
    found: dict[Addressee, None] = {}
    for voice in voices:
        for speaker in speakers_of(analysis, voice):
            found[Addressee(name=speaker.name, country=speaker.country)] = None
    return tuple(found)


def about_parties(analysis: Analysis, stretches: Iterable[tuple[int, int]], own: Iterable[str]) -> tuple[str, ...]:
    """Parties that stand in these stretches, the speakers' own left out; sorted."""
    found = {
        party for start, end in stretches for mention in touching(analysis.mentions, start, end) for party in mention.parties
    }
    return tuple(sorted(found - set(own)))
