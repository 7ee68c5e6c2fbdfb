"""Names as the sources print them, made plain: titles and parties off, capitals down, nicknames apart."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

__all__ = ["PlainName", "first_alike", "folded", "plain_name", "same_person", "shares_a_word", "slug", "squashed"]

_APOSTROPHES = str.maketrans("’‘ʻʼʿ", "'''''")
_LEADING = re.compile(
    r"^(?:(?:and|for|of|elect|Confederation|Gnu|Cnsp|Interim|Executive|Deputy|Vice|Prime|Foreign|Cabinet|Affairs|Council|"
    r"Ministers|Minister|State|Commission|Chairman|Supreme|People's|Taliban|Leader|Prefect|Assembly|Privy|"
    r"President|Governor|General|Speaker|the|"
    r"House|Representatives|Presidential|China|Defense|Charg[eé]|[dD]'Affaires|Heir|Apparent|Princess|Ceo|"
    r"Commissioner|Dr\.|Chief|Mission|Interior)"
    r"[ ,]+)+(?=\S)"
)
_TRAILING = re.compile(
    r"(?:,? also spelled .*|, (?:Dr\.|Counselor|Minister Counselor|Minister|First Secretary|Head of Delegation|"
    r"(?:Lt\. |Brig\. )?Gen\.|Adm\.|"
    r"Air Chief Mar\.|Grand Duke of Luxembourg|Bar(?:on|oness) .*)| serves as Regent| - previously .*)$"
)
_REALM = re.compile(
    r"^(.*\S) of (?:Jordan|Belgium|Bulgaria|Bahrain|Denmark|Spain|Lesotho|Norway|Nepal|Sweden|Tonga|"
    r"Saudi Arabia|the Netherlands)$"
)
_NICKNAME = re.compile(r" ?[\"“(]([^\"”)]+)[\"”)]")
_LOUD = re.compile(r"(?<![\w.])(?![IVX]+(?!\w))(Mac|Mc|Le)?([A-ZÀ-Þ]{3,})(?![\w.])")
_GENERATION = re.compile(r",? (Jr|Sr|Jnr)\.?$")
_HONOURS = re.compile(r"^(?:Sir|Dame|Gen\.|Dr\.?) (?=\S+ \S)")
_PARTICLES = {
    "al",
    "el",
    "bin",
    "ibn",
    "bint",
    "van",
    "von",
    "de",
    "del",
    "der",
    "di",
    "da",
    "dos",
    "du",
    "la",
    "le",
    "y",
    "ould",
}


@dataclass(frozen=True)
class PlainName:
    """The name alone, the generation it carried ("Jr."), and nicknames that stood in quotation marks."""

    name: str
    nicknames: tuple[str, ...] = ()


def plain_name(raw: str) -> PlainName:
    """A source's name without title, party, realm, shouting or nickname. Empty where nothing is left."""
    text = " ".join(raw.replace("\u00a0", " ").translate(_APOSTROPHES).replace(" ,", ",").split())
    nicknames = tuple(m.group(1) for m in _NICKNAME.finditer(text))
    text = _NICKNAME.sub("", text).strip()
    text = _TRAILING.sub("", text)
    text = _REALM.sub(r"\1", text)
    text = _LOUD.sub(lambda m: (m.group(1) or "") + m.group(2).capitalize(), text)
    if len(text.split()) > 2:
        text = _LEADING.sub("", text)
    text = _GENERATION.sub(lambda m: f" {m.group(1).replace('Jnr', 'Jr')}.", text)
    text = _HONOURS.sub("", text)
    return PlainName(text.strip(" ,."), nicknames) if text.endswith(",") else PlainName(text.strip(), nicknames)


@cache
def folded(text: str) -> str:
    """Lower case, no diacritics, apostrophes or hyphens."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    for old, new in (("ø", "o"), ("ł", "l"), ("đ", "d"), ("ð", "d"), ("ı", "i"), ("ß", "ss"), ("æ", "ae"), ("ə", "a")):
        bare = bare.replace(old, new)
    return re.sub(r"[^a-z0-9 ]", "", re.sub(r"[-–.]", " ", bare)).strip()


@cache
def tokens(text: str) -> tuple[str, ...]:
    """Folded words without particles and single letters."""
    return tuple(t for t in folded(text).split() if len(t) > 1 and t not in _PARTICLES)


@cache
def squashed(text: str) -> str:
    """All folded words run together, in alphabetical order: the same for both name orders."""
    return "".join(sorted(tokens(text)))


def slug(text: str) -> str:
    """A name as an id part."""
    return "-".join(folded(text).split())


def same_person(one: str, other: str) -> bool:
    """Whether two names can be one person's, given that they held one office at one time.

    Never by the family name alone: Nawaz and Shehbaz Sharif share it."""
    a, b = tokens(one), tokens(other)
    if not a or not b:
        return False
    if squashed(one) == squashed(other) or _run_together(a) == _run_together(b):
        return True
    if min(len(a), len(b)) > 1 and (set(a) <= set(b) or set(b) <= set(a)):
        return True
    shared = [t for t in a if any(_alike(t, u) for u in b)]
    return _alike(a[0], b[0]) and len(shared) >= 2


def shares_a_word(one: str, other: str) -> bool:
    """Whether two names have a word in common, spelled one way or another."""
    return any(_alike(t, u) for t in tokens(one) for u in tokens(other)) or _run_together(tokens(one)) == _run_together(
        tokens(other)
    )


def _run_together(words: tuple[str, ...]) -> str:
    return "".join(re.sub(r"^(?:al|el)(?=\w{4})", "", word) for word in words)


def first_alike(one: str, other: str) -> bool:
    """Whether two names begin with the same given name, spelled one way or another."""
    a, b = tokens(one), tokens(other)
    return bool(a and b) and _alike(a[0], b[0])


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < 4:
        return False
    return _skeleton(one) == _skeleton(other)


@cache
def _skeleton(token: str) -> str:
    """Consonants only, with the letters that transliterations swap made one."""
    token = re.sub(r"^(?:al|el)(?=\w{4})", "", token)
    for old, new in (
        ("kh", "h"),
        ("gh", "g"),
        ("q", "k"),
        ("ck", "k"),
        ("y", "i"),
        ("j", "i"),
        ("ph", "f"),
        ("w", "v"),
        ("z", "s"),
        ("c", "k"),
    ):
        token = token.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiou]", "", token))
