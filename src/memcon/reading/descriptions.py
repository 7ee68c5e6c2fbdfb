"""Descriptions: whom "the president", "his Chinese counterpart", "the visiting premier" and "the latter" mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from memcon.lexicon import Lexicon
from memcon.lexicon.tables import Title
from memcon.reading.actors import Actor, Mention
from memcon.reading.memory import Memory
from memcon.reading.parsing import Parse
from memcon.reading.sentences import Sentence

HOSTS, GUESTS = frozenset({"host"}), frozenset({"guest", "visiting", "visitor"})
LEADERS = frozenset({"leader", "president", "premier", "minister", "official", "dignitary"})


def find_roles(parse: Parse, taken: set[int]) -> Iterator[Mention]:
    """ "the guest", "the host leader", "the visiting president", "his visitors": who came and who received."""
    for token in parse.doc[:-1]:
        following = token.nbor()
        if token.tag_ == "PRP$" or following.lower_ in RECEIVED - {"guest"}:
            if _is_received(token, following) and taken.isdisjoint(range(parse.begins(token) + 1, parse.ends(following))):
                start, end = parse.begins(token), parse.ends(following)
                yield Mention(start, end, parse.begins(following), end, "title", (), "role")
            continue
        if token.lower_ != "the" or following.lower_ not in HOSTS | GUESTS or following.tag_ not in {"NN", "NNP", "JJ", "VBG"}:
            continue
        last = following.nbor() if following.i + 1 < len(parse.doc) and following.nbor().lower_ in LEADERS else following
        start, end = parse.begins(token), parse.ends(last)
        if last.i + 1 < len(parse.doc) and last.nbor().lower_ == "of":
            continue  # "as *the guest of* X", "the host of the talks": the words say who
        if taken.isdisjoint(range(start, end)) and (last is not following or following.lower_ in {"guest", "host"}):
            yield Mention(start, end, parse.begins(following), end, "title", (), "role")


def _is_received(token: Any, noun: Any) -> bool:
    """ "received *the visitors*", "gave a lunch for *his guest*": visitors of whom a verb says that somebody has them."""
    if noun.lower_ not in RECEIVED or not (token.lower_ in {"the", "both"} or token.tag_ == "PRP$") or token.head.i != noun.i:
        return False
    if any(child.lower_ in {"of", "from"} for child in noun.children):
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ == "for" and token.tag_ == "PRP$":
        return True
    return noun.dep_ == "dobj" and noun.head.lemma_ in RECEIVING


RECEIVED = frozenset({"visitor", "visitors", "guests", "guest"})
RECEIVING = frozenset({"receive", "welcome", "greet", "meet", "host", "see", "entertain", "treat"})


def of_role(mention: Mention, sentence: Sentence, memory: Memory) -> tuple[Actor, ...]:
    """The host is the last named of the party whose people the text names first; the guest the last of another."""
    people = [item.actor for item in memory.seen if item.actor.kind == "person" and item.actor.country]
    if not people:
        return ()
    said = memory.analysis.shadow[mention.start : mention.end].lower().split()
    word = memory.analysis.shadow[mention.head_start : mention.end].lower().split()[0]
    if word in RECEIVED and said[0] != "the":
        return _guest_of(people, sentence, memory)
    home = memory.host
    fitting = [actor for actor in people if (actor.country == home) == (word in HOSTS)]
    return (fitting[-1],) if fitting else ()


def _guest_of(people: Sequence[Actor], sentence: Sentence, memory: Memory) -> tuple[Actor, ...]:
    """ "X gave a lunch for *his guests*": the last named of the one other party that the text is about."""
    acting = [item.actor for item in memory.met_in(sentence.index) if item.subject and item.actor.kind == "person"]
    owner = acting[-1].country if acting else None
    others = {actor.country for actor in people} - {owner}
    if owner in memory.states and len(memory.states) == 2:
        others &= set(memory.states)
    return (next(actor for actor in reversed(people) if actor.country in others),) if owner and len(others) == 1 else ()


def bearer(mention: Mention, office: Actor, memory: Memory) -> Actor | None:
    """Who in the text bears the bare title ("the president", "the secretary", "the minister")."""
    text = memory.analysis.shadow[mention.start : mention.end]
    if text.lower().startswith(("a ", "an ", "former ", "another ")) or office.status not in {"current", "acting"}:
        return None
    word = text[mention.head_start - mention.start :].lower()
    titles = [title for title in memory.analysis.lexicon.titles if word in title.forms]
    people = list(memory.persons)
    words = set(word.split())
    fitting = [actor for actor in people if _may_bear(actor, word, titles, memory)]
    called = [actor for actor in people if words <= memory.words.get(actor.key, set())]
    titled = [actor for actor in fitting if words <= set((actor.office or "").lower().split())]
    bearers = [actor for actor in called if _may_bear(actor, word, titles, memory)] or called or titled or fitting
    speaker = _party_that_speaks(mention, memory)
    bearers = [actor for actor in bearers if actor.country == speaker] or bearers
    side = next((word for word in text.lower().split() if word in HOSTS | GUESTS), None)
    if side is not None and people:
        host = memory.host
        bearers = [actor for actor in fitting or people if (actor.country == host) == (side in HOSTS)]
    if not bearers:
        return None
    first = _first_subject(memory)
    # An official text writes its own principal with a capital: "The President affirmed", "the President's visit".
    principal = next((actor for actor in bearers if actor.key == first), None)
    if word and text[-len(word)].isupper() and principal is not None:
        return principal
    return max(bearers, key=memory.persons.__getitem__)


def _party_that_speaks(mention: Mention, memory: Memory) -> str | None:
    """ "*The president* will meet many," said the American adviser: within quotation marks, of the speaker's party."""
    analysis = memory.analysis
    quotation, sentence = analysis.quotation_at(mention.start), analysis.sentence_at(mention.start)
    if quotation is None or sentence is None:
        return None
    outside = [m for m in analysis.mentions_in(sentence.start, sentence.end) if not quotation.start <= m.start < quotation.end]
    parties = {m.actor.country for m in outside if m.kind in {"name", "title"} and m.actor and m.actor.country}
    return parties.pop() if len(parties) == 1 else None


def _may_bear(actor: Actor, word: str, titles: Sequence[Title], memory: Memory) -> bool:
    """Whether the actor holds an office of the title's kind; a king's or a pope's only under that very title."""
    types = memory.office_types(actor)
    office = (actor.office or "").lower()
    for title in titles:
        theirs = not title.parties or actor.country in title.parties
        if theirs and title.office_type in types and (title.gender is None or office in title.forms):
            return True
    crowned = office in _crowned(memory.analysis.lexicon)
    return bool(types & _TITLE_OF_MANY.get(word, frozenset())) and not (crowned and word != "king")


@lru_cache(maxsize=4)
def _crowned(lexicon: Lexicon) -> frozenset[str]:
    """All forms of the titles that tell who bears them by their gender: king, queen, emir."""
    return frozenset(form for title in lexicon.titles if title.gender for form in title.forms)


# A bare word that shortens several titles.
_TITLE_OF_MANY = {
    "secretary": frozenset({"foreign_minister", "defence_minister", "finance_minister", "trade_minister", "igo_head"}),
    "minister": frozenset(
        {
            "foreign_minister",
            "defence_minister",
            "finance_minister",
            "trade_minister",
            "interior_minister",
            "other_minister",
        }
    ),
    "leader": frozenset({"head_of_state", "head_of_government", "supreme_leader"}),
    "envoy": frozenset({"ambassador", "special_envoy", "permanent_representative"}),
    "premier": frozenset({"head_of_government"}),
}


def _first_subject(memory: Memory) -> str | None:
    return next((item.actor.key for item in memory.seen if item.subject and item.actor.kind == "person"), None)


def counterpart(described: Actor, sentence: Sentence, memory: Memory) -> Actor | None:
    """ "his Chinese counterpart": whoever holds, on the day, the office of the last subject's kind in the other party."""
    country, day = described.country, memory.analysis.document.published.date
    if country is None or day is None:
        return None
    for item in memory.people(sentence.index, reach=1):
        if item.actor.country in (None, country):
            continue
        for kind in _kinds_of(item.actor, country, memory):
            tenures = memory.analysis.knowledge.holders_on(country, kind, day)
            if len(tenures) == 1 and tenures[0].standing in {"is", "last known"}:
                return _holder(tenures[0].holding.person, tenures[0].holding.office, country, kind, memory)
        return None
    return None


def _kinds_of(actor: Actor, country: str, memory: Memory) -> list[str]:
    """The kinds of office to look for in the other state: of a governing president its own, if that one governs."""
    kinds = sorted(memory.office_types(actor))
    day = memory.analysis.document.published.date
    governs = "president" in (actor.office or "").lower().split() and {"head_of_state", "head_of_government"} <= set(kinds)
    ceremonial = memory.analysis.lexicon.table("actors").get("ceremonial", {}).get("presidents", ())
    if governs and day and country not in ceremonial:
        heads = memory.analysis.knowledge.holders_on(country, "head_of_state", day)
        if any("president" in tenure.holding.office.lower().split() for tenure in heads):
            return ["head_of_state", *(kind for kind in kinds if kind != "head_of_state")]
    return kinds


def _holder(person_id: str, office: str, country: str, kind: str, memory: Memory) -> Actor:
    knowledge = memory.analysis.knowledge
    level: Any = knowledge.level_of(kind)
    gender: Any = knowledge.gender(person_id)
    return Actor("person", knowledge.display_name(person_id), country, office, level, person_id, gender=gender)


def named_bearer(mention: Mention, office: Actor, memory: Memory) -> Actor | None:
    """ "Chinese state councilor" over a story of State Councilor Dai: somebody whom the text names goes before the tables."""
    shadow = memory.analysis.shadow
    words = shadow[mention.head_start : mention.head_end].lower()
    found: dict[str, Actor] = {}
    for named in memory.analysis.mentions:
        actor = named.actor
        if named.kind != "name" or actor is None or actor.kind != "person" or actor.country != office.country:
            continue
        title = shadow[named.start : named.head_start].lower()
        if actor.status == office.status and re.search(rf"(?<!vice )(?<!deputy )\b{re.escape(words)}\b", title):
            found[actor.key] = actor
    if not found:
        found = _of_kind(mention, office, memory)
    return None if len(found) != 1 or office.key in found else next(iter(found.values()))


def _of_kind(mention: Mention, office: Actor, memory: Memory) -> dict[str, Actor]:
    """Those of the party who bear an office of the title's kind in the text, where the tables' holder is not named in it:
    "China's *top diplomat*" is the foreign minister of whom the text tells."""
    analysis = memory.analysis
    words = analysis.shadow[mention.head_start : mention.head_end].lower()
    kinds = {title.office_type for title in analysis.lexicon.titles if words in title.forms} & _ONE_IN_A_STATE
    named = [m.actor for m in analysis.mentions if m.kind == "name" and m.actor and m.actor.kind == "person"]
    if not kinds or office.kind != "person" or any(actor.key == office.key for actor in named):
        return {}
    return {
        actor.key: actor
        for actor in named
        if actor.country == office.country and actor.status == office.status and kinds & memory.office_types(actor)
    }


_ONE_IN_A_STATE = frozenset({"head_of_state", "head_of_government", "foreign_minister", "defence_minister"})


def last_of_party(mention: Mention, office: Actor, sentence: Sentence, memory: Memory) -> Actor | None:
    """ "the US diplomat": the last person of that party that the text has named, where the title is one that many bear."""
    words = memory.analysis.shadow[mention.head_start : mention.head_end].lower()
    if words not in _OF_MANY or not memory.analysis.shadow[mention.start : mention.end].lower().startswith("the "):
        return None
    people = [item.actor for item in memory.people(sentence.index) if item.actor.kind == "person"]
    theirs = [actor for actor in people if actor.country == office.country]
    kinds = _TITLE_OF_MANY.get(words, frozenset()) & _RANKED
    fitting = [actor for actor in theirs if memory.office_types(actor) & kinds]
    # "the Kazakh *leader*" is no aide of his who was named since, but may be the chief of a party of whom no table tells.
    unranked = [actor for actor in theirs if not kinds or actor.level in {None, "leader", "other"}]
    return next(iter(fitting or unranked), None)


_RANKED = _TITLE_OF_MANY["leader"] | _TITLE_OF_MANY["minister"]
_OF_MANY = frozenset({"diplomat", "official", "minister", "envoy", "leader", "negotiator"})


_ONE_PERSON = re.compile(r"\b[Tt]he $")
_SINGULAR = re.compile(r".*(?:an|i|er)")  # "the Chinese", "the French" may be many


def as_person(mention: Mention, sentence: Sentence, memory: Memory) -> bool:
    """ "the *Australian* said": an adjective as a subject of its own, for somebody of that party."""
    analysis = memory.analysis
    text = analysis.shadow[mention.start : mention.end]
    parse = analysis.parse_of(sentence)
    if parse is None or mention.rule not in {"adjective", "demonym"} or not _SINGULAR.fullmatch(text):
        return False
    the = _ONE_PERSON.search(analysis.shadow, sentence.start, mention.start) is not None
    token = parse.token_at(mention.start)
    return the and token is not None and token.dep_ == "nsubj" and bool(subject_rank(parse, mention))


def later_bearer(mention: Mention, office: Actor, sentence: Sentence, memory: Memory) -> Actor | None:
    """ "The foreign minister" before anybody is named: the first subject further on who bears that title."""
    analysis = memory.analysis
    words = analysis.shadow[mention.start : mention.end].lower()
    if not words.startswith("the ") and words != analysis.shadow[mention.head_start : mention.head_end].lower():
        return None
    types = memory.office_types(office)
    for named in analysis.mentions_in(sentence.end, len(analysis.shadow)):
        actor = named.actor
        if (
            named.kind == "name"
            and actor is not None
            and actor.kind == "person"
            and actor.country
            and actor.status == "current"
        ):
            parse = analysis.parse_at(named.start)
            if memory.office_types(actor) & types and parse is not None and is_subject(parse, named):
                return actor
    return None


def at_home(actor: Actor, memory: Memory) -> Actor | None:
    """The actor as one of the state whose text it is: "the prime minister", "foreign ministry spokesman X"."""
    home, knowledge = memory.home, memory.analysis.knowledge
    kinds = memory.office_types(actor, memory.home) & _OF_A_STATE
    day = memory.analysis.document.published.date
    if actor.kind == "group" and "administration" in (actor.name or "").split() and "USA" in memory.named:
        return replace(actor, country="USA")  # only Washington's are called so
    if home is None or actor.status not in {"current", "acting"}:
        return None
    if actor.kind == "body":
        return replace(actor, country=home) if actor.office in _BODIES_AT_HOME else None
    if not kinds:
        return None
    held = [tenure for kind in sorted(kinds) for tenure in (knowledge.holders_on(home, kind, day) if day else ())]
    sure = {tenure.holding.person: tenure.holding for tenure in held if tenure.standing == "is"}
    if actor.kind == "person":
        single = bool(kinds & knowledge.offices.single)
        return None if single and sure else replace(actor, country=home)  # the tables know another
    if len(sure) == 1:
        person, holding = next(iter(sure.items()))
        return _holder(person, holding.office, home, holding.type, memory)
    return replace(actor, country=home)


def same_body(mention: Mention, actor: Actor, memory: Memory) -> Actor | None:
    """ "the *junta*" in a text that tells of one party's junta ("the Guinean junta", "junta leader X"): that party's."""
    shadow = memory.analysis.shadow
    noun = shadow[mention.head_start : mention.head_end].lower()
    if actor.kind != "body":
        return None
    told = (m for m in memory.analysis.mentions if m is not mention and noun in shadow[m.start : m.end].lower().split())
    parties = {party for m in told for party in m.parties}
    return replace(actor, country=parties.pop()) if len(parties) == 1 else None


# Offices that only a state has, so that without a party they are the home state's.
_OF_A_STATE = frozenset(
    """head_of_state head_of_government foreign_minister defence_minister finance_minister trade_minister interior_minister
    deputy_foreign_minister deputy_defence_minister deputy_minister foreign_ministry_permanent_head vice_president
    deputy_head_of_government national_security_adviser parliament_speaker spokesperson military_chief""".split()
)
_BODIES_AT_HOME = frozenset({"Foreign Ministry", "Defence Ministry", "Presidency"})
_SUCCESSION = re.compile(r"\b(?:successor|predecessor)(?: (?:as|in|at) [^,.;]{1,40})?,? $")
_HEADS = re.compile(r",? (?:who|which) (?:heads|leads|runs|chairs|represents|represented|headed|led|is|was) (?:the )?$")


def placed_by_clause(mention: Mention, sentence: Sentence, memory: Memory) -> str | None:
    """The party of somebody whom the words around the name place: "X, who heads the Kenyan delegation", "his successor, X"."""
    analysis = memory.analysis
    if _SUCCESSION.search(analysis.shadow, max(sentence.start, mention.start - 80), mention.start):
        before = next((item for item in memory.people(sentence.index, reach=0) if item.actor.country), None)
        return before.actor.country if before else None
    following = next(iter(analysis.mentions_in(mention.end, sentence.end)), None)
    if following is not None and following.kind in {"state", "organisation"} and len(following.parties) == 1:
        between, after = analysis.shadow[mention.end : following.start], analysis.shadow[following.end : following.end + 1]
        if between in {" from ", " from the "} or (between == " (" and after == ")"):
            return following.parties[0]  # "Jane Roe from Kenya", "Jane Roe (Kenya)"
    if following is None or not _HEADS.fullmatch(analysis.shadow, mention.end, following.start):
        return None
    return following.parties[0] if len(following.parties) == 1 and following.kind != "name" else None


_EQUAL = re.compile(r"(?:his|her|their) (?:counterpart|opposite number|colleague),? ?")


def placed_as_counterpart(mention: Mention, sentence: Sentence, memory: Memory) -> Actor | None:
    """ "Wong visited Suva; *her counterpart, X*, had been here": of the one other state that the sentence, or else the text,
    is about."""
    analysis = memory.analysis
    if not _EQUAL.fullmatch(analysis.shadow[mention.start : mention.head_start].lower()):
        return None
    owner = next((item.actor for item in memory.people(sentence.index, reach=1) if item.actor.country), None)
    if owner is None:
        return None
    before = analysis.mentions_in(sentence.start, mention.start)
    here = {code for m in before for code in (m.parties or m.candidates[:1]) if memory.is_country(code)} - {owner.country}
    meant = here or (set(memory.states) - {owner.country} if owner.country in memory.states else set())
    return Actor("office", None, meant.pop(), level=owner.level) if len(meant) == 1 else None


def placed_by_office(mention: Mention, sentence: Sentence, memory: Memory) -> Actor | None:
    """ "*The UN envoy* left. *Jane Roe* said …": an office as the subject of a story's first words, and right after it the
    full name of somebody whom nothing places, a subject too: the same."""
    parse = memory.analysis.parse_of(sentence)
    person = mention.actor
    if person is None or parse is None or " " not in (person.name or ""):
        return None
    latest = reversed(memory.seen)
    named = next((item.actor for item in latest if item.actor.name == person.name and item.mention.kind == "name"), None)
    if named is not None:
        return named if named.country else None
    if subject_rank(parse, mention) != "main":
        return None
    before = [*memory.met_in(sentence.index - 2), *memory.met_in(sentence.index - 1)]
    subjects = [item for item in before if item.subject == "main"]
    last = subjects[-1] if subjects else None
    told = last is not None and last.mention.kind == "title" and last.actor.kind == "office" and bool(last.actor.country)
    if last is not None and memory.analysis.shadow.startswith(("a ", "an ", "A ", "An "), last.mention.start):
        return None  # "a UN spokesman said": somebody who stays unnamed
    return last.actor if told and last is not None and last.actor.level in _SENT else None


_SENT = frozenset({"envoy", "minister", "senior_official", "official", "military"})


def placed_by_chief(actor: Actor, memory: Memory) -> str | None:
    """ "*Deputy* Foreign Minister X" in a text with one foreign minister: of the same party."""
    below = re.match(r"(?:first )?(?:deputy|vice|assistant)[ -](?P<chief>.+)", (actor.office or "").lower())
    if below is None:
        return None
    chiefs = {
        named.actor.country
        for named in memory.analysis.mentions
        if named.kind == "name" and named.actor and (named.actor.office or "").lower().endswith(below["chief"])
        if named.actor.country and named.actor.office != actor.office
    }
    return chiefs.pop() if len(chiefs) == 1 else None


def find_latter(parse: Parse, taken: set[int]) -> Iterator[Mention]:
    """ "The latter", "the former", standing alone."""
    for token in parse.doc[:-1]:
        following = token.nbor()
        if token.lower_ == "the" and following.lower_ in {"latter", "former"}:
            alone = following.i + 1 >= len(parse.doc) or following.nbor().pos_ not in {"NOUN", "PROPN", "ADJ"}
            start, end = parse.begins(token), parse.ends(following)
            if alone and taken.isdisjoint(range(start, end)):
                yield Mention(start, end, parse.begins(following), end, "pronoun", (), "latter")


def of_latter(mention: Mention, sentence: Sentence, memory: Memory) -> tuple[Actor, ...]:
    """The last actor named before, or the one before it for "the former"; two must be at hand."""
    said = memory.analysis.shadow[mention.head_start : mention.end].lower()
    for back in (0, 1):
        near = tuple(dict.fromkeys(s.actor for s in memory.met_in(sentence.index - back) if s.actor.country))
        if len(near) > 1:
            return (near[-1] if said == "latter" else near[-2],)
    return ()


def is_subject(parse: Parse, mention: Mention) -> bool:
    """Whether the mention is a subject, alone or in a list or apposition."""
    return bool(subject_rank(parse, mention))


def top_token(parse: Parse, mention: Mention) -> Any:
    """The word of the mention on which all others of it hang: "*spokesman* of the M23, Willy Ngoma"; None outside the parse."""
    token = parse.token_at(mention.head_end - 1)
    while token is not None and token.head.i != token.i and mention.start <= parse.begins(token.head) < mention.end:
        token = token.head
    return token


def subject_rank(parse: Parse, mention: Mention) -> str:
    """ "main" for the subject of a main clause, "clause" for that of one inside another, "" for none."""
    token = top_token(parse, mention)
    while token is not None and token.dep_ in {"conj", "appos", "compound"} and token.head.i != token.i:
        token = token.head
    if token is None or token.dep_ not in {"nsubj", "nsubjpass"}:
        return ""
    verb = token.head
    while verb.dep_ in {"conj", "ccomp"} and verb.head.i != verb.i:
        verb = verb.head
    return "main" if verb.dep_ == "ROOT" else "clause"
