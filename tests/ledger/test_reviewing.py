"""What the page asks of the ledger: facets, the newest first, the least certain first, the last decisions; and an older schema."""

from __future__ import annotations

from collections import Counter
from typing import Any

import alembic.command as alembic
import pytest
from alembic.config import Config
from sqlalchemy import inspect, select, text

from ledger.builders import document, engagement, statement
from memcon.errors import LedgerError
from memcon.ledger import Filters, Ledger, facets
from memcon.ledger.migrate import FOLDER, HEAD
from memcon.ledger.schema import facet
from memcon.ledger.schema import statement as statements

SURE = (0.9, 0.3, 0.6)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """Eight meetings of two pairs, one without a day, and three statements of different confidence."""
    for day in range(1, 8):
        words = f"On day {day} they met."
        pair = ["Kenji", "Rosa"] if day % 2 else ["Vesna", "Tomas"]
        status = "planned" if day == 7 else "held"
        met = engagement(words, "met", pair, day=f"2024-02-0{day}", status=status, issues=("trade",) if day < 3 else ())
        ledger.add(*document(words, f"2024-02-0{day}", met, outlet=f"Wire {day % 2}", input_id=f"d{day}"))
    words = "Once they talked. Korda said that grain must move. Korda said that ships wait. Korda said that all is well."
    told = [
        statement(words, said, "Vesna", number=number).model_copy(update={"confidence": SURE[number - 1]})
        for number, said in enumerate(("grain must move", "ships wait", "all is well"), start=1)
    ]
    undated = engagement(words, "talked", ["Idris", "Amara"], kind="talks").model_copy(update={"confidence": 0.1})
    ledger.add(*document(words, None, undated, *told, outlet="Post"))
    return ledger


@pytest.mark.parametrize("few", [0, 2000])
@pytest.mark.parametrize(
    "filters",
    [Filters(), Filters(between=("JPN", "BRA")), Filters(status=("held",)), Filters(level="leader"), Filters(source="d2")],
)
def test_facets_count_what_the_list_has(filled: Ledger, filters: Filters, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facets, "FEW", few)
    found = filled.facets(filters)
    rows = list(filled.walk("engagements", filters))
    assert found.total == len(rows)
    assert dict(found.counts["pair"]) == Counter("+".join(each.parties) for each in rows)
    assert dict(found.counts["issue"]) == Counter(issue for each in rows for issue in each.issues)
    assert dict(found.counts["source"]) == Counter(each.sources[0].outlet for each in rows)
    people = Counter(person.name for each in rows for person in each.participants)
    assert {found.names[key]: number for key, number in found.counts["person"]} == people


def test_a_facet_is_counted_as_if_it_were_not_chosen(filled: Ledger) -> None:
    assert dict(filled.facets(Filters(status=("planned",))).counts["status"]) == {"held": 7, "planned": 1}
    assert dict(filled.facets(Filters(level="minister")).counts["level"]) == {"leader": 5, "minister": 4}


def test_what_was_rejected_is_not_counted(filled: Ledger) -> None:
    filled.reject(filled.engagements(status="planned")[0].id, by="anna")
    found = filled.facets()
    assert found.total == 7
    assert dict(found.counts["status"]) == {"held": 7}


def test_levels_narrow(filled: Ledger) -> None:
    met = filled.engagements(level="minister")
    assert len(met) == 4
    assert all(any(person.level == "minister" for person in each.participants) for each in met)


@pytest.mark.parametrize("family", ["engagements", "documents"])
@pytest.mark.parametrize("limit", [1, 3, 100])
def test_newest_first_is_the_order_turned_round_with_the_undated_last(filled: Ledger, family: str, limit: int) -> None:
    turned: list[Any] = []
    after = None
    while True:
        page = getattr(filled, family)(newest_first=True, limit=limit, after=after)
        turned += page
        after = page.next
        if after is None:
            break
    *dated, undated = getattr(filled, family)(limit=100)
    assert [each.id for each in turned] == [*[each.id for each in dated][::-1], undated.id]


def test_the_least_certain_come_first_until_they_are_decided(filled: Ledger) -> None:
    first = filled.least_certain("statements", limit=2)
    rest = filled.least_certain("statements", after=first.next)
    assert [each.confidence for each in (*first, *rest)] == [0.3, 0.6, 0.9]
    filled.confirm(first[0].id, by="anna")
    filled.reject(first[1].id, by="anna")
    assert [each.id for each in filled.least_certain("statements")] == [rest[0].id]
    left = filled.least_certain("statements", not_by="ben", rejected=True)
    assert {each.id for each in left} == {each.id for each in (*first, *rest)}
    assert [each.id for each in filled.least_certain("statements", not_by="anna", rejected=True)] == [rest[0].id]
    filled.undo(filled.last_decisions(limit=1)[0].id, by="anna")
    assert len(filled.least_certain("statements")) == 2


def test_the_place_of_another_list_is_no_place_here(filled: Ledger) -> None:
    elsewhere = filled.engagements(limit=1).next
    with pytest.raises(LedgerError, match="no page of this list"):
        filled.least_certain("engagements", after=elsewhere)


def test_the_last_decisions_and_who_made_them(filled: Ledger) -> None:
    name = filled.engagements()[0].id
    made = [filled.note(name, f"note {number}", by=f"reviewer {number % 2}") for number in range(5)]
    assert [each.id for each in filled.last_decisions(limit=3)] == made[:1:-1]
    assert [each.id for each in filled.last_decisions(by="reviewer 1")] == [made[3], made[1]]
    assert filled.reviewers() == ("reviewer 0", "reviewer 1")
    assert filled.last_decisions(limit=1)[0].items == (name,)


def test_a_document_tells_of_its_items(filled: Ledger) -> None:
    told = filled.items_told(filled.documents(source="d3")[0].id)
    assert told == {"e1": filled.engagements(source="d3")[0].id}


def test_a_person_by_key(filled: Ledger) -> None:
    found = filled.person("vesna korda")
    assert (found.name, found.country, found.offices, found.reports) == ("Vesna Korda", "HRV", ("Foreign Minister",), 6)
    assert found in list(filled.people(limit=100))
    with pytest.raises(LedgerError, match="nobody"):
        filled.person("nobody at all")


def test_an_older_ledger_gets_what_a_new_one_has(filled: Ledger) -> None:
    counted = select(facet).order_by(*facet.primary_key.columns)
    sure = select(statements.c.id, statements.c.confidence).order_by(statements.c.id)
    with filled._store.reading() as connection:
        before = [connection.execute(query).all() for query in (counted, sure)]
    filled._store.write(_as_first_made)
    filled._store.write(_to_the_second)
    with filled._store.reading() as connection:
        assert [connection.execute(query).all() for query in (counted, sure)] == before
    # The tables of later schemas were never taken away: say so, for the next test that gets this database.
    filled._store.write(lambda connection: connection.execute(text(f"UPDATE alembic_version SET version_num = '{HEAD}'")))


def _to_the_second(connection: Any) -> None:
    """Bring the ledger from the first schema to the second, no further."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    alembic.upgrade(config, "0002")


def _as_first_made(connection: Any) -> None:
    """Take back what schema 0002 added."""
    connection.execute(text("DELETE FROM facet WHERE name IN ('level', 'status', 'kind', 'who')"))
    for table in ("engagement", "statement", "commitment", "event"):
        connection.execute(text(f"DROP INDEX {table}_by_confidence"))
        if "confidence" in {column["name"] for column in inspect(connection).get_columns(table)} and table != "engagement":
            connection.execute(text(f"ALTER TABLE {table} DROP COLUMN confidence"))
    for name in ("report_by_item", "person_by_name"):
        connection.execute(text(f"DROP INDEX {name}"))
    connection.execute(text("CREATE INDEX report_by_item ON report (item)"))
    connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
