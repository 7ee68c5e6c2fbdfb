"""Who was who on a day: the State Department's list of visitors, resolved by name, office, country and date.

    python benchmarks/leaders.py ROWS.csv [--out PREDICTIONS.jsonl]

Reads rows with `id`, `start`, `visitor` (title and name as printed), `from_id` and `from_name`, and writes one line of
JSON a row: {"id": ..., "person": {"name": ..., "id": ...} or null}. A row that names two people gets the first.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from memcon.knowledge import Knowledge
from memcon.knowledge.who import split_title

SLUGS = {
    "korea-south": "KOR",
    "congo-democratic-republic": "COD",
    "congo-republic": "COG",
    "macedonia": "MKD",
    "gambia": "GMB",
}


def predict_leaders(rows: Iterable[dict[str, str]], knowledge: Knowledge) -> Iterator[dict[str, Any]]:
    """One prediction for each row of the visitors' list."""
    for row in rows:
        person = resolve_visitor(row, knowledge)
        yield {"id": row["id"], "person": person}


def resolve_visitor(row: dict[str, str], knowledge: Knowledge) -> dict[str, str] | None:
    """The first person named in a row, or None."""
    first = row["visitor"].split(" and ")[0].split(",")[0]
    title, name = split_title(first, knowledge)
    found = knowledge.resolve(name, title=title, country=country_of(row, knowledge), on=row["start"])
    return {"name": found.person.name, "id": found.person.id, "rule": found.rule} if found.person else None


def country_of(row: dict[str, str], knowledge: Knowledge) -> str | None:
    """The alpha-3 code of the row's country."""
    if row["from_id"] in SLUGS:
        return SLUGS[row["from_id"]]
    for name in (row["from_name"], row["from_id"].replace("-", " "), *row["from_name"].split(", ")):
        if codes := knowledge.parties_of_adjective(name):
            return codes[0]
    return None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    with arguments.rows.open(encoding="utf-8", newline="") as file:
        lines = [json.dumps(p, ensure_ascii=False) for p in predict_leaders(csv.DictReader(file), Knowledge.load())]
    text = "\n".join(lines) + "\n"
    if arguments.out:
        arguments.out.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
