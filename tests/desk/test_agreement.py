"""Agreement between reviewers, between a reviewer and memcon, and between two folders."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from memcon.desk.agreement import agreement_of_folders, agreement_of_reviewers, f1, nominal_alpha
from memcon.desk.agreement.page import agreement_page
from memcon.errors import DataError, LedgerError
from memcon.intake import document
from memcon.ledger import Ledger
from memcon.reading.reader import Reader

READER = Reader()
N = None
# K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): four observers, twelve units, alpha .743.
FOUR_OBSERVERS = list(
    zip(
        (1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N),
        (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3),
        (N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N),
        (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N),
        strict=True,
    )
)
# The same text, section A: two observers, ten units, binary data, alpha .095; section B: nominal data, alpha .692.
BINARY = list(zip((0, 1, 0, 0, 0, 0, 0, 0, 1, 0), (1, 1, 1, 0, 0, 1, 0, 0, 0, 0), strict=True))
NOMINAL = list(zip("aabbdcccedda", "babbbccceddd", strict=True))


@pytest.mark.parametrize(("units", "alpha"), [(FOUR_OBSERVERS, 0.743), (BINARY, 0.095), (NOMINAL, 0.692)])
def test_published_examples(units: list[tuple[Any, ...]], alpha: float) -> None:
    assert nominal_alpha(units) == pytest.approx(alpha, abs=0.0006)


def test_the_edges_of_alpha() -> None:
    assert nominal_alpha([]) is None
    assert nominal_alpha([("a", None)]) is None
    assert nominal_alpha([("a", "a"), ("a", "a")]) == 1.0
    assert nominal_alpha([("a", "b"), ("b", "a")]) == pytest.approx(-0.5)
    assert f1(0, 0, 0) is None
    assert f1(2, 2, 4) == pytest.approx(2 / 3)


def gold(**changes: Any) -> dict[str, Any]:
    engagement = {
        "kind": "meeting", "status": "held", "parties": ["CHL", "PER"], "start": "2023-08-09", "place": "Lima",
        "participants": [{"name": "Alberto van Klaveren"}, {"name": "Ana Cecilia Gervasi"}],
    }  # fmt: skip
    return {
        "engagements": [engagement | changes],
        "statements": [{"speaker": "Alberto van Klaveren", "content": "the offer was welcome and fair"}],
        "commitments": [{"kind": "invitation", "by": ["CHL"], "to": ["PER"], "what": "visit Santiago in May"}],
        "events": [{"actor": "CHL", "recipient": "PER", "plover": "CONSULT", "evidence": "met in Lima"}],
    }


def folder(path: Path, **records: dict[str, Any]) -> Path:
    path.mkdir()
    for name, record in records.items():
        (path / f"{name}.json").write_text(json.dumps(record), encoding="utf-8")
    return path


def test_folders_are_compared_fact_by_fact_and_field_by_field(tmp_path: Path) -> None:
    more = gold()
    more["statements"] = [*more["statements"], {"speaker": "Gervasi", "content": "the border bridge would open in winter"}]
    first = folder(tmp_path / "ana", one=gold(), two=gold())
    second = folder(tmp_path / "ben", one=gold(kind="talks"), two=more)
    answer = agreement_of_folders(first, second)
    assert answer.units == 2
    scores = {each.family: each.f1 for each in answer.families}
    assert scores["engagements"] == 1.0
    assert scores["statements"] == pytest.approx(0.8)
    kind = next(each for each in answer.fields if (each.family, each.field) == ("engagements", "kind"))
    assert (kind.units, kind.alike) == (2, 1)
    assert kind.share == 0.5
    assert [(each.where, each.first, each.second) for each in answer.disagreements] == [("one", "meeting", "talks")]
    page = agreement_page(answer)
    assert page.sections[2].lines[0].text == "engagements kind: meeting | talks"


def test_folders_that_can_not_be_compared(tmp_path: Path) -> None:
    first = folder(tmp_path / "ana", one=gold())
    with pytest.raises(DataError, match="share no document"):
        agreement_of_folders(first, folder(tmp_path / "ben", two=gold()))
    (first / "one.json").write_text("[]", encoding="utf-8")
    with pytest.raises(DataError, match="has none of"):
        agreement_of_folders(first, first)
    (first / "one.json").write_text("{", encoding="utf-8")
    with pytest.raises(DataError, match="no JSON"):
        agreement_of_folders(first, first)


@pytest.fixture
def reviewed(ledger: Ledger) -> Ledger:
    """Two engagements; ana confirms one and corrects the other, ben rejects one and corrects the other differently."""
    for text in (
        "Lavrov met Turkish Foreign Minister Hakan Fidan in Ankara on Tuesday.",
        "Germany's Annalena Baerbock held talks with Egypt's Sameh Shoukry in Cairo on Tuesday.",
    ):
        made = document(text, published="2024-01-11")
        ledger.add(made, READER.read(made))
    one, other = (each.id for each in ledger.walk("engagements"))
    ledger.confirm(one, by="ana")
    ledger.reject(one, by="ben")
    ledger.correct(other, "kind", "visit", by="ana")
    ledger.correct(other, "kind", "summit", by="ben")
    return ledger


def test_two_reviewers(reviewed: Ledger) -> None:
    answer = agreement_of_reviewers(reviewed, "ana", "ben")
    assert answer.units == 2
    item = next(each for each in answer.fields if each.field == "item")
    assert (item.units, item.alike) == (2, 1)
    assert {(each.field, each.first, each.second) for each in answer.disagreements} == {
        ("item", "right", "wrong"), ("kind", "visit", "summit"),
    }  # fmt: skip
    assert answer.families[0].f1 == pytest.approx(2 / 3)


def test_a_reviewer_and_memcon(reviewed: Ledger) -> None:
    answer = agreement_of_reviewers(reviewed, "ana", "memcon")
    assert answer.families[0].f1 == 1.0
    assert [(each.field, each.first, each.second) for each in answer.disagreements] == [("kind", "visit", "as read")]


def test_somebody_who_decided_nothing(reviewed: Ledger) -> None:
    with pytest.raises(LedgerError, match="ana, ben"):
        agreement_of_reviewers(reviewed, "carla", "memcon")
