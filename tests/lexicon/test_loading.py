"""The lexicon's files become typed values; a user's own folder goes over them; errors name file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from memcon.errors import DataError
from memcon.lexicon import EngagementSignal, Lexicon
from memcon.lexicon.loading import BUILT_IN, laid_over, read_predicates

MEET = """
[[predicate]]
lemma = "meet"
pos = "verb"
engagement = { kind = "talks", partner = "with|object" }
positive = "[Lavrov|RUS] {met} [Fidan|TUR]."
"""
MAYOR = '[[title]]\nforms = ["x"]\noffice_type = "mayor"\nlevel = "official"\n'


def folder_with(tmp_path: Path, name: str, content: str) -> Path:
    file = tmp_path / "words" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, "utf-8")
    return tmp_path / "words"


def test_built_in_predicates_have_their_sections_and_their_place() -> None:
    meet = next(p for p in Lexicon.load().predicates_for("meet", "verb") if p.engagement)
    assert meet.engagement == EngagementSignal(kind="meeting", partner=("with", "object"))
    assert meet.source.startswith("predicates/contact.toml:")


def test_a_phrase_is_found_by_its_head_longest_first() -> None:
    headed = Lexicon.load().predicates_headed("hold", "verb")
    assert "hold exercise" in {p.lemma for p in headed}
    lengths = [len(p.words) for p in headed]
    assert lengths == sorted(lengths, reverse=True)


def test_unknown_words_have_no_predicates() -> None:
    assert Lexicon.load().predicates_for("xylophone", "noun") == ()
    assert Lexicon.load().predicates_headed("xylophone", "noun") == ()


def test_the_version_is_short_and_changes_with_any_file(tmp_path: Path) -> None:
    built_in = Lexicon.load().version
    assert len(built_in) == 12
    assert Lexicon.load().version == built_in
    own = folder_with(tmp_path, "predicates/own.toml", MEET)
    first = Lexicon.load(own).version
    folder_with(tmp_path, "predicates/own.toml", MEET + "\n# a comment\n")
    assert len({built_in, first, Lexicon.load(own).version}) == 3


def test_a_users_entry_takes_the_place_of_the_built_in_section(tmp_path: Path) -> None:
    lexicon = Lexicon.load(folder_with(tmp_path, "predicates/own.toml", MEET))
    meetings = [p for p in lexicon.predicates_for("meet", "verb") if p.engagement and not p.frame]
    assert [p.engagement.kind for p in meetings if p.engagement] == ["talks"]
    assert meetings[0].source == (tmp_path / "words/predicates/own.toml").as_posix() + ":2"


def test_a_users_entry_leaves_the_other_sections_alone(tmp_path: Path) -> None:
    own = folder_with(tmp_path, "predicates/own.toml", MEET.replace("meet", "urge"))
    before = {s for p in Lexicon.load().predicates_for("urge", "verb") for s in p.sections}
    after = {s for p in Lexicon.load(own).predicates_for("urge", "verb") for s in p.sections}
    assert after == before | {"engagement"}


def test_off_takes_an_entry_away(tmp_path: Path) -> None:
    own = folder_with(tmp_path, "predicates/own.toml", '[[predicate]]\nlemma = "huddle"\npos = "verb"\noff = true\n')
    assert Lexicon.load().predicates_for("huddle", "verb")
    assert Lexicon.load(own).predicates_for("huddle", "verb") == ()


def test_laid_over_keeps_what_nothing_replaces() -> None:
    built_in = read_predicates(BUILT_IN)
    assert laid_over(built_in, ()) == built_in


@pytest.mark.parametrize(
    ("name", "content", "line", "message"),
    [
        ("predicates/a.toml", MEET.replace("talks", "chat"), 5, "kind = 'chat' is not one of"),
        ("predicates/a.toml", MEET.replace("partner", "partners"), 5, "unknown key 'partners' in engagement"),
        ("predicates/a.toml", MEET + MEET, 8, "already"),
        ("predicates/a.toml", '\n[[predicate]]\nlemma = "meet"\npos = "verb"\n', 2, "has no section"),
        ("predicates/a.toml", '\n\n[[predicate]]\nlemma = "meet"\n', 3, "'pos' is missing"),
        ("predicates/a.toml", MEET + "\nlemma = ", 8, "not valid TOML"),
        ("predicates/a.toml", '[predicate]\nlemma = "meet"\n', 1, "two brackets"),
        ("predicates/a.toml", 'predicate = [{ lemma = "meet", pos = "verb" }]\n', 1, "under its own [[name]] line"),
        ("predicates/a.toml", MEET + '\n[[verb]]\nlemma = "x"\n', 8, "'verb' does not belong here"),
        ("titles.toml", MAYOR.replace("mayor", "king"), 3, "office_type = 'king'"),
        ("titles.toml", MAYOR.replace('["x"]', "3"), 2, "forms must be a list"),
        ("titles.toml", MAYOR.replace('"x"', "3"), 2, "must be a str"),
        ("issues.toml", '[[issue]]\nid = "a"\nlabel = "A"\n\n[[issue]]\nid = "a"\nlabel = "B"\n', 6, "stands twice"),
        ("plover.toml", '[[type]]\nid = "AID"\nquad = 2\nscore = 1\nroot = "07"\nmodes = 3\n', 6, "must be a table"),
        ("issues.toml", '[[issue]]\nid = "a"\nlabel = " A"\n', 3, "blanks at its ends"),
        ("predicates/a.toml", MEET.replace('{ kind = "talks", partner = "with|object" }', "3"), 5, "must be a table"),
    ],
)  # fmt: skip
def test_errors_name_file_and_line(tmp_path: Path, name: str, content: str, line: int, message: str) -> None:
    own = folder_with(tmp_path, name, content)
    with pytest.raises(DataError, match="words") as raised:
        Lexicon.load(own)
    assert f"{own / name}:{line}: " in str(raised.value)
    assert message in str(raised.value)


def test_bytes_that_are_no_utf8_are_named_by_line(tmp_path: Path) -> None:
    own = folder_with(tmp_path, "predicates/a.toml", MEET)
    (own / "predicates/a.toml").write_bytes(b"# fine\n# \xff\n")
    with pytest.raises(DataError, match=r"a\.toml:2: not UTF-8"):
        Lexicon.load(own)


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="is no folder"):
        Lexicon.load(tmp_path / "nowhere")


def test_a_users_tables_go_first_and_replace_by_id(tmp_path: Path) -> None:
    folder_with(tmp_path, "titles.toml", MAYOR.replace('"x"', '"grand vizier"'))
    own = folder_with(tmp_path, "issues.toml", '[[issue]]\nid = "taiwan"\nlabel = "Formosa"\nterms = ["formosa"]\n')
    lexicon = Lexicon.load(own)
    assert lexicon.titles[0].forms == ("grand vizier",)
    assert [issue.label for issue in lexicon.issues if issue.id == "taiwan"] == ["Formosa"]
    assert len(lexicon.issues) == len(Lexicon.load().issues)


def test_other_files_are_handed_over_as_they_are_the_users_added(tmp_path: Path) -> None:
    own = folder_with(tmp_path, "times.toml", "[months]\nbrumaire = 11\n")
    months = Lexicon.load(own).table("times")["months"]
    assert (months["january"], months["brumaire"]) == (1, 11)
    assert Lexicon.load().table("no-such-file") == {}
