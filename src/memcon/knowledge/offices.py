"""Titles read as kinds of office: "the acting Chinese foreign minister" is foreign_minister, acting."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.knowledge.folding import key_of
from memcon.knowledge.tables import Table, split

__all__ = ["Offices", "Title", "TitleForm"]

_STATUSES = {
    "former": "former", "ex": "former", "then": "former", "late": "former", "previous": "former", "ousted": "former",
    "deposed": "former", "onetime": "former", "acting": "acting", "interim": "acting", "caretaker": "acting",
    "designate": "designate", "elect": "elect",
    "incoming": "designate", "nominee": "designate", "outgoing": "",
}  # fmt: skip
_BARE = {  # bare words that any of several offices may be meant by, the likeliest first
    "secretary": (
        "foreign_minister", "defence_minister", "finance_minister", "trade_minister", "interior_minister", "other_minister",
        "igo_head",
    ),
    "minister": (
        "foreign_minister", "defence_minister", "finance_minister", "trade_minister", "interior_minister", "other_minister",
        "deputy_head_of_government", "deputy_foreign_minister",
    ),
    "leader": ("head_of_state", "head_of_government", "supreme_leader", "igo_head", "party_or_dynastic"),
    "ruler": ("head_of_state", "head_of_government", "supreme_leader", "party_or_dynastic"),
    "chairman": ("head_of_state", "head_of_government", "igo_head", "party_or_dynastic"),
    "sheikh": ("head_of_state", "head_of_government", "party_or_dynastic"),
    "chief": ("igo_head",),
    "head": ("igo_head",),
    "chair": ("igo_head", "head_of_state"),
    "diplomat": (
        "foreign_minister", "deputy_foreign_minister", "ambassador", "permanent_representative", "special_envoy",
        "charge_daffaires",
    ),
    "envoy": ("special_envoy", "ambassador", "permanent_representative"),
    "commissioner": ("igo_head", "trade_minister", "foreign_minister"),
}  # fmt: skip
_HONORIFICS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "dame",
        "lord",
        "lady",
        "prof",
        "professor",
        "general",
        "gen",
        "col",
        "colonel",
        "the",
        "his",
        "her",
        "their",
        "its",
        "excellency",
        "h",
        "e",
        "mr.",
        "hon",
    ]
)
_ALSO = {  # one person may sit in either, as constitutions differ
    "head_of_state": ("head_of_government", "supreme_leader"),
    "head_of_government": ("head_of_state",),
    "permanent_representative": ("ambassador",),
    "ambassador": ("permanent_representative",),
}
# "Deputy Minister of Defence" is not the minister, where no title of the tables has all its words.
_BELOW = frozenset({"deputy", "vice", "assistant", "associate", "under"})
_DEPUTY_OF = {
    "foreign_minister": "deputy_foreign_minister",
    "defence_minister": "deputy_defence_minister",
    "head_of_government": "deputy_head_of_government",
    "head_of_state": "vice_president",
    "igo_head": "igo_deputy",
    "ambassador": "official",
}
_DEPARTMENTS = frozenset({"defence", "defense", "finance", "home", "interior", "commerce", "trade"})
_SECRETARIES_WHO_ARE_OFFICIALS = frozenset({"IND", "PAK", "BGD", "NPL", "LKA", "BTN", "MDV"})


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says: kinds of office, the likeliest first (none where the title is unknown or a mere honorific),
    status (current, former, acting, designate, elect), the office that a bare form of the country stands for, and whether
    it is a mere honorific or no title at all."""

    types: tuple[str, ...]
    status: str
    office: str
    honorific: bool


@dataclass(frozen=True, slots=True)
class TitleForm:
    """A bare form ("the secretary", "the premier") and whose office it means. `scope` is a party, or * for any."""

    scope: str
    form: str
    type: str
    office: str


class Offices:
    """An index over offices.csv and title_forms.csv."""

    def __init__(self, offices: Table, forms: Table) -> None:
        self.levels = {row[0]: row[1] for row in offices}
        self.single = frozenset(row[0] for row in offices if row[2] == "1")
        self.names = {row[0]: row[3] for row in offices}
        self._titles: dict[str, list[str]] = {}
        for row in offices:
            for title in split(row[4]):
                self._titles.setdefault(key_of(title), []).append(row[0])
        self.forms = tuple(TitleForm(scope, form, kind, office) for scope, form, kind, office, _ in forms)
        self._scoped = {(form.scope, key_of(form.form)): form for form in self.forms if form.scope != "*"}

    def read(self, title: str, country: str | None = None) -> Title:
        """What a title of that country says. Words that are no part of it (an adjective, "the") are passed over."""
        words = key_of(title).split()
        status = next((_STATUSES[w] for w in words if w in _STATUSES), "") or "current"
        words = [w for w in words if w not in _STATUSES]
        form, found, length = self._scoped_form(words, country), *self._first_title(words, country)
        if form and len(key_of(form.form).split()) < length:
            form = None
        types = dict.fromkeys([*([form.type] if form else []), *found])
        bare = form is not None and " " not in key_of(form.form)  # "Secretary Blinken"; the "foreign secretary" is no other
        if not types or bare:
            types.update(dict.fromkeys(t for w in words for t in _BARE.get(w, ())))
        honorific = not types and all(w in _HONORIFICS for w in words)
        return Title(tuple(types), status, form.office if form else "", honorific)

    def _scoped_form(self, words: list[str], country: str | None) -> TitleForm | None:
        """The form of this country that the words end in."""
        tails = ((country or "", " ".join(words[start:])) for start in range(len(words)))
        return next((self._scoped[tail] for tail in tails if tail in self._scoped), None)

    def _first_title(self, words: list[str], country: str | None) -> tuple[list[str], int]:
        """The kinds of office meant by the leftmost, longest run of words that is a title, and how many words it has."""
        for start in range(len(words)):
            for end in range(len(words), start, -1):
                found = self._titles.get(" ".join(words[start:end]))
                if found:
                    kinds = self._for_country(found, words[start:end], country)
                    below = start > 0 and words[start - 1] in _BELOW
                    return [_DEPUTY_OF.get(kind, "deputy_minister") for kind in kinds] if below else kinds, end - start
        return [], 0

    def is_title(self, phrase: str) -> bool:
        """Whether the whole phrase is a title: an office, with words of status around it, and nothing else."""
        words = [w for w in key_of(phrase).split() if w not in _STATUSES and w not in ("the", "a", "an", "of")]
        if not words:
            return False
        plain = " ".join(w for w in key_of(phrase).split() if w not in _STATUSES and w not in ("the", "a", "an"))
        return plain in self._titles or (len(words) == 1 and words[0] in _BARE)

    def _for_country(self, found: list[str], words: list[str], country: str | None) -> list[str]:
        if words == ["foreign", "secretary"]:
            officials = country in _SECRETARIES_WHO_ARE_OFFICIALS
            return ["foreign_ministry_permanent_head"] if officials else ["foreign_minister"]
        if words[-1] == "secretary" and words[0] in _DEPARTMENTS and country in _SECRETARIES_WHO_ARE_OFFICIALS:
            return ["senior_official"]
        if words == ["chancellor"] and country == "GBR":
            return ["finance_minister"]
        if words == ["chancellor"] and country in _LATIN_AMERICA:
            return ["foreign_minister"]
        if words == ["secretary", "of", "state"] and country in ("VAT", "GEO"):
            return ["head_of_government"] if country == "VAT" else ["other_minister"]
        return found

    @staticmethod
    def widened(types: tuple[str, ...]) -> tuple[str, ...]:
        """The kinds, and those that the title means under another constitution: a president who heads the government."""
        return tuple(dict.fromkeys([*types, *(also for kind in types for also in _ALSO.get(kind, ()))]))


_LATIN_AMERICA = frozenset(
    [
        "ARG",
        "BOL",
        "BRA",
        "CHL",
        "COL",
        "CRI",
        "CUB",
        "DOM",
        "ECU",
        "GTM",
        "HND",
        "MEX",
        "NIC",
        "PAN",
        "PER",
        "PRY",
        "SLV",
        "URY",
        "VEN",
    ]
)
