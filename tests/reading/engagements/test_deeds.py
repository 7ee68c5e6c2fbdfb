"""Meetings and journeys told by what people did, in our words: signing, in company, where somebody was. Printed on 7 March 2024.

A line names all engagements that its text holds, kind, status and parties of each, or nothing.
"""

from __future__ import annotations

import pytest

from memcon import read

LINES = r"""
meeting held BOL/CHL | The presidents of Chile and Bolivia signed a treaty on the border in Arica on Monday.
meeting held EGY/SDN | The foreign ministers of Egypt and Sudan initialled an accord in Cairo on Friday that ends the dispute.
meeting held ARM/TUR | An agreement on flights was signed in Ankara on Tuesday by Hakan Fidan and his Armenian counterpart, Ararat Mirzoyan.
meeting held DEU/UKR | Olaf Scholz signed a pact with Volodymyr Zelensky in Berlin on Friday.
meeting held KEN/UGA | After two hours with Yoweri Museveni in Entebbe, William Ruto signed a protocol with him.
nothing | Greece and Turkey signed an agreement on Sunday.
nothing | Emmanuel Macron signed the bill with a pen from Olaf Scholz.
nothing | The 1978 accord signed by Anwar Sadat and Menachem Begin is dead.
nothing | Emmanuel Macron and Catherine Colonna signed the agreement.
nothing | Emmanuel Macron, Olaf Scholz and Rishi Sunak signed a letter to the Commission.
meeting held FRA/GBR | Emmanuel Macron and Rishi Sunak watched a rugby match together in Paris on Saturday.
meeting held BRA/PRY | Lula inaugurated a bridge with Santiago Peña in Foz on Friday.
meeting held UKR/USA | Joe Biden stood beside Volodymyr Zelensky in Kyiv and promised more arms.
meeting held BRA/CHL | On Friday Lula sat with Gabriel Boric in the presidential palace in Santiago.
meeting held IDN/MYS | Anwar Ibrahim showed Prabowo Subianto around his office on Monday.
meeting held HUN/UKR | Viktor Orban walked over to shake the hand of Volodymyr Zelensky on Thursday.
nothing | Emmanuel Macron watched the war in Ukraine with concern.
nothing | Joe Biden stands with Ukraine.
nothing | Lula inaugurated a bridge in Foz on Friday.
nothing | Emmanuel Macron sat with the families on Friday.
visit held GBR/UKR | Rishi Sunak had been to Kyiv in January.
visit held CHN/KEN | Wang Yi was in Nairobi last week.
visit planned HUN/RUS | Sergei Lavrov will be in Budapest again next week.
visit planned RUS/SVK | Robert Fico intends to be in Moscow again in May.
visit held IRQ/TUR | Hakan Fidan returned from Baghdad on Sunday without an accord.
visit planned BGD/IND | Narendra Modi will send his foreign minister, Subrahmanyam Jaishankar, to Dhaka next week.
visit held CHN/USA | Joe Biden sent Jake Sullivan to Beijing last month.
visit held CHL/CHN | On Monday Wang Yi continued to Chile.
talks held FRA/UKR | Emmanuel Macron was in Kyiv for talks with Volodymyr Zelensky on Monday.
meeting held JOR/USA | Antony Blinken was in Amman on Sunday, where King Abdullah received him.
nothing | Antony Blinken was in New York on Wednesday to address the General Assembly.
nothing | Rishi Sunak has never been to Kyiv.
nothing | Rishi Sunak is in favour of the plan.
nothing | Sergei Lavrov was in hospital on Tuesday.
nothing | Emmanuel Macron was in Lyon on Tuesday.
nothing | Joe Biden is popular in Kenya.
nothing | The refugees returned from Turkey on Sunday.
nothing | Kenya sent an ambassador to Havana.
nothing | Joe Biden sent weapons to Ukraine last month.
visit held CHN/FRA ; dinner held CHN/FRA | Xi Jinping arrived in Paris on Monday. That evening Emmanuel Macron gave a state dinner at the Elysee Palace.
visit ongoing CHN/FRA ; lunch held CHN/FRA | Xi Jinping is on a visit to Paris. Emmanuel Macron gave a lunch for his visitor on Tuesday.
visit held CHN/FRA ; meeting held CHN/FRA | Xi Jinping arrived in Paris on Monday. Emmanuel Macron received the visitor at the Elysee on Tuesday.
visit held CHN/FRA | Xi Jinping arrived in Paris on Monday. Emmanuel Macron gave a dinner for the mayors of the region.
dinner held IND/USA | Joe Biden hosted Narendra Modi for a state dinner on Tuesday. The two leaders raised a toast as they attended the state dinner.
nothing | Emmanuel Macron gave a state dinner on Friday.
nothing | Emmanuel Macron welcomed the visitors to the museum.
call held CHN/USA | Joe Biden and Xi Jinping faced each other on screens for three and a half hours on Monday evening.
call held DEU/SVK | In a telephone conversation Robert Fico explained his position to Olaf Scholz.
meeting held CMR/NGA | An agreement on fish was signed on Tuesday at the Lagoon estate by President Bola Tinubu and his Cameroonian counterpart, Paul Biya.
summit held ECOWAS | ECOWAS, at its summit in Abuja in December, set an ultimatum.
summit held ASEAN | ASEAN leaders agreed at their summit in Jakarta on Tuesday to act.
summit held EU/SVK | Robert Fico heard it at a summit of the European Union in Brussels on December 19.
nothing | NATO said at its headquarters in Brussels that it was late.
nothing | Google spoke at its conference in Paris on Monday.
nothing | Narendra Modi spoke at the summit of the G20 in Rio.
meeting held CHN/PAK | In Beijing on Thursday Shehbaz Sharif was assured of support by Premier Li Qiang.
meeting held UKR/USA | In Kyiv on Tuesday Antony Blinken told Volodymyr Zelensky that the money would come.
nothing | In Washington Emmanuel Macron urged Volodymyr Zelensky to wait.
nothing | In Paris Emmanuel Macron told his ministers that Volodymyr Zelensky was right.
nothing | The junta in Bamako detained fifty Ivorians and called them mercenaries.
meeting held DEU/FRA/ITA | Emmanuel Macron saw Olaf Scholz and Giorgia Meloni on Monday and called them liars.
call held DEU/FRA | Emmanuel Macron called Olaf Scholz last week.
visit planned SAU/TUR | Mohammed bin Salman goes to Ankara on Wednesday, his first trip to Turkey in years.
visit planned SAU/TUR ; visit planned EGY/SAU | Mohammed bin Salman goes to Ankara on Wednesday and will make a trip to Cairo on Friday.
call held BLR/DEU ; call held BLR/DEU | Olaf Scholz called Alexander Lukashenko on Monday and again on Wednesday.
visit held CHN/USA ; visit held CHN/USA | Antony Blinken visited Beijing in June and again in October.
meeting held CHN/USA | Antony Blinken met Wang Yi on Sunday and warned again on Monday.
nothing | Brazil and Uruguay called their ambassadors home for consultations.
nothing | Brazil and Uruguay recalled their ambassadors for consultations.
meeting held BRA/URY | Brazil and Uruguay met for consultations.
""".strip().splitlines()


@pytest.mark.parametrize("line", LINES)
def test_all_that_it_tells_is_read_and_no_more(line: str) -> None:
    wanted, text = line.split(" | ")
    found = read(text, published="2024-03-07").engagements
    told = sorted(f"{e.kind} {e.status} {'/'.join(e.parties)}" for e in found)
    assert told == ([] if wanted == "nothing" else sorted(wanted.split(" ; ")))


def test_a_deed_is_less_sure_than_a_word_of_contact() -> None:
    deed = read("Olaf Scholz signed a pact with Volodymyr Zelensky in Berlin on Friday.", published="2024-03-07")
    word = read("Olaf Scholz met with Volodymyr Zelensky in Berlin on Friday.", published="2024-03-07")
    assert deed.engagements[0].confidence < word.engagements[0].confidence


def test_a_signing_is_one_event() -> None:
    record = read("The presidents of Chile and Bolivia signed a treaty in Arica on Monday.", published="2024-03-07")
    assert [event.type for event in record.events] == ["SUPPORT"]
