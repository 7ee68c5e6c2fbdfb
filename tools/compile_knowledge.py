"""Compile gathered facts about states, organisations and office-holders into memcon's own tables.

    python tools/compile_knowledge.py --from FOLDER [--to src/memcon/knowledge/data]

FOLDER holds states.csv, igos.csv, title_forms.csv, dated_names.csv, holders.csv, holders_unsourced.csv (docs/knowledge.md
says which columns). What the sources get wrong is mended here, by rule where a rule is safe and by a line in
`tools/knowledge/*.csv` where only knowing helps:

    renames.csv     country, name in the source → the name, or nothing: no person
    merges.csv      country, names of one person under several ids; the first is kept
    ends.csv        rows to drop, or to give another start or end
    homes.csv       heads of several states at once, and the one state that the press means by them
    press_names.csv the name by which the press knows a person
    genders.csv     m or f of office-holders whose given name does not tell
    distinct.csv    names of our own rows that are nobody else's: fathers, namesakes
    holders_own.csv office-holders of our own compilation, not looked up
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from knowledge_intervals import close_by_successor, earliest, tidy
from knowledge_merging import merge_people
from knowledge_own import add_own
from knowledge_places import (
    DATED_COLUMNS,
    FORM_COLUMNS,
    IGO_COLUMNS,
    STATE_COLUMNS,
    compile_dated,
    compile_forms,
    compile_igos,
    compile_states,
)
from knowledge_press import Press
from knowledge_reading import drop_strange_aliases, mend_rows, read_holders
from knowledge_rows import DATA, HOLDER_COLUMNS, PERSON_COLUMNS, SOURCES, Holder


def write(path: Path, columns: tuple[str, ...], lines: list[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(lines)


def holder_line(holder: Holder) -> tuple[str, ...]:
    return tuple(getattr(holder, column) for column in HOLDER_COLUMNS)


def compile_people(source: Path, to: Path) -> None:
    holders, people = read_holders(source)
    drop_strange_aliases(holders, people)
    holders, people = merge_people(holders, people)
    holders = add_own(source, tidy(mend_rows(holders)), people)
    holders = close_by_successor(holders)
    countries: dict[str, set[str]] = defaultdict(set)
    for holder in holders:
        countries[holder.person].add(holder.country)
    press = Press(holders, people)
    write(to / "people.csv", PERSON_COLUMNS, [press.line(people[i], countries[i]) for i in sorted(countries)])
    holders = [replace(h, person=press.id_of(h.person)) for h in holders]
    order = sorted(holders, key=lambda h: (h.country, h.type, h.target, earliest(h.start), h.person))
    write(to / "holders.csv", HOLDER_COLUMNS, [holder_line(h) for h in order])
    write(to / "sources.csv", ("key", "source", "licence"), [(k, *v) for k, v in SOURCES.items()])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="source", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=DATA)
    arguments = parser.parse_args()
    source, to = arguments.source, arguments.to
    write(to / "states.csv", STATE_COLUMNS, compile_states(source))
    write(to / "igos.csv", IGO_COLUMNS, compile_igos(source))
    write(to / "dated_names.csv", DATED_COLUMNS, compile_dated(source))
    write(to / "title_forms.csv", FORM_COLUMNS, compile_forms(source))
    compile_people(source, to)
    return 0


if __name__ == "__main__":
    sys.exit(main())
