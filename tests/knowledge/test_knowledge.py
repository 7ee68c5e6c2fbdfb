"""The look-up of parties and persons, and the user's folder."""

from __future__ import annotations

from pathlib import Path

import pytest

import memcon.knowledge
from memcon.errors import DataError
from memcon.knowledge import Knowledge
from memcon.knowledge.folder import default_folder, user_folder
from memcon.knowledge.tables import COLUMNS


def test_the_public_names_are_sorted() -> None:
    assert list(memcon.knowledge.__all__) == sorted(memcon.knowledge.__all__)


def test_parties(knowledge: Knowledge) -> None:
    assert knowledge.party_of_adjective("Chinese") == "CHN"
    assert knowledge.party_of_adjective("Korean") is None
    assert set(knowledge.parties_of_adjective("Korean")) == {"KOR", "PRK"}
    assert knowledge.party_of_adjective("Martian") is None
    assert knowledge.parties_of_metonym("the Kremlin"[4:]) == ("RUS",)
    assert all(map(knowledge.is_party, ("CHN", "XKX", "PSE", "TWN", "NATO", "EU", "G7", "TALIBAN", "HAMAS")))
    assert not knowledge.is_party("XXX")
    assert [knowledge.party_name(c) for c in ("CHN", "EU", "HAMAS", "XXX")] == ["China", "European Union", "Hamas", "XXX"]
    state, igo = knowledge.state("CHN"), knowledge.igo("NATO")
    assert state is not None
    assert igo is not None
    assert (state.iso2, state.cow, state.capital, igo.seat) == ("CN", "710", "Beijing", "Brussels")
    assert knowledge.state("XXX") is knowledge.igo("XXX") is None


@pytest.mark.parametrize(
    ("person", "name", "gender"),
    [
        ("Antony Blinken", "Antony Blinken", "m"),
        ("Joseph R. Biden Jr.", "Joe Biden", "m"),
        ("Qin Gang", "Qin Gang", "m"),
        ("Angela Merkel", "Angela Merkel", "f"),
        ("Theresa May", "Theresa May", "f"),
        ("Hua Chunying", "Hua Chunying", "f"),
        ("Luiz Inácio Lula da Silva", "Luiz Inácio Lula da Silva", "m"),
    ],
)
def test_the_press_name_and_the_gender(knowledge: Knowledge, person: str, name: str, gender: str | None) -> None:
    (person_id,) = knowledge.people.named(person)
    assert knowledge.display_name(person_id) == name
    assert knowledge.gender(person_id) == gender
    found = knowledge.person(person_id)
    assert found is not None
    assert found.id == person_id


def test_unknown_ids(knowledge: Knowledge) -> None:
    assert knowledge.person("Q0") is knowledge.gender("Q0") is None
    assert knowledge.display_name("Q0") == "Q0"


def test_sources_are_named_with_their_licence(knowledge: Knowledge) -> None:
    assert knowledge.source_of("ifg+other") == "Institute for Government: ministers database (CC BY 4.0); other"


def write(folder: Path, name: str, *rows: str) -> None:
    (folder / f"{name}.csv").write_text("\n".join([",".join(COLUMNS[name]), *rows]) + "\n", encoding="utf-8")


def test_a_users_folder_goes_before(tmp_path: Path) -> None:
    write(tmp_path, "people", "x:NOR:kari-nordmann,Kari Nordmann,given,,,,f")
    write(tmp_path, "holders", "x:NOR:kari-nordmann,NOR,foreign_minister,Minister,,2030-01-01,,,,2030-06-01,,user,")
    knowledge = Knowledge.load(tmp_path)
    found = knowledge.resolve(title="foreign minister", country="NOR", on="2030-02-01")
    assert found.person is not None
    assert (found.person.name, found.status) == ("Kari Nordmann", "is")
    assert knowledge.version != Knowledge.load().version
    assert Knowledge.load().version == Knowledge.load().version
    names = knowledge.find_names("Kari Nordmann spoke.")
    assert names[0].entries[0].person_id == "x:NOR:kari-nordmann"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("wrong,header\n", "people.csv:1: the header must be"),
        (",".join(COLUMNS["people"]) + "\nonly,two\n", "people.csv:2: 2 cells, not 7"),
        (b"\xff\xfe".decode("latin-1"), "people.csv:1"),
    ],
)
def test_a_malformed_table_is_named_with_its_line(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "people.csv").write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        _ = Knowledge.load(tmp_path).people


def test_a_table_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataError, match="not a CSV in UTF-8"):
        _ = Knowledge.load(tmp_path).people


def test_where_a_users_folder_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEMCON_KNOWLEDGE", str(tmp_path / "own"))
    assert default_folder() == tmp_path / "own"
    assert user_folder() is None
    (tmp_path / "own").mkdir()
    assert user_folder() == tmp_path / "own"
    assert user_folder(tmp_path) == tmp_path
    monkeypatch.delenv("MEMCON_KNOWLEDGE")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("memcon.knowledge.folder.sys.platform", "linux")
    assert default_folder() == tmp_path / "memcon" / "knowledge"
    monkeypatch.setattr("memcon.knowledge.folder.sys.platform", "darwin")
    assert default_folder().parts[-4:] == ("Library", "Application Support", "memcon", "knowledge")
    monkeypatch.setattr("memcon.knowledge.folder.sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert default_folder() == tmp_path / "local" / "memcon" / "knowledge"
