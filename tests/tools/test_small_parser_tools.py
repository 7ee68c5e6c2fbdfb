"""What the smaller parser is trained on, and how batches are made of it."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import numpy
from small_parser import news, sources, train
from small_parser.silver import columns


def test_marks_are_taken_off() -> None:
    assert sources.unmarked("[Lavrov|RUS|Sergey Lavrov] {met} <Friday=2024-03-01>: ((no news)).") == "Lavrov met Friday: no news."


def test_nothing_of_the_test_half_is_learnt_from(tmp_path: Path) -> None:
    for folder in ("gold", "texts"):
        (tmp_path / "records" / folder).mkdir(parents=True)
    for name, half in (("one", "dev"), ("two", "test")):
        (tmp_path / "records" / "gold" / f"{name}.json").write_text(json.dumps({"half": half}), encoding="utf-8")
        (tmp_path / "records" / "texts" / f"{name}.txt").write_text(f"Text {name}.", encoding="utf-8")
    rows = [f'[[sentence]]\nhalf = "{half}"\nmarked = "[A|FRA] met in {half}."\n' for half in ("dev", "test")]
    (tmp_path / "sentences.toml").write_text("\n".join(rows), encoding="utf-8")
    assert list(sources.corpus_texts(tmp_path)) == ["Text one.", "A met in dev."]


def test_sentences_of_a_module() -> None:
    code = 'A = ["They met in [Paris|FRA] on Monday."]\ndef f(): return "not a sentence at all", 3, "Short."'
    assert list(sources.strings_of(code)) == ["They met in Paris on Monday."]


def test_sentences_are_told_apart_and_come_once() -> None:
    text = "The envoys met in Quito. They spoke of trade and aid.\n\nThe envoys met in Quito."
    assert list(sources.sentences(iter([text, "", text]))) == ["The envoys met in Quito.", "They spoke of trade and aid."]


def test_made_sentences_are_whole_and_the_same_for_a_seed() -> None:
    made = [news.sentence(random.Random(seed)) for seed in range(300)]
    assert made == [news.sentence(random.Random(seed)) for seed in range(300)]
    assert len(set(made)) > 290
    for text in made:
        assert not re.search(r"[{}_]|  |,,", text), text
        assert text[0] in "“" or text[0].isupper() or text[0].isdigit(), text


def test_a_sentence_is_put_into_somebodys_mouth() -> None:
    for seed in range(40):
        made = news.attributed("The harvest was good.", random.Random(seed))
        assert re.search(r"\b[Tt]he harvest was good\b", made)
        assert len(made) > len("The harvest was good. ")


def test_names_are_changed_and_nothing_else() -> None:
    made = {news.renamed("On Monday the envoy of France flew home.", random.Random(seed)) for seed in range(20)}
    assert len(made) > 10
    assert all(re.fullmatch(r"On \w+day the envoy of .+ flew home\.", text) for text in made)


def test_silver_is_what_the_default_parser_says() -> None:
    silver = columns(["The envoys met in Quito.", "He left."])
    assert silver["lengths"].tolist() == [6, 3]
    assert silver["heads"].tolist() == [1, 2, 2, 2, 3, 2, 1, 1, 1]
    assert [silver["names"][label] for label in silver["labels"][:6]] == ["det", "nsubj", "ROOT", "prep", "pobj", "punct"]
    assert silver["words"][5] == silver["words"][8]  # the full stop is one word
    assert silver["vectors"].shape == (len(set(silver["words"].tolist())), 96)


def test_batches_hold_every_sentence_that_fits_once_and_nothing_beyond_its_end() -> None:
    lengths = numpy.array([3, 12, 13, 5] * 600)
    batches = train.buckets_of(lengths, numpy.random.default_rng(1))
    chosen = numpy.concatenate([places for _, places in batches])
    assert len(set(chosen.tolist())) == len(chosen)
    assert all((lengths[places] <= width).all() for width, places in batches)
    silver = {"lengths": numpy.array([2, 1]), **{name: numpy.array([5, 6, 7]) for name in ("words", "tags", "labels", "heads")}}
    batch = train.batch_of(silver, numpy.array([0, 2]), 3, numpy.array([1, 0]))
    assert batch["words"].tolist() == [[7, 0, 0], [5, 6, 0]]
    assert batch["mask"].tolist() == [[1, 0, 0], [1, 1, 0]]
