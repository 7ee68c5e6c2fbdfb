"""States, organisations, dated names and title forms from the gathered tables, cleaned of notes and of names that mislead."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path

MENDING = Path(__file__).parent / "knowledge"
STATE_COLUMNS = (
    "code", "iso2", "numeric", "cow", "gw", "qid", "status", "name", "names", "former_names", "adjectives", "demonyms",
    "capital",
    "capital_names", "capital_speaks", "metonyms", "ministries", "source",
)  # fmt: skip
IGO_COLUMNS = ("code", "qid", "type", "name", "names", "seat", "members", "source")
DATED_COLUMNS = ("kind", "code", "names", "start", "end", "source")
FORM_COLUMNS = ("scope", "form", "type", "office", "source")
IGO_SOURCE = "own compilation; members: CIA World Factbook 2026-01 (public domain); qid: Wikidata (CC0)"
STATE_SOURCE = "names: public domain, PDDL, MIT; cow: CC BY 4.0; qid: CC0"
_NOTE = re.compile(r"\s*(\([^)]*\)|\*+|\[[^\]]*\])")
_LOOSE = re.compile(r"\((?:loosely|dated|context|ambiguous|default.*|place|event|ethnic|organisation.*)\)")


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def clean(cell: str, dropped: set[str], article: str = r"^(?:the|The) (?=[A-Z])") -> list[str]:
    """The parts of a cell without notes, articles, doubles, loose names and dropped ones, in order."""
    out: dict[str, None] = {}
    for part in cell.replace("’", "'").split("|"):
        if _LOOSE.search(part):
            continue
        name = _NOTE.sub("", part).strip()
        name = re.sub(article, "", name) if article else name
        if name and name not in dropped and not name.startswith("'"):
            out[name] = None
    return list(out)


def compile_states(source: Path) -> list[tuple[str, ...]]:
    dropped: dict[str, set[str]] = defaultdict(set)
    added: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in read(MENDING / "state_names.csv"):
        if row["action"] == "drop":
            dropped[row["code"]].add(row["name"])
        else:
            added[row["code"], row["action"]].append(row["name"])
    return [_state(row, dropped[row["iso3"]] | dropped["*"], added) for row in read(source / "states.csv")]


def _state(row: dict[str, str], dropped: set[str], added: dict[tuple[str, str], list[str]]) -> tuple[str, ...]:
    code = row["iso3"]

    def cell(column: str, action: str) -> str:
        return "|".join(dict.fromkeys([*clean(row[column], dropped), *added[code, action]]))

    names = [n for n in cell("aliases", "name").split("|") if n and n != row["name"]]
    official = row["name_official"].replace("’", "'")
    names += [official] if official not in (*names, row["name"]) and official not in dropped else []
    former = [n for n in cell("former_names", "former").split("|") if n and n not in names and n != row["name"] and len(n) > 4]
    adjectives = [a for a in cell("adjectives", "adjective").split("|") if a and a not in names and a != row["name"]]
    demonyms = [d for d in cell("demonyms", "demonym").split("|") if d and d not in names]
    return (
        code, row["iso2"], row["iso_numeric"], row["cow_code"], row["gw_code"], row["wikidata"], row["status"], row["name"],
        "|".join(names), "|".join(former), "|".join(adjectives), "|".join(demonyms), _NOTE.sub("", row["capital"]),
        "|".join(n for n in cell("capital_aliases", "capital").split("|") if n != row["capital"]),
        row["capital_is_clean_metonym"], cell("government_metonyms", "metonym"), cell("foreign_ministry", "ministry"),
        STATE_SOURCE,
    )  # fmt: skip


def compile_igos(source: Path) -> list[tuple[str, ...]]:
    dropped: dict[str, set[str]] = defaultdict(set)
    added: dict[str, list[str]] = defaultdict(list)
    for row in read(MENDING / "igo_names.csv"):
        (dropped[row["code"]].add if row["action"] == "drop" else added[row["code"]].append)(row["name"])
    out: list[tuple[str, ...]] = []
    for row in read(source / "igos.csv"):
        code = row["acronym"]
        names = [*([] if code in dropped[code] else [code]), *clean(row["aliases"], dropped[code], article=""), *added[code]]
        names = [n for n in dict.fromkeys(names) if n != row["name"]]
        seat, members = row["hq_city"].replace("|", ", "), row["members_2026"]
        out.append((code, row["wikidata"], row["type"], row["name"], "|".join(names), seat, members, IGO_SOURCE))
    return out


def compile_dated(source: Path) -> list[tuple[str, ...]]:
    out: list[tuple[str, ...]] = []
    for row in read(source / "dated_names.csv"):
        name = row["name"] if row["kind"] == "membership" else "|".join(clean(row["name"], set()))
        out.append((row["kind"], row["iso3"], name, row["from"], row["to"], "own compilation"))
    return out


def compile_forms(source: Path) -> list[tuple[str, ...]]:
    out: dict[tuple[str, ...], None] = {}
    for row in read(source / "title_forms.csv"):
        for form in row["form"].split("/") if row["office_type"] != "other" else ():
            form = re.sub(r"^the |^\w+'s |(?<=top )US ", "", form.strip())
            out[row["scope"], form, row["office_type"], row["canonical"].strip("—"), "own compilation"] = None
    return list(out)
