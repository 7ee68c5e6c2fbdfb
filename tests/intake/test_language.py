"""Languages told, short texts left alone."""

import pytest

from memcon.intake.language import find_language


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
