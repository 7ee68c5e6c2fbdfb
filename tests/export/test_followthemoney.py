"""FollowTheMoney entities hold against the model's own schemata.

The library itself needs ICU, which has no wheel; data/followthemoney.json holds what its model says of the schemata used here.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from memcon.desk.contents import Contents
from memcon.export import followthemoney
from memcon.ledger import Ledger

MODEL = json.loads((Path(__file__).parent / "data" / "followthemoney.json").read_text(encoding="utf-8"))
FORMS = {
    "date": re.compile(r"\d{4}(-\d\d(-\d\d)?)?"),
    "url": re.compile(r"https?://\S+"),
    "identifier": re.compile(r"Q\d+"),
}


def entities(contents: Contents, out: Path) -> dict[str, dict[str, Any]]:
    files = followthemoney.write(contents, out)
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert Counter(line["schema"] for line in lines) == {each.of: each.entries for each in files}
    found = {line["id"]: line for line in lines}
    assert len(found) == len(lines)
    return found


def problems(entity: dict[str, Any], others: dict[str, dict[str, Any]]) -> list[str]:
    """What the model has against an entity."""
    schema = MODEL["schemata"].get(entity["schema"])
    if schema is None:
        return [f"no schema {entity['schema']}"]
    found = [f"{name} is required" for name in schema["required"] if not entity["properties"].get(name)]
    for name, values in entity["properties"].items():
        kind = schema["properties"].get(name)
        found += [f"{name}: {value!r} is no {kind}" for value in values if not fits(kind, value, others)]
    return found


def fits(kind: str | None, value: Any, others: dict[str, dict[str, Any]]) -> bool:
    if kind is None or not isinstance(value, str) or not value:
        return False
    if kind.startswith("entity:"):
        target = others.get(value)
        return target is not None and kind.removeprefix("entity:") in MODEL["schemata"][target["schema"]]["is"]
    if kind == "country":
        return value in MODEL["countries"]
    return FORMS[kind].fullmatch(value) is not None if kind in FORMS else True


def test_every_entity_holds_against_the_model(contents: Contents, tmp_path: Path) -> None:
    found = entities(contents, tmp_path / "all.ftm")
    assert [each for entity in found.values() for each in problems(entity, found)] == []


def test_the_check_can_fail(contents: Contents, tmp_path: Path) -> None:
    found = entities(contents, tmp_path / "all.ftm")
    event = next(entity for entity in found.values() if entity["schema"] == "Event")
    wrong = {"name": [], "startDate": ["tomorrow"], "involved": ["nobody"], "country": ["xx-none"], "mood": ["good"]}
    assert len(problems(event | {"properties": wrong}, found)) == 5
    assert problems(event | {"schema": "Parade"}, found) == ["no schema Parade"]


def test_counts_match_the_ledger(contents: Contents, ledger: Ledger, tmp_path: Path) -> None:
    found = Counter(entity["schema"] for entity in entities(contents, tmp_path / "all.ftm").values())
    assert found["Event"] == len(list(ledger.walk("engagements")))
    assert found["Note"] == len(list(ledger.walk("statements")))
    assert found["Article"] == len(list(ledger.walk("documents")))
    assert found["Person"] == found["Occupancy"] == 4


def test_people_known_to_wikidata_keep_its_id(contents: Contents, tmp_path: Path) -> None:
    whole = next(iter(contents.engagements))
    known = whole.participants[0].model_copy(update={"id": "Q42"})
    own = whole.participants[1].model_copy(update={"id": "x:EST:ilves", "country": "EU"})
    item = whole.model_copy(update={"participants": (known, own), "parties": ("EU", "HRV"), "sources": ()})
    found = entities(Contents([item], (), (), (), (), contents.record, contents.text), tmp_path / "one.ftm")
    assert found["Q42"]["properties"]["wikidataId"] == ["Q42"]
    people = [entity for entity in found.values() if entity["schema"] == "Person"]
    assert {person["properties"]["country"][0] for person in people} == {"ee", "eu"}
    organizations = [entity["properties"]["country"] for entity in found.values() if entity["schema"] == "Organization"]
    assert organizations == [["eu"]]
