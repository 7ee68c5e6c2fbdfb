"""What stands beside a meeting and is not its own: another's day, a topic's states, a summit around it, who tells of it."""

from __future__ import annotations

import pytest

from markup import shared_reader
from memcon.record import Record

PUBLISHED = "2024-06-13"  # a Thursday

# text | engagements as "kind status start parties", in order, "-" where there are none or no day
READ = """
Mirziyoyev and Japarov exchanged views on regional conflicts, including Sudan and Yemen, in Osh on Monday. | talks held 2024-06-10 KGZ+UZB
Mirziyoyev and Japarov discussed crises in the region, including Syria. | -
Mirziyoyev met Central Asian ministers, including Murat Nurtleu of Kazakhstan, in Osh on Monday. | meeting held 2024-06-10 KAZ+UZB
Chile is a permanent guest of the G7. | -
Gabriel Boric was the guest of Santiago Peña in Asuncion on Monday. | meeting held 2024-06-10 CHL+PRY
This would be the first meeting between Boric and Lula after the Mercosur summit in Rio in December. | meeting expected - BRA+CHL
It will be the first meeting between Boric and Lula since the talks in Rio in December. | meeting planned - BRA+CHL
Boric met Lula after the summit in Brasilia on Tuesday. | meeting held 2024-06-11 BRA+CHL
Boric and Lula opened a bridge after a summit in Brasilia on Tuesday. | summit held 2024-06-11 BRA+CHL
Boric will meet Lula during next week's Mercosur summit in Asuncion, his office said. | meeting planned 2024-06-17 BRA+CHL
Yoko Kamikawa will hold talks with Ararat Mirzoyan in Yerevan and a meeting of ASEAN foreign ministers in Vientiane. | talks planned - ARM+JPN; meeting planned - ASEAN+JPN
Santiago Peña will meet Gabriel Boric, Luis Lacalle Pou and Dina Boluarte on the sidelines of the forum. | meeting planned - CHL+PRY; meeting planned - PRY+URY; meeting planned - PER+PRY
Santiago Peña's meeting with Gabriel Boric is confirmed. Details of the Peña-Boric meeting are being worked out. | meeting planned - CHL+PRY
Boric and Lula ended their meeting in Arica on Monday with a joint call to free the hostages. | meeting held 2024-06-10 BRA+CHL
Boric and Lula renewed their call to free the hostages. | -
Boric and Lula held a call on Monday to discuss fisheries. | call held 2024-06-10 BRA+CHL
Margus Tsahkna will fly to Riga on Friday and hold talks with Baiba Braže, his ministry said. | visit planned 2024-06-14 EST+LVA; talks planned - EST+LVA
""".strip().splitlines()


def read(text: str) -> Record:
    return shared_reader().read(text, published=PUBLISHED)


def told(record: Record) -> list[str]:
    return [
        f"{one.kind} {one.status} {(one.when and one.when.start) or '-'} {'+'.join(one.parties)}" for one in record.engagements
    ]


@pytest.mark.parametrize("line", READ)
def test_what_stands_beside(line: str) -> None:
    text, expected = (item.strip() for item in line.split(" | "))
    assert told(read(text)) == ([] if expected == "-" else [item.strip() for item in expected.split(";")])


# --- who is meant -----------------------------------------------------------------------------------------------------

PEOPLE = """
Gitanas Nausėda will visit Riga on Friday, his aide Asta Skaisgirytė said. On Saturday, the Lithuanian leader will meet Alar Karis. | Gitanas Nausėda, Alar Karis
Nausėda is going to Riga. Spokeswoman Robin Grey said the president plans a short stay. She said he will meet Edgars Rinkēvičs there. | Gitanas Nausėda, Edgars Rinkēvičs
Alar Karis phoned Nausėda. "The president will meet Sauli Niinistö in Tampere," said Lithuanian Foreign Minister Gabrielius Landsbergis. | Gitanas Nausėda, Sauli Niinistö
""".strip().splitlines()


@pytest.mark.parametrize("line", PEOPLE)
def test_who_is_meant(line: str) -> None:
    text, expected = (item.strip() for item in line.split(" | "))
    names = [{one.name for one in item.participants} for item in read(text).engagements]
    assert {name.strip() for name in expected.split(",")} in names
    assert not any({"Asta Skaisgirytė", "Robin Grey"} & those for those in names)


def test_who_tells_of_two_is_none_of_them() -> None:
    record = read("“Boric will receive Lula,” Chilean Foreign Minister Alberto van Klaveren said. They will meet in Arica.")
    assert all("Alberto van Klaveren" not in {one.name for one in item.participants} for item in record.engagements)


# --- president to president, one audience after the other, and what is called off in two words ------------------------

MORE = """
2022-12-14 | Angolan President João Lourenço met his counterparts from Namibia and Mali in Luanda on Monday. | Hage Geingob, Assimi Goïta
2022-12-14 | President Cyril Ramaphosa called his German counterpart on Monday. | Olaf Scholz
2022-12-14 | Separate meetings between Angolan President João Lourenço and his counterparts from Namibia and Mali took place on Monday. | Hage Geingob, Assimi Goïta
2019-12-14 | Pope Francis granted an audience to Emmanuel Macron on Monday. | Emmanuel Macron
""".strip().splitlines()


@pytest.mark.parametrize("line", MORE)
def test_whom_one_met(line: str) -> None:
    published, text, expected = (item.strip() for item in line.split(" | "))
    record = shared_reader().read(text, published=published)
    assert all(item.status == "held" and len(item.participants) == 2 for item in record.engagements)
    others = [item.participants[1].name for item in record.engagements]
    assert others == [name.strip() for name in expected.split(",")]


def test_a_day_between_was_and_cancelled() -> None:
    record = read("Prime Minister Albin Kurti’s visit to Tirana for a summit with Edi Rama was on Tuesday cancelled by both sides.")
    assert [item.status for item in record.engagements] == ["cancelled"]
