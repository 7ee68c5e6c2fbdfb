"""Languages told, short texts left alone."""

import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from memcon.intake import language_model
from memcon.intake.language import find_language
from memcon.intake.language_model import load_identifier


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministers met in Oslo for two hours and spoke of the border.", "en"),
        ("Envoys from Chad, Mali, Niger, Benin, Togo, Ghana, Gabon, Congo, Kenya, Angola gather here", None),
        ("Sand, Bello confer", None),
        ("Lavrov, Fidan confer", None),
        ("Les deux ministres se sont rencontrés lundi à Oslo pour parler du commerce et de la frontière.", "fr"),
        ("Die beiden Minister trafen sich am Montag in Oslo und sprachen über den Handel.", "de"),
        ("Los dos ministros se reunieron el lunes en Oslo para hablar del comercio y de la frontera.", "es"),
        ("Министры иностранных дел встретились в понедельник в Осло.", "ru"),
        ("两国外长星期一在奥斯陆举行会谈。", "zh"),
        ("1234 5678 !!", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert find_language(text) == language


def test_a_long_text_is_sampled() -> None:
    assert find_language("Les ministres se sont rencontrés à Oslo pour parler du commerce. " * 2_000) == "fr"


TEXTS = (
    "Snow lies above 800 metres tonight. Winds ease by Tuesday, milder then.",
    "Bello, Sand confer",
    "Les deux ministres se sont rencontrés lundi à Oslo pour parler du commerce et de la frontière.",
    "Οι υπουργοί συναντήθηκαν στο Όσλο.",
    "عقد الوزيران اجتماعا في أوسلو يوم الاثنين.",
    "两国外长星期一在奥斯陆举行会谈。",
    "12 30 :: 7",
    "",
)


def test_the_model_on_disk_tells_what_the_model_in_memory_tells() -> None:
    own, theirs = load_identifier(), LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    for text in TEXTS:
        assert own.classify(text) == theirs.classify(text)
        assert own.rank(text) == theirs.rank(text)


def test_the_model_is_read_into_memory_where_a_file_cannot_be_read_at_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("os.pread")
    assert load_identifier().classify(TEXTS[2])[0] == "fr"


@pytest.mark.parametrize("changed", [{"features"}, {"ptc", "pc"}])
def test_a_model_of_another_layout_is_read_by_its_own_library(monkeypatch: pytest.MonkeyPatch, changed: set[str]) -> None:
    monkeypatch.setattr(language_model, "_unpacked", lambda model: dict.fromkeys(changed))
    assert load_identifier().classify(TEXTS[2])[0] == "fr"
