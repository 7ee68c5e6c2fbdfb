"""What docs/lexicon.md shows a user to write is accepted, and does what it says."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from memcon.lexicon import CommitmentSignal, EngagementSignal, EventSignal, Lexicon, Predicate, SpeechSignal
from memcon.lexicon.checking import problems
from memcon.lexicon.tables import Issue, StatusCue, Title

PAGE = (Path(__file__).parents[2] / "docs" / "lexicon.md").read_text("utf-8")
BLOCK = re.compile(r"```toml\n# (\S+)\n(.*?)```", re.DOTALL)


def test_the_entries_of_the_page_load_and_hold_together(tmp_path: Path) -> None:
    for name, content in BLOCK.findall(PAGE):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, "utf-8")
    lexicon = Lexicon.load(tmp_path)
    assert list(problems(lexicon)) == []
    assert lexicon.predicates_for("break bread", "verb")[0].engagement == EngagementSignal(kind="dinner")
    assert lexicon.issues[0].id == "tuna"
    assert lexicon.titles[0].forms == ("grand mufti", "chief mufti")
    assert lexicon.cues[0].terms == ("kick into touch",)


@pytest.mark.parametrize(
    "kind",
    [Predicate, EngagementSignal, SpeechSignal, CommitmentSignal, EventSignal, Issue, Title, StatusCue],
)
def test_every_key_is_on_the_page(kind: type) -> None:
    keys = [field.name for field in fields(kind) if field.name != "source"]
    assert [key for key in keys if not re.search(rf"`[^`]*\b{key}\b", PAGE)] == []
