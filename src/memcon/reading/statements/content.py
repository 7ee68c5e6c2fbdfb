"""Content: where the words stand that a cue attributes."""

from __future__ import annotations

from typing import Any

from memcon.reading.statements.drafts import CueWord, Stretch
from memcon.reading.syntax import OBJECTS, about_somebody, is_passive

_PREDICATIVE = 12  # tokens after "called" in which a quotation or "as" says what
_DASHES = frozenset({"—", "–", "―", "--"})
_HUNG = frozenset({"relcl", "acl", "advcl"})
_VERBAL = frozenset({"VERB", "AUX"})
_BACKSHIFTED = frozenset({"would", "could", "might"})
_REASONS = frozenset({"because", "if", "unless"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
# Right of an act's object, what still belongs to it: "voiced concern | about the strike | as talks went on".
_STAYS = frozenset(
    "prep advcl acl npadvmod advmod dobj oprd attr xcomp ccomp dative relcl appos pobj amod punct cc conj".split()
)


def content_tokens(cue: CueWord, *, right_only: bool) -> list[Any]:
    """Heads of what fills the cue's content places; only those after the cue where `right_only`."""
    hosts = (cue.token, *cue.helpers)
    filled: list[Any] = []
    for place in cue.signal.content:
        if place == "object" and "object" in cue.signal.addressee and filled:
            continue  # "warned Iran against": the object hears it; "warned of": nothing else is there
        filled.extend(item for host in hosts for item in _at(host, place) if item not in hosts)
    if not filled and "object" in cue.signal.content:
        filled = [helper for helper in cue.helpers if helper.dep_ in OBJECTS]  # "raised *concerns about the strike*"
    if not filled and "clause" in cue.signal.content:
        filled = _complement(cue)
    return [item for item in filled if not right_only or item.i > cue.token.i]


def excluded(cue: CueWord) -> bool:
    """Whether the cue is another word here: "welcomed him *to* Oslo", "called him on Friday", "defend itself"."""
    if "predicative" in cue.signal.needs and not _has_predicative(cue):
        return True
    if _object_inside(cue) or not _asks(cue):
        return True
    reflexive = any(child.dep_ == "dobj" and child.lower_.endswith(("self", "selves")) for child in cue.token.children)
    return reflexive or any(_stands(cue.token, place) for place in cue.signal.unless)


def _stands(host: Any, place: str) -> bool:
    """Whether the place is filled, or the word is a particle of the host: "ordered the envoys *out*"."""
    particles = (child for child in host.children if child.dep_ in {"prt", "advmod"})
    return bool(_at(host, place)) or any(child.lower_ == place for child in particles)


_PLACES = frozenset({"infinitive", "clause", "for", "object"})


def _asks(cue: CueWord) -> bool:
    """Whether one of the places that the cue needs is filled: "called on X *to go*", and no "called on X at his home"."""
    wanted = [need for need in cue.signal.needs if need in _PLACES]
    hosts = [host for token in (cue.token, *cue.helpers) for host in (token, *_below(token))]
    return not wanted or any(_at(host, place) for place in wanted for host in hosts)


def _below(token: Any) -> list[Any]:
    """What stands under a preposition of the cue: the model may hang the infinitive on whom the cue addresses."""
    return [child for child in token.children if child.dep_ in {"pobj", "pcomp"}] if token.pos_ == "ADP" else []


def _object_inside(cue: CueWord) -> bool:
    """ "called *its ambassador* for consultations" is no call for them: an object where the cue has no place for one."""
    if "object" in (*cue.signal.content, *cue.signal.addressee) or not cue.helpers:
        return False
    last = max(int(helper.i) for helper in cue.helpers)
    objects = [child for child in cue.token.children if child.dep_ in OBJECTS and child not in cue.helpers]
    return any(cue.token.i < child.i < last for child in objects)


def _has_predicative(cue: CueWord) -> bool:
    """Whether the cue says what its object is: "called it a provocation", "was called “a provocation”", "view it as"."""
    after = cue.parse.doc[cue.token.i + 1 : cue.token.i + _PREDICATIVE]
    if any(token.text == "“" or token.lower_ == "as" for token in after):
        return True
    objects = [child for child in cue.token.children if child.dep_ in OBJECTS or child.dep_ == "nsubjpass"]
    clauses = [child for child in cue.token.children if child.dep_ in {"ccomp", "xcomp"} and child.i > cue.token.i]
    clauses = [clause for clause in clauses if clause.tag_ != "VB"]  # "called him *to tell* him": a call, no name for him
    return len(objects) > 1 or bool(clauses)


def addressee_tokens(cue: CueWord) -> list[Any]:
    """Heads of who hears the words, where the cue has a place for them that is not the words themselves."""
    words = content_tokens(cue, right_only=False)
    hosts = (cue.token, *cue.helpers)
    heard = [item for place in cue.signal.addressee for host in hosts for item in _at(host, place)]
    return [item for item in heard if item not in words and item.pos_ in {"NOUN", "PROPN", "PRON"}]


def object_tokens(cue: CueWord) -> list[Any]:
    """Heads of whom an act or a demand is done to; who is only told something is not what the words are about."""
    return [] if cue.signal.sense != "act" and cue.signal.stance == "neutral" else _at(cue.token, "object")


def _at(host: Any, place: str) -> list[Any]:
    if place == "clause":
        return [child for child in host.children if _is_clause(child, host)]
    if place == "infinitive":
        return [child for child in host.children if _is_infinitive(child, host)]
    if place == "object":
        return [child for child in host.children if child.dep_ in OBJECTS or child.dep_ == "nsubjpass"]
    return _under(host, place)


def _is_clause(child: Any, host: Any) -> bool:
    if child.dep_ == "ccomp":
        return not about_somebody(child)
    if child.dep_ in {"acl", "relcl", "advcl", "conj"} and child.i > host.i:
        return any(item.dep_ == "mark" and item.lower_ in {"that", "whether"} for item in child.children)
    return bool(child.dep_ == "xcomp" and child.tag_ != "VB" and child.i > host.i and host.lemma_ != "want")


def _is_infinitive(child: Any, host: Any) -> bool:
    if child.i < host.i or child.dep_ not in {"xcomp", "ccomp", "advcl", "acl", "relcl"}:
        return False
    return child.dep_ == "xcomp" or any(item.tag_ == "TO" and item.dep_ == "aux" for item in child.children)


def _under(host: Any, place: str) -> list[Any]:
    found: list[Any] = []
    for child in host.children:
        if child.dep_ in {"prep", "dative", "agent", "prt"} and child.lower_ == place:
            found.extend(item for item in child.children if item.dep_ != "punct")
        elif child.dep_ in {"ccomp", "advcl", "xcomp"} and _marked(child, place):
            found.append(child)
    return found


def _marked(clause: Any, word: str) -> bool:
    return any(item.dep_ == "mark" and item.lower_ == word for item in clause.children)


def _complement(cue: CueWord) -> list[Any]:
    """The clause after the cue that the parser hung elsewhere: "reported at the time *that …*"."""
    doc = cue.parse.doc
    unnamed = next((token for token in doc[int(cue.token.i) + 1 :] if token.lower_ == "anonymity"), None)
    if unnamed is not None:  # "said on condition of anonymity because the talks were private *that* …"
        clauses = [token for token in doc[unnamed.i + 1 :] if token.pos_ in _VERBAL and _start(token) > unnamed.i]
        return [verb for verb in clauses if doc[_start(verb)].lower_ == "that"][:1]
    for token in doc[int(cue.token.i) + 1 :]:
        if token.tag_ == "PRP" and token.dep_ in _SUBJECTS and token.head.dep_ in _HUNG:
            return [token.head]  # "said after the talks he would resign"
        if token.lower_ in {"that", "whether"}:
            if _of_another_noun(cue, doc[token.i - 1]):
                return []
            verb = next((item for item in doc[token.i + 1 :] if item.pos_ in _VERBAL and item.left_edge.i == token.i), None)
            return [verb] if verb is not None and any(c.dep_ in _SUBJECTS and c.i != token.i for c in verb.children) else []
        if token.pos_ in _VERBAL or token.text in {",", ";", "“"}:
            return []
    return []


def _of_another_noun(cue: CueWord, before: Any) -> bool:
    """ "recalled its ambassador over *reports* that …": the verb has its object, and the clause is the noun's."""
    if "object" in cue.signal.addressee or before.pos_ != "NOUN":
        return False
    objects = [child for child in cue.token.children if child.dep_ == "dobj" and child.pos_ in {"NOUN", "PROPN"}]
    return bool(objects) and before not in objects


def hull(cue: CueWord, heads: list[Any]) -> list[Stretch]:
    """The stretches that these heads' phrases cover, one on each side of the cue."""
    parse = cue.parse
    before = [head for head in heads if head.right_edge.i < cue.token.i]
    after = [head for head in heads if head.i > cue.token.i]
    stretches = []
    if before:
        stretches.append((min(int(h.left_edge.i) for h in before), max(int(h.right_edge.i) for h in before)))
    if after:
        first = max(min(_start(h) for h in after), int(cue.token.i) + 1)
        last = max(int(h.right_edge.i) for h in after)
        finite = any(_is_finite(head) for head in after)
        last = _with_more_clauses(cue, last) if finite else _extended(cue, first, last)
        if not _has_marks(parse.doc, first, last):
            last = _before_dash(parse.doc, first, _without_aside(parse.doc, first, last))
        stretches.append((first, last))
    return [(parse.begins(parse.doc[first]), parse.ends(parse.doc[last])) for first, last in stretches]


def _start(head: Any) -> int:
    """Where a clause starts: at its "that", whatever the parser hung before it ("said, because it was late, *that* …")."""
    marks = [int(child.i) for child in head.children if child.dep_ == "mark" and child.lower_ == "that"]
    return marks[0] if marks else int(head.left_edge.i)


def _before_dash(doc: Any, first: int, last: int) -> int:
    """The end before a single dash that breaks off: "X said A — a reference to B"."""
    dashes = [number for number in range(first + 1, last + 1) if doc[number].text in _DASHES]
    return dashes[0] - 1 if len(dashes) == 1 and dashes[0] > first + 1 else last


def _has_marks(doc: Any, first: int, last: int) -> bool:
    return any(token.text in {"“", "”"} for token in doc[first : last + 1])


def _without_aside(doc: Any, first: int, last: int) -> int:
    """The end before a closing apposition or relative clause after a comma: "…, *which had been put off in May*"."""
    for token in doc[first + 1 : last + 1]:
        edge = int(token.left_edge.i)
        relative = token.pos_ in _VERBAL and doc[edge].tag_ in {"WDT", "WP", "WP$"}
        aside = token.dep_ in {"relcl", "appos"} or relative or _is_second_object(token) or _is_comment(token)
        aside = aside and not _is_backshifted(token) and not _is_listed(token)
        if aside and token.right_edge.i >= last and edge > first + 2 and doc[edge - 1].text == ",":
            return edge - 2
    return last


def _is_backshifted(verb: Any) -> bool:
    """Whether a "would", "could" or "might" stands with the verb: what a speaker's "will" becomes when it is reported."""
    return any(child.dep_ == "aux" and child.lower_ in _BACKSHIFTED for child in verb.children)


def _is_listed(noun: Any) -> bool:
    """ "fairness, *the closure* of loopholes and relief": an item of a list, which the parser took for an apposition."""
    return noun.dep_ == "appos" and any(child.dep_ in {"cc", "conj"} and child.i > noun.i for child in noun.head.children)


def _is_comment(noun: Any) -> bool:
    """ "…, *a view* echoed by the envoy": a noun that says what the words are, wherever the parser hung it."""
    first = noun.left_edge
    described = any(child.dep_ in {"acl", "relcl"} for child in noun.children)
    return noun.tag_ == "NN" and described and first.lower_ in {"a", "an"} and first.i > 0 and noun.doc[first.i - 1].text == ","


def _is_second_object(token: Any) -> bool:
    """ "accused Athens of piracy, *something* that it denies": an apposition that the parser took for one more object."""
    described = any(child.dep_ == "relcl" for child in token.children)
    return described and token.dep_ == "dobj" and any(c.dep_ == "dobj" and c.i < token.i for c in token.head.children)


def _is_finite(head: Any) -> bool:
    return head.dep_ in {"ccomp", "advcl", "acl", "relcl", "conj"} and any(child.dep_ in _SUBJECTS for child in head.children)


def _extended(cue: CueWord, first: int, last: int) -> int:
    """The end moved over what hangs on the cue after its object, up to a new clause."""
    hosts = (cue.token, *cue.helpers)
    children = sorted((child for host in hosts for child in host.children if child.i > last), key=lambda item: int(item.i))
    for child in children:
        by_whom = child.dep_ == "agent" and not is_passive(cue.token)  # "condemned the launch *by the North*"
        if not (child.dep_ in _STAYS or by_whom) or child.left_edge.i > last + 2 or _opens_clause(child):
            break
        if child.dep_ not in {"punct", "cc"}:
            last = max(last, int(child.right_edge.i))
    return last


def _with_more_clauses(cue: CueWord, last: int) -> int:
    """The end moved over clauses that the parser hung on the cue: "said it had failed, *but would* go on", "…, *because* …"."""
    for child in cue.token.children:
        if child.i <= last or child.left_edge.i > last + 3:
            continue
        goes_on = child.dep_ == "conj" and _is_backshifted(child)
        gives_reason = child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _REASONS for c in child.children)
        if goes_on or gives_reason:
            last = int(child.right_edge.i)
    return last


def _opens_clause(child: Any) -> bool:
    if child.dep_ == "conj":
        return bool(child.pos_ in _VERBAL)
    return bool(child.dep_ == "advcl" and child.tag_ == "VBG" and child.doc[child.left_edge.i - 1].text == ",")
