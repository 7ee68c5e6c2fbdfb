"""The sets of a gold folder: each reads its texts with memcon and calls the folder's own scorer.

A set is present where its file is; `measure` returns the figures by name, or None where the set is absent."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from memcon.knowledge import Knowledge
from memcon.reading.reader import Reader
from memcon.record import Record, Statement

Figures = dict[str, float]


@dataclass
class Bench:
    """What every set needs: the reader, the gold folder, the scorers' folder, and where predictions go."""

    reader: Reader
    gold: Path
    scorers: Path
    out: Path
    limit: int | None = None
    misses: bool = False
    skip: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()

    def run(self, scorer: str, *args: str | Path) -> str:
        """The scorer's standard output; its misses go to standard error where asked for."""
        command = [sys.executable, str(self.scorers / scorer), *map(str, args)]
        if self.misses and scorer not in {"score_time.py", "score_quotes.py"}:
            command.append("--show-misses")
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        if self.misses:
            sys.stderr.write(done.stderr)
        return done.stdout


def lines(path: Path, limit: int | None = None) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    with path.open(encoding="utf8") as file:
        return list(islice((json.loads(line) for line in file if line.strip()), limit))


def write_lines(path: Path, rows: Iterable[dict[str, Any]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf8")
    return path


def write_records(folder: Path, records: Iterable[tuple[str, Record]]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.json"):
        old.unlink()
    for name, record in records:
        (folder / f"{name}.json").write_text(record.to_json(), encoding="utf8")
    return folder


def records(bench: Bench) -> Figures | None:
    """Whole records against hand-made gold."""
    source = bench.gold / "records"
    if not source.is_dir():
        return None
    chosen = bench.out / "records_gold"
    chosen.mkdir(parents=True, exist_ok=True)
    for old in chosen.glob("*.json"):
        old.unlink()
    golds = {
        path.stem: json.loads(path.read_text(encoding="utf8")) for path in sorted((source / "gold").glob("*.json"))
    }
    golds = {
        name: gold
        for name, gold in golds.items()
        if name not in bench.skip and (not bench.only or name in bench.only or gold.get("half") in bench.only)
    }
    for name, gold in golds.items():
        (chosen / f"{name}.json").write_text(json.dumps(gold, ensure_ascii=False), encoding="utf8")

    def read() -> Iterator[tuple[str, Record]]:
        for name, gold in golds.items():
            text = (source / "texts" / f"{name}.txt").read_text(encoding="utf8")
            yield name, bench.reader.read(text, published=gold.get("published"), input_id=name)

    folder = write_records(bench.out / "records", read())
    report = json.loads(bench.run("score_record.py", chosen, source / "texts", folder, "--json"))
    figures: Figures = {"documents": report["documents"], "bad_spans": report["bad_spans"]}
    for kind in ("engagements", "statements", "commitments", "events"):
        figures |= {
            f"{kind}_f1": report[kind]["f1"],
            f"{kind}_precision": report[kind]["precision"],
            f"{kind}_recall": report[kind]["recall"],
        }
        figures[f"{kind}_extra_per_document"] = round(
            report[kind]["pred"] * (1 - report[kind]["precision"]) / max(1, report["documents"]), 2
        )
    figures |= {name: field["accuracy"] for name, field in report["fields"].items() if field["accuracy"] is not None}
    return figures | _records_by_part(bench, golds, source / "texts", folder)


def _records_by_part(bench: Bench, golds: dict[str, Any], texts: Path, predicted: Path) -> Figures:
    """F1 of each kind for the halves of a corpus, and with and without a US party, where its gold says which is which."""
    parts = {
        "dev": {name for name, gold in golds.items() if gold.get("half") == "dev"},
        "test": {name for name, gold in golds.items() if gold.get("half") == "test"},
        "us": {name for name, gold in golds.items() if gold.get("us") is True},
        "no_us": {name for name, gold in golds.items() if gold.get("us") is False},
    }
    figures: Figures = {}
    for part, names in parts.items():
        if not names:
            continue
        chosen = bench.out / f"records_gold_{part}"
        chosen.mkdir(parents=True, exist_ok=True)
        for name in names:
            (chosen / f"{name}.json").write_text(json.dumps(golds[name], ensure_ascii=False), encoding="utf8")
        command = [sys.executable, bench.scorers / "score_record.py", chosen, texts, predicted, "--json"]
        report = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        for kind in ("engagements", "statements", "commitments", "events"):
            figures[f"{part}_{kind}_f1"] = report[kind]["f1"]
        for field in ("date", "place", "status", "speaker"):
            figures[f"{part}_{field}"] = report["fields"][field]["accuracy"]
    return figures


def sentences(bench: Bench) -> Figures | None:
    """Marked-up sentences of the folder's own corpus, by half and by whether the US is a party."""
    path = bench.gold / "sentences.toml"
    if not path.is_file():
        return None
    from sentence_set import judged, load

    cases = [case for case in load(path)[: bench.limit] if not bench.only or case.half in bench.only]
    figures: Figures = {}
    for half in ("dev", "test"):
        chosen = [case for case in cases if case.half == half]
        measured = judged(chosen, bench.reader, misses=bench.misses and half == "dev")
        figures |= {f"{half}_{name}": value for name, value in measured.items()}
    for part, wanted in (("us", True), ("no_us", False)):
        measured = judged([case for case in cases if case.has_us is wanted], bench.reader)
        figures |= {f"{part}_{name}": value for name, value in measured.items() if name.endswith(("_f1", "right"))}
    return figures


def foreign(bench: Bench) -> Figures | None:
    """Official readouts against the facts of their own titles."""
    path = bench.gold / "readouts" / "foreign_dev.jsonl"
    if not path.is_file():
        return None
    golds = lines(path, bench.limit)
    subset = write_lines(bench.out / "foreign_gold.jsonl", golds)
    folder = write_records(
        bench.out / "foreign", ((g["id"], bench.reader.read(g["text"], published=g["published"])) for g in golds)
    )
    report = json.loads(bench.run("score_readouts.py", subset, folder, "--json"))
    return {name: value for name, value in report.items() if name != "unread"}


def domestic(bench: Bench) -> Figures | None:
    """Readouts with no diplomacy in them: what is found between states is a false alarm."""
    path = bench.gold / "readouts" / "domestic_dev.jsonl"
    if not path.is_file():
        return None
    golds = lines(path, bench.limit)
    alarms = 0
    for gold in golds:
        record = bench.reader.read(gold["text"], published=gold["published"])
        between = [e for e in record.events if len({*e.actor, *e.recipient}) > 1]
        alarms += bool(record.engagements or between)
        if bench.misses and (record.engagements or between):
            for fact in (*record.engagements, *between):
                print(f"{gold['id']} ALARM {fact.rule} {fact.evidence[0].exact!r}", file=sys.stderr)
    return {"documents": len(golds), "documents_with_alarm": alarms}


def plover(bench: Bench) -> Figures | None:
    """Single sentences with their PLOVER event."""
    path = bench.gold / "plover" / "plover_dev.jsonl"
    if not path.is_file():
        return None
    golds = lines(path, bench.limit)
    subset = write_lines(bench.out / "plover_gold.jsonl", golds)
    folder = write_records(
        bench.out / "plover", ((g["id"], bench.reader.read(g["text"], published=g["date"])) for g in golds)
    )
    everything = json.loads(bench.run("score_plover.py", subset, folder, "--json"))
    between = json.loads(bench.run("score_plover.py", subset, folder, "--json", "--diplomacy"))
    figures: Figures = {f"all_{name}": everything[name] for name in ("f1", "full", "precision", "recall")}
    return figures | {f"diplomacy_{name}": between[name] for name in ("f1", "full", "precision", "recall")}


def outermost(statement: Statement) -> dict[str, Any]:
    """A statement as score_quotes.py wants it."""
    parts = statement.content.parts or (statement.content,)
    speakers = statement.relayed_by or statement.speakers
    return {
        "content": [[part.start, part.end] for part in parts],
        "speaker": [speakers[0].start, speakers[0].end] if speakers else None,
        "kind": statement.kind,
    }


def _quotes(bench: Bench, name: str) -> tuple[Path, Path] | None:
    path = bench.gold / "quotes" / f"{name}.jsonl"
    if not path.is_file():
        return None
    golds = lines(path, bench.limit)
    subset = write_lines(bench.out / f"{name}_gold.jsonl", golds)
    rows = []
    for gold in golds:
        record = bench.reader.read(gold["text"], published=gold.get("date") or None)
        rows.append({"id": gold["id"], "quotes": [outermost(s) for s in record.statements]})
    return subset, write_lines(bench.out / f"{name}.jsonl", rows)


def polnear(bench: Bench) -> Figures | None:
    """Political news with every outermost attribution marked."""
    made = _quotes(bench, "polnear_dev")
    if made is None:
        return None
    extra = ("--errors", "80") if bench.misses else ()
    out = bench.run("score_quotes.py", *made, "--json", *extra)
    first, _, rest = out.partition("\n")
    if bench.misses:
        sys.stderr.write(rest)
    report = json.loads(first)
    (bench.out / "polnear_report.json").write_text(json.dumps(report, indent=1), encoding="utf8")
    speech = next(
        value
        for name, value in report.items()
        if name.startswith("ATTR >=0.8 recall of speech-cued") or "ATTR >=thr recall of speech" in name
    )
    return {
        "direct_speaker_f": _f(report["SEG-direct content+speaker"]),
        "quoted_speaker_f": _f(report["SEG content+speaker"]),
        "indirect_speech_recall": float(speech[1]),
        "tokens_attributed_f": _f(report["TOK attributed"]),
    }


def _f(value: Any) -> float:
    if isinstance(value, dict):
        return float(value.get("F", value.get("f", value.get("f1", 0))))
    return float(value[2] if isinstance(value, list) else value)


def hard(bench: Bench) -> Figures | None:
    """The hard constructions: how many sentences are wholly right."""
    made = _quotes(bench, "hard_dev")
    if made is None:
        return None
    right, of = map(int, re.findall(r"\d+", bench.run("score_hard_quotes.py", *made)))
    return {"wholly_right": right, "of": of}


def _times(bench: Bench, path: Path) -> Figures | None:
    if not path.is_file():
        return None
    golds = lines(path, bench.limit)
    subset = write_lines(bench.out / f"{path.stem}_gold.jsonl", golds)
    rows = []
    for gold in golds:
        record = bench.reader.read(gold["text"], published=gold["dct"])
        rows.append(
            {
                "id": gold["id"],
                "timexes": [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in record.times],
            }
        )
    predicted = write_lines(bench.out / f"{path.stem}.jsonl", rows)
    out = bench.run("score_time.py", subset, predicted, *(("--errors",) if bench.misses else ()))
    if bench.misses:
        sys.stderr.write(out)
    found = re.search(r"strict F1 ([\d.]+).*value F1 ([\d.]+)", out)
    assert found, out
    return {"strict_f1": float(found[1]), "value_f1": float(found[2])}


def meantime(bench: Bench) -> Figures | None:
    """Time expressions in Wikinews."""
    return _times(bench, bench.gold / "time" / "meantime_dev.jsonl")


def diplomacy_dates(bench: Bench) -> Figures | None:
    """The relative dates and durations of diplomacy."""
    return _times(bench, bench.gold / "time" / "diplomacy_dev.jsonl")


def leaders(bench: Bench) -> Figures | None:
    """Who was who on a day."""
    path = bench.gold / "knowledge" / "visits_to_us_dev.csv"
    if not path.is_file():
        return None
    from leaders import predict_leaders

    knowledge: Knowledge = bench.reader.knowledge
    with path.open(encoding="utf8") as file:
        rows = list(csv.DictReader(file))
    predicted = write_lines(bench.out / "leaders.jsonl", predict_leaders(rows, knowledge))
    report = json.loads(bench.run("score_leaders.py", path, predicted, "--json"))
    return {"resolved": report["resolved"], "wrong": report["wrong"]}


SETS = {
    "records": records,
    "foreign": foreign,
    "domestic": domestic,
    "plover": plover,
    "polnear": polnear,
    "hard": hard,
    "meantime": meantime,
    "diplomacy_dates": diplomacy_dates,
    "leaders": leaders,
    "sentences": sentences,
}
