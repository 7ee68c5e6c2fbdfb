"""Titles read as kinds of office."""

from __future__ import annotations

import pytest

from memcon.knowledge import Knowledge


@pytest.mark.parametrize(
    ("title", "country", "first", "status"),
    [
        ("foreign minister", None, "foreign_minister", "current"),
        ("Minister of Foreign Affairs", "CHN", "foreign_minister", "current"),
        ("the acting Chinese foreign minister", "CHN", "foreign_minister", "acting"),
        ("former foreign minister", None, "foreign_minister", "former"),
        ("ex-president", None, "head_of_state", "former"),
        ("prime minister-designate", None, "head_of_government", "designate"),
        ("President-elect", None, "head_of_state", "elect"),
        ("deputy foreign minister", None, "deputy_foreign_minister", "current"),
        ("deputy prime minister", None, "deputy_head_of_government", "current"),
        ("vice president", None, "vice_president", "current"),
        ("foreign secretary", "GBR", "foreign_minister", "current"),
        ("foreign secretary", "IND", "foreign_ministry_permanent_head", "current"),
        ("chancellor", "GBR", "finance_minister", "current"),
        ("chancellor", "DEU", "head_of_government", "current"),
        ("chancellor", "CHL", "foreign_minister", "current"),
        ("secretary of state", "VAT", "head_of_government", "current"),
        ("secretary of state", "GEO", "other_minister", "current"),
        ("secretary", "USA", "foreign_minister", "current"),
        ("top diplomat", "CHN", "party_or_dynastic", "current"),
        ("top diplomat", "JPN", "foreign_minister", "current"),
        ("press secretary", "USA", "spokesperson", "current"),
        ("leader", None, "head_of_state", "current"),
    ],
)
def test_titles(knowledge: Knowledge, title: str, country: str | None, first: str, status: str) -> None:
    read = knowledge.offices.read(title, country)
    assert (read.types[0], read.status, read.honorific) == (first, status, False)


def test_honorifics_and_unknown_titles(knowledge: Knowledge) -> None:
    assert knowledge.offices.read("Mr.").honorific
    assert not knowledge.offices.read("beekeeper").honorific
    assert knowledge.offices.read("beekeeper").types == ()


def test_what_is_a_title(knowledge: Knowledge) -> None:
    assert knowledge.offices.is_title("the former Foreign Minister")
    assert knowledge.offices.is_title("Secretary")
    assert not knowledge.offices.is_title("the")
    assert not knowledge.offices.is_title("Foreign Minister Wang")


@pytest.mark.parametrize(
    ("office_type", "level"),
    [
        ("head_of_state", "leader"), ("foreign_minister", "minister"), ("ambassador", "envoy"), ("spokesperson", "official"),
        ("national_security_adviser", "senior_official"), ("military_chief", "military"), ("parliament_speaker", "legislator"),
        ("gardener", "other"),
    ],
)  # fmt: skip
def test_levels(knowledge: Knowledge, office_type: str, level: str) -> None:
    assert knowledge.level_of(office_type) == level


def test_title_forms_by_country(knowledge: Knowledge) -> None:
    forms = {form.form: form.type for form in knowledge.title_forms("CHN")}
    assert forms["top diplomat"] == "foreign_minister"  # the common one comes last: the scoped one is told by its scope
    assert {f.scope for f in knowledge.title_forms("CHN")} == {"CHN", "*"}
    assert len(knowledge.title_forms()) > len(knowledge.title_forms("CHN"))
