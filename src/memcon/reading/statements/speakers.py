"""Speakers: whose words they are, as short spans of the sentence."""

from __future__ import annotations

from typing import Any

from memcon.reading.parsing import Parse
from memcon.reading.statements.drafts import CueWord, Voice
from memcon.reading.syntax import agents, conjuncts, is_passive, possessors, subjects, under

# What stays with a speaker's noun on its right: "officials *from both countries*", "diplomats *briefed on the talks*".
_RIGHT = frozenset({"prep", "acl", "nummod", "compound", "amod", "nmod", "case", "advmod"})
_WALLS = frozenset(", ; : ( ) — – “ ”".split())
_NOT_LEFT = frozenset({"punct", "cc", "preconj", "relcl", "advcl", "appos", "dep"})


def speaker_tokens(cue: CueWord) -> list[Any]:
    """Heads of the phrases that name who speaks."""
    token = cue.token
    if token.pos_ == "NOUN":
        return _holders(token)
    if (above := quoter(token)) is not None:
        return [child for child in above.children if child.dep_ == "dobj"]
    if _thought_of(token):
        return []
    if token.dep_ == "acl" and token.tag_ == "VBD":
        return [token.head]
    if passive(token):
        return agents(token)
    if (apposed := _set_off_before(cue)) is not None:
        return [apposed]
    found = [head for head in subjects(token) if head.dep_ != "expl" and head.lower_ != "there"]
    return _last_of_several(token, found) or _joined_name(token) or _nearest_name(cue)


def _joined_name(verb: Any) -> list[Any]:
    """ "*Beijing* pledges to cut tariffs": a name that the parser took for part of a noun."""
    finite = verb.tag_ in {"VBZ", "VBD"} and verb.i and verb.pos_ == "VERB"
    return [child for child in verb.children if finite and child.dep_ == "compound" and child.i == verb.i - 1]


def _thought_of(token: Any) -> bool:
    """ "Sailors *believed to have been* abducted" believe nothing: no such verb takes an infinitive of its own."""
    held = token.lemma_ in _HELD and token.tag_ in {"VBD", "VBN"}
    objects = any(child.dep_ in {"dobj", "auxpass"} for child in token.children)
    infinitives = (child for child in token.children if child.dep_ == "xcomp")
    return held and not objects and any(inner.tag_ == "TO" for child in infinitives for inner in child.children)


_HELD = frozenset({"believe", "suppose", "presume", "suspect", "allege", "rumor", "rumour"})


def _last_of_several(token: Any, found: list[Any]) -> list[Any]:
    """In "Moscow, *Borrell* warned, must not win" the parser gives the verb both as subjects; the nearer one speaks."""
    own = [child for child in token.children if child.dep_ in {"nsubj", "nsubjpass"} and child.i < token.i]
    if len(own) < 2 or not any(item.text == "," for item in token.doc[own[-2].right_edge.i : own[-1].left_edge.i + 1]):
        return found
    return [head for head in found if head.i >= own[-1].left_edge.i]


def passive(token: Any) -> bool:
    """Whether the cue is a passive; a bare participle with an object of its own is a past tense misread."""
    if token.dep_ == "acl" and any(child.dep_ in {"dobj", "oprd", "ccomp"} for child in token.children):
        return any(child.dep_ in {"agent", "auxpass"} for child in token.children)
    if token.dep_ == "advcl" and token.tag_ == "VBN" and not any(child.dep_ in {"aux", "nsubj"} for child in token.children):
        return True  # "*Asked* about the pipeline, the chancellor said"
    return is_passive(token)


def _holders(noun: Any) -> list[Any]:
    found = possessors(noun) or under(noun, "by", "from")
    if found:
        return found
    return subjects(noun.head) if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and not is_passive(noun.head) else []


def _set_off_before(cue: CueWord) -> Any | None:
    """ ", *the embassy in Oslo* said on Monday": a subject that the parser took for an apposition of what goes before."""
    doc, token = cue.parse.doc, cue.token
    if token.i == 0 or any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in token.children):
        return None
    last = doc[token.i - 1]
    while last.dep_ in {"aux", "neg"} and last.head == token and last.i:
        last = doc[last.i - 1]
    for head in (last, *last.ancestors):
        named = head.dep_ == "conj" and head.pos_ == "PROPN"  # "Touching on A and B, *X* has said"
        if (head.dep_ == "appos" or named) and head.right_edge.i == last.i and doc[head.left_edge.i - 1].text == ",":
            return head
    return None


def _nearest_name(cue: CueWord) -> list[Any]:
    """Where the parser gave the verb no subject: the name between a closing mark and the verb, or right after the verb."""
    start = max((int(token.i) + 1 for token in cue.parse.doc[: cue.token.i] if token.text == "”"), default=None)
    if start is None:
        return []
    for token in (*cue.parse.doc[start : cue.token.i], *cue.parse.doc[cue.token.i + 1 : cue.token.i + 5]):
        if token.pos_ in {"PROPN", "PRON"} and token.dep_ != "compound":
            return [token]
    return []


def voices(cue: CueWord) -> list[Voice]:
    """The phrases that name who speaks; a relative pronoun stands for the noun before it."""
    relative = next((child for child in cue.token.children if child.tag_ in {"WP", "WDT"} and child.dep_ == "nsubj"), None)
    named = (name for head in speaker_tokens(cue) for name in _names_after(head) or (head,))
    found = _joined([phrase(cue.parse, head, cue.token) for head in named])
    if relative is None or cue.token.dep_ != "relcl" or not found:
        return found
    parse = cue.parse
    return [Voice(parse.begins(relative), parse.ends(relative), found[0].head, (found[0].start, found[0].end))]


def _names_after(title: Any) -> list[Any]:
    """ "presidents *X* and *Y*": the names of which a plural title is the noun."""
    if title.tag_ not in {"NNS", "VBZ"} or title.i + 1 >= len(title.doc):  # "presidents" may look like a verb
        return []
    names = [child for child in title.rights if child.dep_ in {"appos", "nsubj"} and child.pos_ == "PROPN"]
    if not names or names[0].left_edge.i != title.i + 1:
        return []
    return [item for item in conjuncts(names[0]) if item.pos_ == "PROPN"]


def _joined(found: list[Voice]) -> list[Voice]:
    """Phrases with nothing between them are one: "the state news agency" "WAM"."""
    joined: list[Voice] = []
    for voice in sorted(found, key=lambda item: item.start):
        if joined and voice.start - joined[-1].end == 1:
            joined[-1] = Voice(joined[-1].start, voice.end, voice.head)
        else:
            joined.append(voice)
    return joined


def quoter(token: Any) -> Any | None:
    """The verb of "quoted him as *saying*" in the active, where the speaker is its object."""
    preposition = token.head
    if token.dep_ == "pcomp" and preposition.lower_ == "as" and preposition.head.lemma_ in {"quote", "cite"}:
        return None if is_passive(preposition.head) else preposition.head
    return None


def phrase(parse: Parse, head: Any, cue: Any | None = None) -> Voice:
    """The noun phrase of `head`: its name where an apposition names it, without clauses and what follows a comma."""
    head = _named_apposition(head, cue) or head
    lefts = [int(child.left_edge.i) for child in head.lefts if child.dep_ not in _NOT_LEFT]
    last = int(head.i)
    for child in head.rights:
        if child.left_edge.i > last + 1 or child.dep_ not in _RIGHT or child == cue or child.tag_ == "VBD":
            break
        last = _before_wall(child, last)
    first = parse.doc[min([*lefts, int(head.i)])]
    return Voice(parse.begins(first), parse.ends(parse.doc[last]), parse.begins(head))


def _before_wall(child: Any, last: int) -> int:
    for token in child.subtree:
        if token.text in _WALLS or token.dep_ == "relcl":
            return last
        last = max(last, int(token.i))
    return last


def _named_apposition(head: Any, cue: Any | None) -> Any | None:
    """ "the foreign minister, *Ann Lee*": the name, where the noun itself is none and the cue does not come between."""
    if head.pos_ in {"PROPN", "PRON"}:
        return None
    names = (child for child in head.children if child.dep_ == "appos" and child.pos_ == "PROPN")
    return next((name for name in names if cue is None or (name.i < cue.i) == (head.i < cue.i)), None)
