"""Engagements told in passing, as wires and ministries tell them, in our words. Printed on Saturday 3 June 2023."""

from __future__ import annotations

import pytest

from memcon import read
from memcon.record import Engagement

# kind, status, parties, start and place ("-" leaves it open) | the text
READ = """
call held CHN/KOR - - | Park Jin told Wang Yi by phone on Monday that Seoul would not accept it.
call held FRA/SEN 2023-05-27 - | Macky Sall thanked Emmanuel Macron by telephone last Saturday.
call held JOR/USA - - | Ayman Safadi raised it with Antony Blinken over the phone.
call expected CHN/USA - - | Xi Jinping and Joe Biden may talk by phone.
talks held DEU/FRA - - | Emmanuel Macron called Olaf Scholz a friend after talks in Berlin on Tuesday.
talks planned CHN/USA - Jakarta | Antony Blinken will take up the case with Wang Yi in Jakarta.
meeting held EGY/JOR/SAU/SYR - Amman | Faisal Mekdad joined his Jordanian, Saudi and Egyptian counterparts in Amman on Monday.
meeting held DEU/FRA/TUR - Ankara | Hakan Fidan hosted his counterparts Annalena Baerbock of Germany and Catherine Colonna of France in Ankara.
meeting held ITA/POL 2023-06-01 - | President Sergio Mattarella was received on Thursday at the castle of Krakow by President Andrzej Duda.
meeting held DEU/JPN - - | Olaf Scholz was greeted in the garden of the palace by Emperor Naruhito.
meeting cancelled DEU/TUR - - | Hakan Fidan pulled out of a meeting with Annalena Baerbock in Ankara.
talks cancelled DEU/TUR - - | Hakan Fidan backed out of talks with Annalena Baerbock in Ankara.
talks held EU/SRB/XKX - - | Josep Borrell spoke after chairing 12 hours of talks with Aleksandar Vucic and Albin Kurti.
meeting held QUAD - Tokyo | The Quad met in Tokyo on Monday.
meeting planned EU/MERCOSUR - Asuncion | The European Union and Mercosur will meet in Asuncion next week.
meeting held EGY/ETH/SDN - Kinshasa | The Ministers of Foreign Affairs and Water of Egypt, Ethiopia and Sudan met in Kinshasa on Tuesday.
meeting held SRB/XKX - Brussels | The special envoys for the process between Serbia and Kosovo, Petar Petkovic and Besnik Bislimi, met in Brussels.
meeting planned ARM/AZE - - | Border commanders of Armenia and Azerbaijan are to meet on Thursday.
meeting planned DEU/FRA - Berlin | Emmanuel Macron met Olaf Scholz. They agreed that their defence ministers would meet in Berlin next month.
meeting planned DEU/FRA - Berlin | Emmanuel Macron met Olaf Scholz in Paris. The two foreign ministers will meet in Berlin next month.
talks planned DEU/FRA - Berlin | Emmanuel Macron met Olaf Scholz in Paris. The next round of talks will be held in Berlin in May 2024.
meeting planned IRN/PAK - Zahedan | Iran and Pakistan held talks in Quetta. A second meeting is planned for July in Zahedan.
meeting planned IRN/PAK - Tehran | Iran and Pakistan held talks in Quetta. The joint commission will meet in Tehran in July.
talks planned IRN/PAK - - | Iran and Pakistan held talks in Quetta on Tuesday. Follow-up talks are to be held in July.
meeting planned IRN/PAK - - | Iran and Pakistan held talks in Quetta. The date of the second meeting will be decided later.
meeting held EGY/ETH/SDN/USA - - | The foreign ministers of Egypt, Ethiopia and Sudan met in Cairo. On Friday Joe Biden met the ministers.
meeting held IND/SDN - - | Narendra Modi arrived in Khartoum on Monday. He met Foreign Minister Hassan Mustafa on Tuesday.
""".strip().splitlines()

# What must not be read for the words: kind and parties | the text
NOT_READ = """
call DEU/FRA | Emmanuel Macron called Olaf Scholz a friend after talks in Berlin on Tuesday.
call CHN/USA | In Beijing, spokesman Mao Ning called Biden's accusation irresponsible.
call CHN/USA | Xi Jinping called Joe Biden "an old friend" on Tuesday.
call EU/SRB | Josep Borrell spoke after chairing 12 hours of talks with Aleksandar Vucic and Albin Kurti.
call ESP/MAR | The phone of a Spanish minister was tapped by Morocco, officials said.
meeting SRB/XKX | Aleksandar Vucic and Albin Kurti left Brussels. Neither of them said when they would meet again.
meeting DEU/FRA | Emmanuel Macron met Olaf Scholz in Paris. Business leaders are to meet in Lyon next month.
talks DEU/FRA | Emmanuel Macron met Olaf Scholz in Paris. The next round of the Turkish election will be held in May 2028.
""".strip().splitlines()


def fits(wanted: str, engagement: Engagement) -> bool:
    kind, status, parties, start, place = wanted.split(" ", 4)
    return (
        engagement.kind == kind
        and engagement.status == status
        and set(engagement.parties) == set(parties.split("/"))
        and (start == "-" or (engagement.when is not None and engagement.when.start == start))
        and (place == "-" or engagement.place.name == place)
    )


@pytest.mark.parametrize("line", READ)
def test_is_read(line: str) -> None:
    wanted, text = line.split(" | ")
    found = read(text, published="2023-06-03").engagements
    assert any(fits(wanted, engagement) for engagement in found), found


@pytest.mark.parametrize("line", NOT_READ)
def test_is_not_read(line: str) -> None:
    unwanted, text = line.split(" | ")
    kind, parties = unwanted.split()
    found = read(text, published="2023-06-03").engagements
    # The first engagement of a text with two sentences is the one that the second leans on.
    others = found[1:] if ". " in text.rstrip(".") and found else found
    assert not [e for e in others if e.kind == kind and set(e.parties) == set(parties.split("/"))], found
