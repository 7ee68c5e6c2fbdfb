"""Office-holders from elsewhere, into a user's own folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from memcon.errors import DataError, UnknownFormat
from memcon.knowledge import Knowledge
from memcon.knowledge.importers import add_claims, check_folder, end_holding, read_claims

CSV = """person,aliases,country,office_type,office_title,target,start,end,as_of,source,licence
Kari Nordmann,Kari O. Nordmann,NOR,foreign_minister,Minister of Foreign Affairs,,2030-01-01,2031-02-03,,https://example.org/1,CC0
Kari Nordmann,,NOR,ambassador,,JPN,2032,,2033-01-01,,
"""


def binding(**values: str) -> dict[str, dict[str, str]]:
    return {name: {"type": "bnode" if value == "t1" else "literal", "value": value} for name, value in values.items()}


def sparql(*bindings: dict[str, dict[str, str]]) -> str:
    return json.dumps({"head": {"vars": []}, "results": {"bindings": list(bindings)}})


MINISTER = binding(
    person="http://www.wikidata.org/entity/Q900000001",
    personLabel="Kari Nordmann",
    personAltLabels="Kari O. Nordmann",
    positionLabel="Minister of Foreign Affairs",
    iso3="NOR",
    start="2030-01-01T00:00:00Z",
    startPrecision="9",
    end="2031-02-03T00:00:00Z",
    endPrecision="11",
)
ENTITIES = [
    {"id": "p1", "schema": "Person", "properties": {"name": ["Kari Nordmann"], "wikidataId": ["Q900000001"]}},
    {"id": "post", "schema": "Position", "properties": {"name": ["Ambassador of Norway to Japan"], "country": ["no"]}},
    {
        "id": "o1",
        "schema": "Occupancy",
        "properties": {"holder": ["p1"], "post": ["post"], "startDate": ["2030-01"], "status": ["current"]},
    },
    {"id": "c1", "schema": "Company", "properties": {"name": ["Nordmann AS"]}},
]

STRANGE = {"id": "o", "schema": "Occupancy", "properties": {"holder": ["p1"], "post": ["post"], "status": ["so"]}}


def lines(*entities: object) -> str:
    return "\n".join(json.dumps(entity) for entity in entities) + "\n"


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_csv(tmp_path: Path, knowledge: Knowledge) -> None:
    claims, skipped = read_claims(written(tmp_path, "mine.csv", CSV), knowledge, as_of="2040-01-01")
    assert skipped == []
    assert [(c.line, c.type, c.target, c.start, c.end, c.as_of) for c in claims] == [
        (2, "foreign_minister", "", "2030-01-01", "2031-02-03", ""),
        (3, "ambassador", "JPN", "2032", "", "2033-01-01"),
    ]
    own = tmp_path / "own"
    change = add_claims(own, claims)
    assert (change.people, change.added, change.replaced) == (("x:NOR:kari-nordmann",), 2, 0)
    assert add_claims(own, claims).replaced == 2
    assert check_folder(own) == []
    loaded = Knowledge.load(own)
    found = loaded.resolve("Kari O. Nordmann", on="2030-05-05")
    assert found.holding is not None
    assert loaded.source_of(found.holding.source) == "https://example.org/1 (CC0)"


def test_wikidata(tmp_path: Path, knowledge: Knowledge) -> None:
    text = sparql(
        MINISTER,
        {**MINISTER, **binding(rank="http://wikiba.se/ontology#DeprecatedRank")},
        {**MINISTER, **binding(personLabel="Q900000001")},
        {**MINISTER, **binding(iso3="")},
        {**MINISTER, **binding(positionLabel="beekeeper")},
        {**MINISTER, **binding(start="t1", end="t1")},
    )
    claims, skipped = read_claims(written(tmp_path, "w.json", text), knowledge, as_of="2040-01-01")
    assert [(c.start, c.end, c.as_of) for c in claims] == [("2030", "2031-02-03", ""), ("", "", "2040-01-01")]
    assert [s.line for s in skipped] == [2, 3, 4, 5]
    change = add_claims(tmp_path / "own", claims[:1])
    assert change.people == ("Q900000001",)


def test_followthemoney(tmp_path: Path, knowledge: Knowledge) -> None:
    claims, skipped = read_claims(written(tmp_path, "f.json", lines(*ENTITIES)), knowledge, as_of="2040-01-01")
    (claim,) = claims
    assert (claim.person_id, claim.country, claim.type, claim.target) == ("Q900000001", "NOR", "ambassador", "JPN")
    assert (claim.start, claim.as_of, skipped) == ("2030-01", "2040-01-01", [])
    unknown = [*ENTITIES[:1], {**ENTITIES[1], "properties": {"name": ["Beekeeper"], "country": ["no"]}}, ENTITIES[2]]
    assert len(read_claims(written(tmp_path, "f.json", lines(*unknown)), knowledge)[1]) == 1


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("m.csv", "person,country\nA B,NOR\n", "m.csv:1: no column office_type"),
        ("m.csv", "person,country,office_type\nA B,NOR\n", "m.csv:2: the number of cells"),
        ("m.csv", "person,country,office_type\n,NOR,ambassador\n", "m.csv:2: no person"),
        ("m.csv", "person,country,office_type\nA B,Norway,ambassador\n", "m.csv:2: 'Norway' is no party"),
        ("m.csv", "person,country,office_type\nA B,NOR,gardener\n", "m.csv:2: no kind of office 'gardener'"),
        ("m.csv", "person,country,office_type,start\nA B,NOR,ambassador,May 2020\n", "m.csv:2: 'May 2020' is no date"),
        ("m.csv", "person,country,office_type,start,end\nA B,NOR,ambassador,2020,2019\n", "m.csv:2: the end 2019 lies"),
        ("w.json", '{"head": {}\n', "w.json:2: not JSON"),
        ("w.json", '{"head": {}}\n', "w.json:1: no results.bindings"),
        ("f.json", '{"schema": "Person"}\n', "f.json:1: an entity needs an id"),
        ("f.json", '{"id": "a", "schema": "Person"\n', "f.json:1: not JSON"),
        ("f.json", '{"id": "a", "schema": "Person", "properties": {"name": "A"}}\n', "f.json:1: properties must be lists"),
        ("f.json", lines(ENTITIES[0], ENTITIES[2]), "f.json:2: the post 'post' of this occupancy"),
        ("f.json", lines(ENTITIES[1], ENTITIES[2]), "f.json:2: the holder 'p1' of this occupancy"),
        (
            "f.json",
lines(*ENTITIES[:2], STRANGE),
            "f.json:3: no status 'so'",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_file_and_line(
    tmp_path: Path, knowledge: Knowledge, name: str, text: str, message: str
) -> None:
    with pytest.raises(DataError, match=message):
        read_claims(written(tmp_path, name, text), knowledge)


def test_other_files_are_refused(tmp_path: Path, knowledge: Knowledge) -> None:
    with pytest.raises(UnknownFormat, match=r"docs/knowledge\.md"):
        read_claims(written(tmp_path, "a.txt", "no"), knowledge)
    (tmp_path / "b.csv").write_bytes(b"\xff\xfe")
    with pytest.raises(DataError, match="not UTF-8"):
        read_claims(tmp_path / "b.csv", knowledge)


def test_a_vaguer_claim_does_not_undo_what_is_known(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "person,country,office_type,start\nQin Gang,CHN,foreign_minister,2022\n"
    change = add_claims(tmp_path / "own", read_claims(written(tmp_path, "q.csv", text), knowledge)[0])
    assert (change.added, change.known) == (0, 1)
    rows = "person,country,office_type,start,end\nA Bee,NOR,ambassador,2020-05,2021\n"
    finer = "person,country,office_type,start,end\nA Bee,NOR,ambassador,2020,\n"
    add_claims(tmp_path / "own", read_claims(written(tmp_path, "a.csv", rows), knowledge)[0])
    again = add_claims(tmp_path / "own", read_claims(written(tmp_path, "a.csv", finer), knowledge)[0])
    assert (again.added, again.replaced, again.known) == (0, 0, 1)


def test_ending_a_term(tmp_path: Path) -> None:
    holding = end_holding(tmp_path, "Sergei Lavrov", "RUS", "foreign_minister", "2031-05-09")
    assert (holding.start, holding.end) == ("2004-03-09", "2031-05-09")
    end_holding(tmp_path, "Sergei Lavrov", "RUS", "foreign_minister", "2031-05-10")
    loaded = Knowledge.load(tmp_path)
    assert loaded.resolve(title="foreign minister", country="RUS", on="2031-05-10").person is not None
    assert loaded.resolve(title="foreign minister", country="RUS", on="2031-05-11").person is None


@pytest.mark.parametrize(
    ("person", "end", "message"),
    [
        ("Nobody Known", "2031", "the knowledge has no foreign_minister of RUS"),
        ("Sergei Lavrov", "May", "'May' is no date"),
        ("Sergei Lavrov", "1999", "the end 1999 lies before"),
    ],
)
def test_what_can_not_be_ended(tmp_path: Path, person: str, end: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        end_holding(tmp_path, person, "RUS", "foreign_minister", end)


def test_a_users_folder_is_checked(tmp_path: Path) -> None:
    header = "person,country,type,office,target,start,end,end_after,end_before,as_of,status,source,confidence\n"
    rows = "nobody,XXX,gardener,,,May,,,,,,user,\nQ7216297,CHN,ambassador,,USA,2022,2020,,,,,user,\n"
    (tmp_path / "holders.csv").write_text(header + rows, encoding="utf-8")
    (tmp_path / "people.csv").write_text("id,name,order,family,short_names,aliases,gender\nx,Y Z,last,,,,\n", encoding="utf-8")
    problems = check_folder(tmp_path)
    assert [p.split(": ", 1)[1] for p in problems] == [
        "no person has the id 'nobody'",
        "'XXX' is no party",
        "no kind of office 'gardener'",
        "'May' is no date",
        "the end 2020 lies before the start 2022",
        "order must be given, family or single, not 'last'",
    ]
    (tmp_path / "people.csv").write_text("no\n", encoding="utf-8")
    assert len(check_folder(tmp_path)) == 1
