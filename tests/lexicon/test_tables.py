"""Titles, status cues, issues and PLOVER's tables: whole, and true to their sources."""

from __future__ import annotations

from collections import Counter

import pytest

from memcon.lexicon import Lexicon
from memcon.lexicon.inflection import plural, plural_word, spelled, with_plurals
from memcon.lexicon.tables import Spelling

LEXICON = Lexicon.load()


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("foreign minister", "foreign ministers"),
        ("minister of foreign affairs", "ministers of foreign affairs"),
        ("secretary-general", "secretaries-general"),
        ("secretary general", "secretaries general"),
        ("chargé d'affaires", "chargés d'affaires"),
        ("chief of staff", "chiefs of staff"),
        ("attorney general", "attorneys general"),
        ("major general", "major generals"),
        ("spokeswoman", "spokeswomen"),
        ("ambassador to the united nations", "ambassadors to the united nations"),
        ("minister without portfolio", "ministers without portfolio"),
        ("monarch", "monarchs"),
        ("top boss", "top bosses"),
        ("envoy", "envoys"),
    ],
)
def test_plurals_of_titles(one: str, many: str) -> None:
    assert plural(one) == many


def test_the_plural_of_a_phrase_by_its_last_word() -> None:
    assert plural_word("export control") == "export controls"


def test_a_term_is_found_in_the_plural_and_with_a_possessive() -> None:
    assert with_plurals("nato bid") == ("nato bid", "nato bids", "nato's bid", "nato's bids")
    assert with_plurals("taiwan") == ("taiwan", "taiwans")


def test_a_term_is_found_in_both_spellings() -> None:
    pairs = (Spelling(british="programme", american="program"), Spelling(british="defence", american="defense"))
    assert spelled(["missile defence"], pairs) == ("missile defence", "missile defense")
    assert spelled(["defense program"], pairs) == ("defense program", "defence programme")
    assert spelled(["nuclear programme"], pairs) == ("nuclear programme", "nuclear program")


def test_titles_are_lower_case_and_no_reading_stands_twice() -> None:
    readings = ((form, title.parties or ("",)) for title in LEXICON.titles for form in title.forms)
    forms = Counter((form, party) for form, parties in readings for party in parties)
    assert [form for form in forms if form[0] != form[0].lower()] == []
    assert [form for form, count in forms.items() if count > 1] == []


@pytest.mark.parametrize(
    ("form", "party", "office_type"),
    [
        ("foreign secretary", "GBR", "foreign_minister"),
        ("foreign secretary", "IND", "foreign_ministry_permanent_head"),
        ("chancellor", "DEU", "head_of_government"),
        ("chancellor", "BRA", "foreign_minister"),
        ("secretary of state", "USA", "foreign_minister"),
        ("secretary of state", "VAT", "head_of_government"),
    ],
)
def test_titles_that_mean_one_thing_here_and_another_there(form: str, party: str, office_type: str) -> None:
    meant = [title for title in LEXICON.titles if form in title.forms and party in title.parties]
    assert [title.office_type for title in meant] == [office_type]


def test_every_title_can_be_put_in_the_plural() -> None:
    assert all(len(set(title.plurals)) == len(title.forms) for title in LEXICON.titles)


def test_plover_has_16_types_with_the_scores_of_the_manual() -> None:
    assert len(LEXICON.plover) == 16
    assert {t.id: t.quad for t in LEXICON.plover if t.quad in {1, 4}} == {
        "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1,
        "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
    }  # fmt: skip
    assert LEXICON.plover_type("CONSULT").modes["visit"] == 4
    assert LEXICON.plover_type("ACCUSE").score == -3
    assert {t.id for t in LEXICON.plover if t.recipient} == {"COOPERATE", "AID", "SANCTION"}


def test_scores_have_the_sign_of_their_quad_class() -> None:
    for entry in LEXICON.plover:
        if entry.id != "REQUEST":
            assert all((score > 0) == (entry.quad <= 2) for score in (entry.score, *entry.modes.values())), entry.id


@pytest.mark.parametrize(
    ("code", "type_", "mode"),
    [
        ("041", "CONSULT", "phone"),
        ("042", "CONSULT", "visit"),
        ("0421", "CONSULT", "visit"),
        ("055", "CONCEDE", None),
        ("057", "SUPPORT", None),
        ("0813", "CONCEDE", None),
        ("0841", "RETREAT", "release"),
        ("129", "REJECT", "yield"),
        ("163", "SANCTION", "discontinue"),
        ("1712", "ASSAULT", "destroy"),
        ("191", "COERCE", "restrict"),
        ("201", "ASSAULT", None),
        ("01", None, None),
    ],
)
def test_cameo_codes_by_their_longest_prefix(code: str, type_: str | None, mode: str | None) -> None:
    entry = LEXICON.cameo_code(code)
    assert entry is not None
    assert (entry.type, entry.mode) == (type_, mode)


def test_no_cameo_code_for_what_is_none() -> None:
    assert LEXICON.cameo_code("99") is None


def test_hosting_a_visit_swaps_the_roles() -> None:
    assert [entry.code for entry in LEXICON.cameo if entry.swap] == ["043"]


def test_every_cameo_code_has_a_type_and_mode_that_plover_has() -> None:
    for entry in LEXICON.cameo:
        assert entry.mode is None or (entry.type and entry.mode in LEXICON.plover_type(entry.type).modes), entry.code


def test_plover_has_37_contexts() -> None:
    assert len(LEXICON.contexts) == 37


def test_at_least_70_issues_each_with_words_of_its_own() -> None:
    assert len(LEXICON.issues) >= 70
    assert [issue.id for issue in LEXICON.issues if not (issue.terms or issue.cased or issue.near)] == []
    assert all(issue.id == issue.id.lower() and " " not in issue.id for issue in LEXICON.issues)


def test_cue_terms_by_sense_and_form() -> None:
    assert "postpone" in LEXICON.cue_terms("postponed", "verb")
    assert "postponement" in LEXICON.cue_terms("postponed")
    assert "postponement" not in LEXICON.cue_terms("postponed", "verb")
    assert LEXICON.cue_terms("no such sense") == ()
