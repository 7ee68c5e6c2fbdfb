"""`memcon lexicon`: check names file and line, list and show say what a word means."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from memcon.cli.lexicon import command
from memcon.errors import DataError

OWN = """
[[predicate]]
lemma = "hobnob"
pos = "verb"
engagement = { kind = "meeting" }
positive = "[Lavrov|RUS] {hobnobbed} with [Fidan|TUR]."
"""


def own_words(tmp_path: Path, content: str) -> Path:
    (tmp_path / "predicates").mkdir()
    (tmp_path / "predicates" / "own.toml").write_text(content, "utf-8")
    return tmp_path


def test_the_built_in_lexicon_is_well() -> None:
    result = CliRunner().invoke(command, ["check"])
    assert result.exit_code == 0, result.output
    assert "all well" in result.stdout


def test_check_takes_a_folder_of_ones_own(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["check", "--lexicon", str(own_words(tmp_path, OWN))])
    assert result.exit_code == 0, result.output
    assert "(1 without all three examples)" in result.stdout


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("{hobnobbed}", "hobnobbed", "positive example has no {trigger}"),
        ("[Lavrov|RUS]", "[Lavrov]", "needs a '|'"),
        ('"hobnob"', '"Hobnob"', "must be in lower case"),
        ("[Lavrov|RUS] {hobnobbed} with [Fidan|TUR]", "They {hobnobbed}", "has no [actor|PARTY]"),
        ('engagement = { kind = "meeting"', 'event = { type = "AID", mode = "tea"', "AID has no mode 'tea'"),
        ('engagement = { kind = "meeting"', 'event = { type = "AID", cameo = "99"', "'99' is no CAMEO code"),
    ],
)  # fmt: skip
def test_check_says_what_is_wrong_and_where(tmp_path: Path, before: str, after: str, message: str) -> None:
    folder = own_words(tmp_path, OWN.replace(before, after))
    result = CliRunner().invoke(command, ["check", "--lexicon", str(folder)])
    assert isinstance(result.exception, DataError)
    assert f"{folder}/predicates/own.toml:2: " in result.stderr
    assert message in result.stderr


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("issues.toml", '[[issue]]\nid = "a"\nlabel = "A"\nparent = "b"\n', "no issue 'b' to be its parent"),
        ("issues.toml", '[[issue]]\nid = "a"\nlabel = "A"\nnear = [["x"]]\n', "near takes two lists, not 1"),
        ("contexts.toml", '[[context]]\nid = "a"\nissues = ["b"]\n', "there is no issue 'b'"),
    ],
)
def test_check_finds_names_that_refer_to_nothing(tmp_path: Path, file: str, content: str, message: str) -> None:
    (tmp_path / file).write_text(content, "utf-8")
    result = CliRunner().invoke(command, ["check", "--lexicon", str(tmp_path)])
    assert f"{tmp_path}/{file}:1: " in result.stderr
    assert message in result.stderr


def test_check_reads_the_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.cli.lexicon.failing_examples", lambda predicates, read: iter(["a.toml:1: meet: no"]))
    result = CliRunner().invoke(command, ["check", "--examples"])
    assert isinstance(result.exception, DataError)
    assert "1 problem in the lexicon" in str(result.exception)


@pytest.mark.parametrize(
    ("section", "row"),
    [
        ("engagement", "meet (verb)\tkind = meeting, status = held, partner = with|object\tpredicates/contact.toml:"),
        ("speech", "say (verb)\t"),
        ("issue", "taiwan\tTaiwan\tissues.toml:"),
        ("title", "foreign minister\tforeign_minister\ttitles.toml:"),
        ("cue", "call off\tcancelled\tstatus.toml:"),
    ],
)
def test_list_shows_a_row_a_word(section: str, row: str) -> None:
    result = CliRunner().invoke(command, ["list", section])
    assert result.exit_code == 0
    assert any(line.startswith(row) for line in result.stdout.splitlines())


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("meet", "kind = meeting"),
        ("premier", "head_of_government, level leader"),
        ("chancellor", "only DEU, AUT"),
        ("call off", "cancelled, governs object, subject, gerund"),
        ("Taiwan", "taiwan: Taiwan"),
        ("CONSULT", "quad 1, score +2.5, modes: visit +4"),
        ("AGREE", "modes: none"),
        ("0421", "make a visit: becomes CONSULT visit"),
        ("0813", "decided: the table says RETREAT"),
        ("01", "becomes nothing in PLOVER"),
    ],
)
def test_show_says_what_a_word_means_and_where(word: str, shown: str) -> None:
    result = CliRunner().invoke(command, ["show", word])
    assert result.exit_code == 0
    assert shown in result.stdout
    assert ".toml:" in result.stdout


def test_show_says_how_to_add_what_is_not_there() -> None:
    result = CliRunner().invoke(command, ["show", "xylophone"])
    assert result.exit_code == 1
    assert "docs/lexicon.md" in result.stderr
