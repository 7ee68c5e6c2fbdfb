"""What is still to come and when things were: setting out, ordered plans, stretches of days, in our words. Printed on
7 March 2024, a Thursday.

A line names all engagements that its text holds, as kind, status, parties, start and place ("-" leaves these open), or
nothing: what looks alike stands among them and must give none.
"""

from __future__ import annotations

import pytest

from memcon import read
from reading.engagements.expected import fits

SETTING_OUT = """
visit held ARM/AUT/GEO 2024-03-06 Vienna ; talks planned ARM/GEO - Vienna | Georgian and Armenian delegations headed to Vienna on Wednesday for talks on the border.
talks planned ARM/RUS - Moscow | Armenia's Ararat Mirzoyan left Yerevan on Wednesday for talks with Sergei Lavrov in Moscow.
visit held ARM/RUS 2024-03-06 Moscow ; meeting planned ARM/RUS - - | Ararat Mirzoyan departed for Moscow on Wednesday to meet Sergei Lavrov.
visit ongoing ARM/RUS - Moscow ; talks planned ARM/RUS - Moscow | Ararat Mirzoyan is heading to Moscow for talks with Sergei Lavrov.
visit held ARM/RUS - Moscow ; talks held ARM/RUS - Moscow | Ararat Mirzoyan headed a delegation to Moscow for talks with Sergei Lavrov.
talks held ARM/RUS - - | Ararat Mirzoyan left the hall after talks with Sergei Lavrov.
visit held ARM/RUS 2024-03-06 Moscow ; meeting held ARM/RUS 2024-03-06 Moscow | Ararat Mirzoyan flew to Moscow on Wednesday to meet Sergei Lavrov.
visit held IND/IRN 2024-03-04 Delhi ; talks held IND/IRN 2024-03-04 Delhi | Hossein Amir-Abdollahian flew to Delhi on Monday to hold talks with Narendra Modi.
nothing | Ararat Mirzoyan did not leave for Moscow to meet Sergei Lavrov.
""".strip().splitlines()

ORDER = """
summit planned AU/KEN 2024-04-01 - ; visit planned EGY/KEN 2024-04-01 Egypt | William Ruto will attend the African Union summit in Addis Ababa in early April, but will travel to Egypt beforehand.
summit planned AU/KEN 2024-04-04 - ; visit planned EGY/KEN - Egypt | William Ruto will attend the African Union summit in Addis Ababa on April 4, but will travel to Egypt afterwards.
visit planned EGY/KEN - Egypt | William Ruto will go to Egypt instead of stopping in Rome to meet Giorgia Meloni.
visit planned EGY/KEN - Egypt | William Ruto will travel to Egypt instead of flying to Rome.
meeting denied ITA/KEN - - ; meeting expected ITA/KEN - Rome | No meeting between William Ruto and Giorgia Meloni is scheduled, an aide said. However, the two leaders would see each other at group sessions in Rome.
meeting planned RUS/TUR - Antalya | Sergei Lavrov and Hakan Fidan will see each other in Antalya.
nothing | Sergei Lavrov and Hakan Fidan did not see each other in Antalya.
""".strip().splitlines()

STRETCHES = """
talks planned IRN/OMN 2024-03-08 - | Iran and Oman announced negotiations that are scheduled to begin on Friday evening and continue on Saturday.
talks planned ARM/GEO 2024-03-08 - | Talks between Armenia and Georgia are to start on Friday and run until Sunday.
talks held ARM/GEO 2024-03-05 - | Talks between Armenia and Georgia opened on Tuesday and will end on Saturday.
""".strip().splitlines()

THIRDS = """
meeting held BRA/CHL/PER 2024-03-05 Lima | Peru's president and Chile's president met in Lima on Tuesday, witnessed by the president of Brazil.
meeting held CHL/PER 2024-03-05 Lima | Peru's president and Chile's president met in Lima on Tuesday, witnessed by many.
call held RUS/TUR 2024-03-05 - | The ministry said in a statement that Hakan Fidan on Tuesday called Sergei Lavrov and that both agreed to a truce.
meeting held ARM/TUR - Antalya | The spokesman said in a briefing that Ararat Mirzoyan had met Hakan Fidan in Antalya.
nothing | The ministry issued a statement that Sergei Lavrov called misleading.
visit planned CHE/IRN/OMN - Geneva ; talks planned CHE/IRN/OMN - Geneva | The foreign ministers of Iran and Oman accepted invitations from Ignazio Cassis to come to Geneva to resume the negotiations.
visit declined CHE/IRN - Geneva | The foreign minister of Iran rejected invitations from Ignazio Cassis to come to Geneva.
""".strip().splitlines()


OCCASIONS = """
summit planned G20/KEN 2024-11-01 - | William Ruto plans to attend the Group of 20 summit in Rio de Janeiro in November.
summit planned G7/IND 2024-06-01 Italy | Narendra Modi plans to travel to the G7 summit in Italy in June.
summit held BRICS/IND 2024-03-04 Johannesburg | Narendra Modi flew to the BRICS summit in Johannesburg on Monday.
summit declined G7/IND - Italy | Narendra Modi will not go to the G7 summit in Italy.
visit held BEL/IND - Brussels | Narendra Modi travelled to Brussels and praised the G7.
summit planned G20/KEN 2024-04-01 - ; meeting expected ITA/KEN 2024-04-01 Rio de Janeiro | William Ruto will attend a G20 summit in Rio de Janeiro in early April. William Ruto and Giorgia Meloni would see each other in Rio de Janeiro.
summit planned G20/KEN 2024-04-01 - ; meeting expected ITA/KEN - Rome | William Ruto will attend a G20 summit in Rio de Janeiro in early April. William Ruto and Giorgia Meloni would see each other in Rome.
visit held DEU/EGY 2024-03-05 Cairo ; talks held DEU/TUR 2024-03-04 Ankara | Olaf Scholz arrived in Cairo on Tuesday, the day after talks with Recep Tayyip Erdogan in Ankara.
visit held DEU/EGY 2024-03-05 Cairo ; talks held DEU/TUR - Ankara | Olaf Scholz arrived in Cairo on Tuesday after talks with Recep Tayyip Erdogan in Ankara.
meeting invited FRA/RUS - Versailles | Emmanuel Macron's invitation to Vladimir Putin to Versailles for a meeting was discussed on Sunday.
visit cancelled FRA/RUS 2024-04-01 Moscow ; talks cancelled FRA/RUS - - | Emmanuel Macron cancelled a visit to Moscow in April for talks with Vladimir Putin.
""".strip().splitlines()

VISITS = """
meeting held IRQ/TUR 2024-03-01 - ; visit held IRQ/TUR 2024-03-01 Baghdad | Hakan Fidan met Fuad Hussein twice during a three-day visit to Baghdad that ended on Sunday.
visit held IRQ/TUR 2024-03-04 Baghdad ; talks held IRQ/TUR 2024-03-04 - | Hakan Fidan visited Baghdad on Monday. After three hours of talks at the Republican Palace, he and Fuad Hussein announced a security pact.
visit held EGY/SDN 2024-03-04 Khartoum ; dinner held EGY/SDN 2024-03-05 - | Egypt's delegation arrived in Khartoum on Monday. Sudan's foreign minister hosted a dinner for the delegation on Tuesday.
visit held EGY/SDN 2024-03-04 Khartoum | Egypt's delegation arrived in Khartoum on Monday. The delegation of the bank drank tea with Sudan's foreign minister.
dinner held EGY/SDN 2024-03-03 - ; lunch held EGY/SDN - - | Sudan's prime minister gave the Egyptian delegation a dinner on Sunday. Sudan's foreign minister hosted a lunch for the Egyptian delegation.
talks held KOR/PRK - Seoul | North Korea's delegation to the Winter Olympics held talks with Yoon Suk Yeol in Seoul.
call held FRA/RUS - - | Emmanuel Macron said he had told Vladimir Putin in a phone call that the strikes must end.
meeting planned CHN/IND 2024-01-01 - | Xi Jinping was scheduled to meet Narendra Modi in January.
meeting planned CHN/IND 2025-01-01 - | Xi Jinping is scheduled to meet Narendra Modi in January.
visit planned DEU/UKR 2024-03-09 Kyiv | Olaf Scholz was due to visit Kyiv on Saturday.
letter held CHN/UKR 2024-03-02 - | On Saturday Li Hui handed over a letter from the Chinese leader to Volodymyr Zelensky.
visit held IRQ/TUR 2024-03-01 Baghdad | Hakan Fidan returned home on Sunday after a three-day visit to Baghdad.
visit held IRQ/TUR 2024-03-03 Baghdad | Hakan Fidan arrived in Baghdad on Sunday for a three-day visit.
visit planned CHE/KEN - Geneva | An aide said William Ruto was heading to Geneva.
""".strip().splitlines()

KIN = """
meeting held KOR/PRK 2024-03-01 Seoul | The sister of North Korean leader Kim Jong Un met South Korean President Yoon Suk Yeol in Seoul on Friday.
visit held KOR/PRK 2024-03-01 South Korea | Kim Jong Un's sister arrived in South Korea on Friday.
nothing | Emmanuel Macron's brother opened a restaurant in Lille.
nothing | Joe Biden met the brother of a jailed Russian journalist.
talks held KOR/PRK 2024-03-04 - ; visit invited KOR/PRK - Seoul | South Korea and North Korea held talks on Monday. The South's president invited the North's leader to Seoul.
nothing | Giorgia Meloni met farmers from the South of Italy. South Korea and North Korea did not talk.
""".strip().splitlines()


@pytest.mark.parametrize("line", [*SETTING_OUT, *ORDER, *STRETCHES, *THIRDS, *OCCASIONS, *VISITS, *KIN])
def test_all_that_it_tells_is_read_with_its_day_and_place(line: str) -> None:
    wanted, text = line.split(" | ")
    found = list(read(text, published="2024-03-07").engagements)
    rows = [] if wanted == "nothing" else wanted.split(" ; ")
    assert len(found) == len(rows), [(e.kind, e.status, e.parties) for e in found]
    for row in rows:
        assert any(fits(row, engagement) for engagement in found), row


def test_talks_of_several_days_end_when_the_second_verb_says() -> None:
    text = "Talks between Armenia and Georgia are to start on Friday and run until Sunday."
    (talks,) = read(text, published="2024-03-07").engagements
    assert talks.when is not None
    assert (talks.when.end, talks.when.precision) == ("2024-03-10", "range")
    (one,) = read(
        "Talks between Armenia and Georgia started on Tuesday and Peru voted on Friday.", published="2024-03-07"
    ).engagements
    assert one.when is not None
    assert one.when.end == "2024-03-05"


def test_what_they_last_did_in_a_stretch_without_a_day_is_background() -> None:
    text = "Hakan Fidan met Sergei Lavrov in Antalya on Tuesday. They last saw each other in Sochi earlier this year."
    assert [engagement.background for engagement in read(text, published="2024-03-07").engagements] == [False, True]
