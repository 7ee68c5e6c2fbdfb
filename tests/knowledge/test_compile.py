"""The compiler of gathered facts: who stands twice is joined, open rows are closed, partial dates stay partial."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[2] / "tools" / "compile_knowledge.py"
HEADERS = {
    "states": "iso3,iso2,iso_numeric,cow_code,cow_abb,gw_code,gec,wikidata,name,name_official,aliases,former_names,adjectives,"
    "demonyms,capital,capital_aliases,capital_is_clean_metonym,other_seats,government_metonyms,foreign_ministry,status,"
    "ambiguity_note,igo_memberships",
    "igos": "acronym,name,aliases,type,hq_city,hq_is_metonym,members_2026,n_members,other_status,wikidata,note,members_source,"
    "source",
    "title_forms": "scope,form,office_type,canonical,note",
    "dated_names": "kind,iso3,name,from,to,note",
    "holders": "id,person_id,person,qid,aliases,family_name,name_order,short_names,iso3,office_type,office_title,target,start,"
    "end,end_after,end_before,end_inferred,as_of,sources,licence,qid_inferred,latin",
    "holders_unsourced": "person,iso3,office_type,office_title,target,start,end,acting,as_of,confidence,source,licence,"
    "external_check",
}
SOURCED = [  # person_id, person, office, start, end, as_of, sources
    ("Q1", "Kari Nordmann", "foreign_minister", "2013", "2017-10-20", "", "wikidata_eps"),
    (
        "x:NOR:kari-nordmann",
        "Foreign Minister Kari O. NORDMANN",
        "foreign_minister",
        "2013-10-16",
        "",
        "2016-01-01",
        "factbook",
    ),
    ("Q2", "Ola Nordmann", "defence_minister", "2013-10-16", "", "2014-01-01", "wikidata_eps"),
    ("Q3", "Per Hansen", "defence_minister", "2018-01-01", "", "2023-01-20", "wikidata_eps"),
    ("Q4", "Erik Berg", "head_of_government", "2010-01-01", "2014-01-01", "", "wikidata_eps"),
    ("Q5", "Nils Dahl", "head_of_government", "2012-03-01", "2012-03-20", "", "wikidata_eps"),
    ("Q6", "Anne Lund", "head_of_government", "2013-12-20", "2017-01-01", "", "wikidata_eps"),
]
OWN = [("Per Hansen", "NOR", "defence_minister", "Minister", "", "2018-01-01", "2024-02-03", "", "", "high", "", "", "agrees")]


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source, target = tmp_path_factory.mktemp("gathered"), tmp_path_factory.mktemp("compiled")
    for name, header in HEADERS.items():
        (source / f"{name}.csv").write_text(header + "\n", encoding="utf-8")
    with (source / "holders.csv").open("a", encoding="utf-8", newline="") as file:
        for person_id, person, office, start, end, as_of, sources in SOURCED:
            row = [
                "h",
                person_id,
                person,
                "",
                "",
                "",
                "given_first",
                "",
                "NOR",
                office,
                "Minister",
                "",
                start,
                end,
                "",
                "",
                "",
                as_of,
            ]
            csv.writer(file).writerow([*row, sources, "CC0", "", "1"])
    with (source / "holders_unsourced.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(OWN)
    command = [sys.executable, str(TOOL), "--from", str(source), "--to", str(target)]
    subprocess.run(command, check=True, capture_output=True)
    return target


def holders(folder: Path, office: str) -> list[dict[str, str]]:
    with (folder / "holders.csv").open(encoding="utf-8", newline="") as file:
        return [
            row
            for row in csv.DictReader(file)
            if row["country"] == "NOR" and row["type"] == office and row["person"][:1] == "Q" and len(row["person"]) == 2
        ]


def test_who_stands_twice_under_two_spellings_is_joined(compiled: Path) -> None:
    (row,) = holders(compiled, "foreign_minister")
    assert (row["person"], row["start"], row["end"]) == ("Q1", "2013-10-16", "2017-10-20")
    assert row["source"].split("+") == ["wikidata", "factbook"]
    with (compiled / "people.csv").open(encoding="utf-8", newline="") as file:
        names = {row["id"]: (row["name"], row["aliases"]) for row in csv.DictReader(file)}
    assert names["Q1"] == ("Kari Nordmann", "Kari O. Nordmann")


def test_an_open_row_ends_at_the_latest_with_its_successor_and_a_row_of_ours_closes_another(compiled: Path) -> None:
    first, second = holders(compiled, "defence_minister")[:2]
    assert (first["person"], first["end"], first["end_after"], first["end_before"]) == ("Q2", "", "2014-01-01", "2018-01-01")
    assert (second["person"], second["end"], second["source"]) == ("Q3", "2024-02-03", "wikidata+own")


def test_who_stood_in_is_acting_and_small_overlaps_end_with_the_successor(compiled: Path) -> None:
    rows = {row["person"]: row for row in holders(compiled, "head_of_government")}
    assert rows["Q5"]["status"] == "acting"
    assert rows["Q4"]["end"] == rows["Q6"]["start"] == "2013-12-20"
