"""Time sets for the accuracy command: what `find_times` answers on a gold file, and our own marked sentences as gold.

python -m benchmarks.time_sets predict GOLD.jsonl PRED.jsonl
python -m benchmarks.time_sets sentences GOLD.jsonl
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from memcon.document import Document
from memcon.reading.times import find_times
from memcon.record import Published

ROOT = Path(__file__).resolve().parent.parent


def predict(line: dict[str, Any]) -> dict[str, Any]:
    """One gold line {id, dct, text} to a prediction {id, timexes} as `score_time.py` reads it."""
    published = Published(date=line["dct"], basis="given") if line.get("dct") else Published()
    times = find_times(Document(text=line["text"], shadow=line["text"], published=published))
    found = [{"start": time.start, "end": time.end, "type": time.type, "value": time.value} for time in times]
    return {"id": line["id"], "timexes": found}


def predict_file(gold: Path, out: Path) -> None:
    """Predictions for a whole gold file, a line a document."""
    lines = (json.loads(line) for line in gold.read_text("utf-8").splitlines() if line.strip())
    out.write_text("".join(json.dumps(predict(line)) + "\n" for line in lines), "utf-8")


def own_sentences() -> Iterator[dict[str, Any]]:
    """The marked sentences of tests/reading/times as gold lines."""
    sys.path.insert(0, str(ROOT / "tests"))
    import time_markup

    for number, (published, sentence) in enumerate(time_markup.sentences()):
        text, spans = time_markup.read_marked(sentence)
        timexes = [
            {"start": start, "end": end, "text": text[start:end], "type": _type(value), "value": value}
            for start, end, value in spans
        ]
        yield {"id": f"own-{number}", "dct": published, "text": text, "timexes": timexes}


def _type(value: str) -> str:
    return "DURATION" if value.startswith("P") and "REF" not in value else "TIME" if "T" in value[4:] else "DATE"


def main(arguments: list[str]) -> None:
    if arguments[0] == "predict":
        predict_file(Path(arguments[1]), Path(arguments[2]))
    else:
        Path(arguments[1]).write_text("".join(json.dumps(line) + "\n" for line in own_sentences()), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
