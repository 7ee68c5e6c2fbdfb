"""The main line of a sentence: its news, clause by clause, and how each clause is meant.

The walk starts at the root and follows coordination, what is reported ("X said that …"), what is begun, planned or
refused ("X plans to …"), and what a last relative clause tells next ("met Y, who promised …"). Other relative clauses and
"after …", "because …", "if …" are background and stay out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from memcon.lexicon import Lexicon
from memcon.reading import syntax
from memcon.reading.parsing import Parse

Mood = Literal["held", "planned", "refused", "negated", "obliged", "conditional"]
VERBAL = frozenset({"VERB", "AUX"})
CONDITIONAL = frozenset({"could", "may", "might", "can", "ca"})
FUTURE = frozenset({"will", "shall", "wo", "'ll", "would", "'d", "’ll", "’d"})
OBLIGING = frozenset({"must", "should", "ought"})
JOINING = frozenset({"join", "follow", "succeed", "persist", "participate", "unite"})  # "joined its allies *in* freezing …"
WISHED = dict.fromkeys(("suggest", "propose", "recommend", "insist"), frozenset({"VB", "VBP"}))  # the form of a wish
RETURNING = frozenset({"retaliate", "respond", "answer", "react", "reply", "counter"})  # "retaliated *by* recalling …"
BREAKS = frozenset({";", ":", ",", "–", "—", "-", "--"})


@dataclass(frozen=True)
class Clause:
    """A clause on the main line by its head `token`. `reporter` is the verb that reports it, `governor` the one that
    plans or refuses it; `minor` marks a participle clause that goes with another ("…, accusing it of …")."""

    token: Any
    mood: Mood = "held"
    reporter: Any | None = None
    governor: Any | None = None
    minor: bool = False
    ended: bool = False  # "stopped sending": what was done is done no more

    @property
    def declared(self) -> bool:
        """Whether somebody is said to have announced it."""
        return self.reporter is not None and self.reporter.lemma_.lower() in {"announce", "declare", "proclaim", "unveil"}


def clauses_of(parse: Parse, lexicon: Lexicon) -> tuple[Clause, ...]:
    """The clauses of one sentence's main line, outermost first."""
    key = ("clauses", lexicon)
    if key not in parse.memo:
        parse.memo[key] = _clauses_of(parse, lexicon.table("governors"))
    found: tuple[Clause, ...] = parse.memo[key]
    return found


def _clauses_of(parse: Parse, governors: dict[str, Any]) -> tuple[Clause, ...]:
    roots = (_first_clause(token) for token in parse.doc if token.head.i == token.i)
    return tuple(clause for token in roots for clause in _walk(Clause(token, _own_mood(token)), governors, depth=0))


def _first_clause(root: Any) -> Any:
    """ "X *agreed*, weeks after Y had left": the clause before, where the parser takes the one behind "after" for root."""
    if root.pos_ not in VERBAL:  # "The latter *accepted* with pleasure": no verb but what the parser takes for a participle
        return next((child for child in root.children if child.dep_ == "acl" and child.tag_ in {"VBN", "VBD"}), root)
    if not any(child.dep_ == "mark" and child.i > root.left_edge.i for child in root.children):
        return root
    before = (child for child in root.children if child.dep_ == "ccomp" and child.i < root.i and _has_own_tense(child))
    return next((child for child in before if any(item.dep_ in syntax.NOMINAL_SUBJECTS for item in child.children)), root)


def _walk(clause: Clause, governors: dict[str, Any], depth: int) -> Iterator[Clause]:
    yield clause
    if depth > 12:
        return
    below = [_below(clause, child, governors) for child in clause.token.children]
    for item in (*below, *_told_next(clause.token)):
        if item is not None:
            yield from _walk(item, governors, depth + 1)


def _told_next(verb: Any) -> Iterator[Clause]:
    """ "met Y, *who promised* …": a relative clause behind a comma that goes on with the story, not one that describes."""
    if verb.tag_ not in {"VBD", "VBZ", "VBP", "VBN"}:
        return
    for child in verb.rights:
        for token in child.subtree:
            if token.dep_ != "relcl" or token.head.i < verb.i or token.pos_ not in VERBAL:
                continue
            opens = token.doc[token.left_edge.i - 1]
            if _who(token) and opens.text == "," and _is_news(token):
                yield Clause(token, _own_mood(token))


def _who(verb: Any) -> bool:
    """Whether the relative clause is about somebody: "who", "whom", "whose minister"."""
    for child in verb.children:
        if child.lower_ in {"who", "whom"} and child.dep_ in {"nsubj", "dobj"}:
            return True
        if child.lower_ == "which" and child.dep_ == "nsubj" and verb.head.pos_ == "PROPN":  # "Belarus, *which* retaliated"
            return True
        if child.dep_ == "nsubj" and any(item.lower_ == "whose" for item in child.children):
            return True
    return False


def _is_news(verb: Any) -> bool:
    """Whether the verb tells what was done then, not what had been or is usual."""
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    return (verb.tag_ == "VBD" and not auxiliaries) or auxiliaries == {"has"}


def _below(clause: Clause, child: Any, governors: dict[str, Any]) -> Clause | None:
    """The clause that `child` heads, where it belongs to the main line."""
    dep = child.dep_
    if dep == "conj" and child.pos_ in VERBAL | {"ADJ"}:
        # "will meet and sign": the auxiliary of the first counts for the second
        own = _own_mood(child)
        return replace(clause, token=child, mood=clause.mood if own == "held" and not _has_own_tense(child) else own)
    if dep in {"ccomp", "parataxis", "dep"} and child.pos_ in VERBAL:
        if _stands_beside(clause.token, child, governors):
            return Clause(child, _own_mood(child))
        return _reported(clause, child, governors)
    if child.lower_ == "clear" and clause.token.lemma_.lower() == "make":  # "made it clear that"
        told = next((item for item in child.children if item.pos_ in VERBAL and item.dep_ in {"ccomp", "csubj", "advcl"}), None)
        return Clause(told, _own_mood(told), reporter=clause.token) if told is not None else None
    if dep in {"xcomp", "acomp", "attr", "oprd"} and (child.pos_ in VERBAL or child.dep_ == "acomp"):
        return _governed(clause, child, governors)
    if dep == "advcl" and child.tag_ == "VBG" and not any(c.dep_ in {"mark", "advmod", "nsubj"} for c in child.children):
        aside = child.i > 0 and child.left_edge.i > clause.token.i and child.doc[child.left_edge.i - 1].text == ","
        return replace(clause, token=child, mood=_joined(clause.mood, _own_mood(child)), minor=not aside)
    if dep == "acl" and clause.token.dep_ == "attr":
        return _governed(clause, child, governors)
    if dep == "prep" and (child.lower_ == "by" or (child.lower_ == "in" and clause.token.lemma_.lower() in JOINING)):
        # "answered by accusing it of …", "joined others in accusing it of …"
        means = next((item for item in child.children if item.dep_ == "pcomp" and item.tag_ == "VBG"), None)
        minor = child.lower_ == "by" and clause.token.lemma_.lower() not in RETURNING
        return replace(clause, token=means, governor=clause.token, minor=minor) if means is not None else None
    if dep == "dobj" and child.lemma_.lower() in governors["documents"]:  # "issued a declaration demanding that …"
        saying = next((item for item in child.children if item.dep_ == "acl" and item.tag_ == "VBG"), None)
        return replace(clause, token=saying, governor=clause.token, minor=True) if saying is not None else None
    return None


def _stands_beside(verb: Any, child: Any, governors: dict[str, Any]) -> bool:
    """ "X invited Y; Y accepted": a whole clause before the verb that the parser takes for its complement."""
    if child.i > verb.i or not _has_own_tense(child):
        return False
    between = child.doc[child.right_edge.i + 1 : verb.i]
    apart = any(token.text == ";" for token in between)  # "Chad blames Niger; it *has recalled* its envoy"
    if verb.lemma_.lower() in governors["reporting"] and not apart:
        return False
    own = any(item.dep_ in syntax.NOMINAL_SUBJECTS for item in child.children)
    return own and any(token.text in BREAKS for token in between)


def _reported(clause: Clause, child: Any, governors: dict[str, Any]) -> Clause | None:
    lemma = clause.token.lemma_.lower()
    clear = any(item.lower_ == "clear" for item in clause.token.children)  # "made it clear that"
    if (lemma in governors["reporting"] or clear) and clause.mood in {"held", "planned"}:
        wished = child.tag_ in WISHED.get(lemma, {"VB"}) and not syntax.auxiliaries(child)  # "suggested that the two *sign*"
        return Clause(child, "conditional" if wished else _own_mood(child), reporter=clause.token)
    if any(lemma in governors[kind] for kind in ("aspectual", "intending", "failing", "weighing", "ending")):
        return _governed(clause, child, governors)
    # A quotation or clause before its verb may hang on it as a complement the other way round.
    if child.lemma_.lower() in governors["reporting"] and child.i > clause.token.i:
        return Clause(child, "held")
    return None


def _governed(clause: Clause, child: Any, governors: dict[str, Any]) -> Clause | None:
    lemma = clause.token.lemma_.lower()
    below = replace(clause, token=child, governor=clause.token)
    own = _own_mood(child)
    if clause.token.pos_ == "ADJ" or lemma in governors["ready"]:
        return replace(below, mood=_joined("planned", clause.mood)) if clause.token.lower_ in governors["ready"] else None
    if child.dep_ == "acomp":
        return replace(below, mood=clause.mood)
    if lemma == "be" and child.tag_ == "VB" and child.dep_ == "xcomp":  # "are to set up a commission"
        return replace(below, mood=_joined("planned", clause.mood))
    if lemma in {"have", "need"} and child.dep_ == "xcomp":
        return replace(below, mood=_joined("obliged", clause.mood))
    if lemma in governors["ending"] and child.tag_ == "VBG":
        return replace(below, mood=clause.mood, ended=True)
    if lemma in governors["failing"]:
        return replace(below, mood="refused" if lemma in {"refuse", "decline"} else "negated")
    if lemma in governors["intending"] or (lemma == "go" and clause.token.tag_ == "VBG"):
        return replace(below, mood=_joined("planned", clause.mood))
    if lemma in governors["weighing"]:
        return replace(below, mood="conditional")
    if lemma in governors["aspectual"]:
        return replace(below, mood=_joined(clause.mood, own))
    if lemma in governors["reporting"] and child.dep_ == "xcomp":
        return replace(below, mood=_joined(clause.mood, own), reporter=clause.token)
    return None


def _joined(outer: Mood, inner: Mood) -> Mood:
    """How a clause is meant that stands under another."""
    if outer == "held":
        return inner
    if inner == "held" or outer == inner:
        return outer
    if {outer, inner} & {"conditional"}:
        return "conditional"
    if {outer, inner} & {"negated", "refused"}:
        return "refused" if {outer, inner} & {"planned", "refused"} else "negated"
    return outer


def _own_mood(token: Any) -> Mood:
    """How the verb is meant by its own auxiliaries and negation."""
    negated = syntax.is_negated(token) or _is_over(token)
    words = {child.lower_ for child in token.children if child.dep_ in {"aux", "auxpass"}}
    perfect = any(child.lemma_ == "have" and child.dep_ == "aux" for child in token.children)
    if words & {"would", "could", "'d"} and _under_condition(token):
        return "conditional"
    if words & OBLIGING:
        return "negated" if negated else "obliged"
    if words & CONDITIONAL:
        return "refused" if negated and words & {"can", "ca"} else "conditional"
    if words & {"would", "'d"} and perfect:
        return "conditional"
    if words & FUTURE:
        return "refused" if negated else "planned"
    if token.dep_ == "ROOT" and "to" in words and token.tag_ == "VB":
        return "planned"  # "Putin to visit Ankara": the headlines' future
    return "negated" if negated else "held"


def _is_over(verb: Any) -> bool:
    """ "will *no longer* arm them"."""
    return any(child.lower_ == "longer" and any(item.lower_ == "no" for item in child.children) for child in verb.children)


def _under_condition(verb: Any) -> bool:
    clauses = (child for child in verb.children if child.dep_ == "advcl")
    return any(word.dep_ == "mark" and word.lower_ == "if" for clause in clauses for word in clause.children)


def _has_own_tense(token: Any) -> bool:
    return token.tag_ in {"VBD", "VBZ", "VBP"} or bool(syntax.auxiliaries(token))
