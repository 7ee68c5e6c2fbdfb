"""Several processes give what one gives, in order; a document that ends its process costs only itself."""

import multiprocessing

from deadly import DeadlySetup
from memcon import intake
from memcon.errors import InputError
from memcon.reading.processes import Setup, read_all

TEXTS = [f"Estonia's Foreign Minister Margus Tsahkna met Latvia's President in Riga on {day} May 2024." for day in range(2, 14)]


def documents(*texts):
    return [intake.document(text, input_id=f"d{number}", published="2024-05-20") for number, text in enumerate(texts)]


def shown(pairs):
    return [(document.input_id, outcome.to_json()) for document, outcome in pairs]


def test_two_processes_give_the_bytes_of_one():
    one, two = (shown(read_all(documents(*TEXTS), Setup(), jobs)) for jobs in (1, 2))
    assert one == two
    assert [name for name, _ in one] == [f"d{number}" for number in range(len(TEXTS))]


def test_what_is_no_document_keeps_its_place():
    (first, second) = documents(*TEXTS[:2])
    for jobs in (1, 2):
        came = list(read_all([1, first, 2, second, 3], Setup(), jobs))
        assert [item for item, _ in came] == [1, first, 2, second, 3]
        assert [outcome is None for _, outcome in came] == [True, False, True, False, True]


def test_a_document_that_ends_its_process_costs_only_itself():
    texts = [*TEXTS[:3], "This one is fatal.", *TEXTS[3:6], "So is this, fatal too.", *TEXTS[6:8]]
    came = list(read_all(documents(*texts), DeadlySetup(), 2))
    died = [document.input_id for document, outcome in came if isinstance(outcome, InputError)]
    assert died == ["d3", "d7"]
    assert [document.input_id for document, _ in came] == [f"d{number}" for number in range(len(texts))]
    assert "out of memory" in str(came[3][1])


def test_leaving_early_leaves_no_process():
    reading = read_all(documents(*TEXTS), Setup(), 2)
    next(reading)
    reading.close()
    assert not multiprocessing.active_children()


def test_documents_are_taken_as_they_are_needed():
    taken = []

    def endless():
        for document in documents(*TEXTS * 20):
            taken.append(document)
            yield document

    reading = read_all(endless(), Setup(), 2)
    next(reading)
    reading.close()
    assert len(taken) <= 8
