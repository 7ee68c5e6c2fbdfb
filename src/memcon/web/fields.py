"""What a fact or a merged item says, field by field, for its page and for the text that it stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from memcon.ledger.people import name_words
from memcon.web import shown

Named = Callable[[str], str]  # a party's code → its plain name


@dataclass(frozen=True, slots=True)
class Field:
    """A field with its words on a page. `name` is what evidence calls it."""

    name: str
    label: str
    text: Markup


def fields_of(fact: Any, named: Named) -> tuple[Field, ...]:
    """The fields of a fact of a record, or of a merged item, that say something."""
    family = "events" if hasattr(fact, "cameo") else _family(fact)
    found = {
        "engagements": _engagement, "statements": _statement, "commitments": _commitment, "events": _event, "offices": _office,
    }[family](fact, named)  # fmt: skip
    return tuple(Field(name, label, escape(text)) for name, label, text in found if text)


def says(fact: Any) -> str:
    """A fact in one line."""
    family = "events" if hasattr(fact, "cameo") else _family(fact)
    if family == "engagements":
        people = [each.name or each.office or each.country for each in fact.participants] or list(fact.parties)
        where = fact.place.city or fact.place.name or fact.place.country
        return f"{fact.kind.capitalize()}{f' in {where}' if where else ''}: {', '.join(filter(None, people))}"
    if family == "statements":
        words = " ".join((fact.words if hasattr(fact, "words") else fact.content.exact).split())
        return f"{_speakers(fact.speakers) or 'Somebody'}: {words}"
    if family == "commitments":
        what = fact.what if isinstance(fact.what, str) or fact.what is None else fact.what.exact
        return f"{fact.kind.capitalize()} of {', '.join(fact.by) or 'somebody'}: {' '.join((what or '—').split())}"
    if family == "events":
        return f"{'+'.join(fact.actor) or '—'} {fact.type} {'+'.join(fact.recipient) or '—'}"
    return f"{fact.person}, {fact.office}"


def _family(fact: Any) -> str:
    if hasattr(fact, "participants"):
        return "engagements"
    if hasattr(fact, "speakers"):
        return "statements"
    return "offices" if hasattr(fact, "person") else "commitments"


Row = tuple[str, str, Any]


def _engagement(fact: Any, named: Named) -> Iterator[Row]:
    form = f" ({shown.spoken(fact.format)})" if fact.format and fact.format != "in_person" else ""
    yield "status", "Status", shown.status(fact.status) + (" " + fact.reason if fact.reason else "")
    yield "kind", "Kind", fact.kind + form
    yield "when", "When", _when(fact.when)
    yield "duration", "Length", f"{fact.duration.text} ({fact.duration.minutes} min)" if fact.duration else None
    yield "place", "Where", ", ".join(dict.fromkeys(filter(None, (fact.place.name, fact.place.city, fact.place.country))))
    yield "participants", "Who", shown.lines(_person(each) for each in fact.participants) if fact.participants else None
    yield "parties", "Parties", shown.lines(party(code, named) for code in fact.parties) if fact.parties else None
    words = (f"“{each.text}”" + (f" ({', '.join(each.by)})" if each.by else "") for each in fact.described_as)
    yield "described_as", "Described as", "; ".join(words)
    yield "issues", "Issues", ", ".join(map(shown.spoken, fact.issues))
    yield "reported_by", "Reported by", "; ".join(each.name for each in fact.reported_by)
    yield "background", "Background", "told as an earlier event" if fact.background else None


def _statement(fact: Any, named: Named) -> Iterator[Row]:
    words = fact.words if hasattr(fact, "words") else fact.content.exact
    yield "speakers", "Speaker", shown.lines(_speaker(each) for each in fact.speakers) if fact.speakers else None
    relayed = getattr(fact, "relayed_by", ())
    yield "relayed_by", "Relayed by", _speakers(relayed)
    cue = getattr(fact, "cue", None)
    yield "cue", "Cue", cue.exact if cue else None
    yield "content", "Words", " ".join(words.split())
    yield "kind", "Kind", f"{fact.kind} speech"
    yield "stance", "Stance", fact.stance + (", negated" if fact.negated else "")
    yield "about", "About", shown.lines(party(code, named) for code in fact.about) if fact.about else None
    yield "addressees", "To", ", ".join(filter(None, (each.name or each.country for each in fact.addressees)))
    yield "issues", "Issues", ", ".join(map(shown.spoken, fact.issues))
    yield "when", "When", getattr(fact, "day", None) or _when(getattr(fact, "when", None))


def _commitment(fact: Any, named: Named) -> Iterator[Row]:
    what = fact.what if isinstance(fact.what, str) or fact.what is None else fact.what.exact
    yield "status", "Status", shown.status(fact.status)
    yield "kind", "Kind", fact.kind + (", negated" if fact.negated else "")
    yield "by", "By", shown.lines(party(code, named) for code in fact.by) if fact.by else None
    yield "to", "To", shown.lines(party(code, named) for code in fact.to) if fact.to else None
    yield "what", "What", " ".join(what.split()) if what else None
    yield "amount", "Amount", fact.amount.exact if fact.amount else None
    yield "due", "Due", fact.due_text or _when(fact.due)
    yield "issues", "Issues", ", ".join(map(shown.spoken, fact.issues))
    if (fact.engagement or "").startswith("e-"):
        yield "engagement", "At", shown.item_link(fact.engagement)
    yield "day", "Told", getattr(fact, "day", None)


def _event(fact: Any, named: Named) -> Iterator[Row]:
    yield "type", "Type", " ".join(filter(None, (fact.type, fact.mode)))
    yield "status", "Status", shown.status(fact.status)
    yield "actor", "Actor", shown.lines(party(code, named) for code in fact.actor) if fact.actor else None
    yield "recipient", "Recipient", shown.lines(party(code, named) for code in fact.recipient) if fact.recipient else None
    yield "contexts", "Contexts", ", ".join(fact.contexts)
    yield "cameo", "CAMEO", fact.cameo
    yield "score", "Score", f"{fact.score:+.1f}, quad {fact.quad}"
    yield "date", "Day", fact.date
    engagement = getattr(fact, "engagement", None)
    yield "engagement", "From", shown.item_link(engagement) if engagement else None


def _office(fact: Any, named: Named) -> Iterator[Row]:
    yield "person", "Person", Markup('<a href="{}">{}</a>').format(shown.person_path(_key(fact.person)), fact.person)
    yield "office", "Office", fact.office
    yield "country", "Of", party(fact.country, named) if fact.country else None
    yield "status", "Standing", fact.status


def party(code: str, named: Named) -> Markup:
    """A party by name, a link to what the ledger has of it."""
    return Markup('<a href="/engagements?party={}">{}</a>').format(code, named(code))


def _key(name: str) -> str:
    return " ".join(name_words(name))


def _person(each: Any) -> Markup:
    name = each.name or each.office or each.country or "somebody"
    key = _key(each.name or "")
    link = Markup('<a href="{}">{}</a>').format(shown.person_path(key), name) if key else escape(name)
    more = [each.office if each.name else None, each.country, each.role if each.role != "participant" else None]
    soft = ", ".join(filter(None, more))
    return link + (Markup(' <span class="soft">{}</span>').format(soft) if soft else "")


def _speaker(each: Any) -> Markup:
    name = each.name or each.office or ("somebody not named" if each.anonymous else each.country or "somebody")
    key = _key(each.name or "") if not each.anonymous else ""
    link = Markup('<a href="{}">{}</a>').format(shown.person_path(key), name) if key else escape(name)
    soft = ", ".join(filter(None, (each.office if each.name else None, each.country)))
    return link + (Markup(' <span class="soft">{}</span>').format(soft) if soft else "")


def _speakers(speakers: Iterable[Any]) -> str:
    return ", ".join(each.name or each.office or each.country or "not named" for each in speakers)


def _when(when: Any) -> Markup | None:
    if when is None or not (when.start or when.text):
        return None
    text = Markup(' <span class="soft">“{}”</span>').format(when.text) if when.text and when.start else ""
    return shown.day(when) + text
