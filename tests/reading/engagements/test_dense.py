"""Engagements told in passing, as wires and ministries tell them, in our words. Printed on Saturday 3 June 2023."""

from __future__ import annotations

import pytest

from memcon import read
from reading.engagements.expected import fits

# kind, status, parties, start and place ("-" leaves it open) | the text
READ = """
call held CHN/KOR - - | Park Jin told Wang Yi by phone on Monday that Seoul would not accept it.
call held FRA/SEN 2023-05-27 - | Macky Sall thanked Emmanuel Macron by telephone last Saturday.
call held JOR/USA - - | Ayman Safadi raised it with Antony Blinken over the phone.
call expected CHN/USA - - | Xi Jinping and Joe Biden may talk by phone.
talks held DEU/FRA - - | Emmanuel Macron called Olaf Scholz a friend after talks in Berlin on Tuesday.
talks planned CHN/USA - Jakarta | Antony Blinken will take up the case with Wang Yi in Jakarta.
meeting held CHN/USA 2022-11-01 Indonesia | It could set the stage for a meeting between Joe Biden and Xi Jinping, who last met in Indonesia last November.
meeting planned RUS/USA - Sochi | A meeting between Mike Pompeo and Sergei Lavrov in the Black Sea resort city of Sochi is planned.
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
visit postponed ESP/USA - Washington | Pedro Sanchez postponed his planned Washington visit.
visit planned ESP/USA - Washington | Talks with Joe Biden were part of the planned Washington visit by Pedro Sanchez.
visit cancelled CHN/USA - Beijing | Antony Blinken's Beijing trip was called off.
visit planned GTM/TWN - Guatemala | President Tsai Ing-wen sets out on Wednesday on a ten-day journey to Guatemala and Belize.
visit ongoing CHN/RUS - Russia | Xi Jinping is on a three-day state visit to Russia.
visit held BRA/CHN - Beijing | Lula concluded his stay in Beijing on Friday.
visit held MLI/TUR - - | Mevlut Cavusoglu ended a tour of Africa on Sunday that took him to Niger, Chad and Mali.
visit planned MLI/TUR - - | Mevlut Cavusoglu leaves on Monday for a tour that will take him to Niger, Chad and Mali.
visit held BDI/RUS - - | Sergei Lavrov began an African tour on Monday, with stops in Kenya and Burundi.
visit held KEN/RUS - NAIROBI | NAIROBI - Sergei Lavrov arrived here on Monday for talks with William Ruto.
visit held QAT/TUR - Doha | From there Recep Tayyip Erdogan passed on Tuesday to Doha.
visit held ISR/RUS - Moscow | Benjamin Netanyahu hurried to Moscow to be received by Vladimir Putin.
visit postponed LBY/TUR - Libya | A Turkish trade mission to Libya planned for October was postponed.
visit held RUS/SYR - Sochi | Vladimir Putin was in Sochi, hours after an unannounced visit there by Bashar al-Assad.
visit held DEU/JPN - Japan | Olaf Scholz's journey to China was preceded by a two-day visit to Japan.
visit invited IRQ/KWT - - | Kuwait's emir invited Iraqi Prime Minister Mohammed al-Sudani to visit his country.
lunch held BRA/CHN - - | At a lunch that Xi Jinping gave for Lula in Beijing, they discussed trade.
talks held DEU/FRA - - | At two hours of talks on Wednesday Olaf Scholz promised Emmanuel Macron new credit.
talks held AFG/PAK/QAT/TUR - Doha | Pakistan and Afghanistan agreed on a ceasefire at talks in Doha mediated by Qatar and Turkey.
meeting held ITA/UKR - - | Volodymyr Zelensky paid a farewell call on Sergio Mattarella.
meeting held EGY/TUR - - | Recep Tayyip Erdogan spent an hour with Abdel Fattah el-Sisi in Cairo.
meeting held ARM/AZE/EU - - | Aliyev and Pashinyan met on Sunday for talks hosted by European Council President Charles Michel.
meeting held DEU/IND - - | Narendra Modi held several meetings on Monday, including with Olaf Scholz and Giorgia Meloni.
meeting planned KOR/USA - - | US envoy Sung Kim is to meet senior officials including South Korean negotiator Kim Gunn.
talks planned DEU/FRA/UKR - - | Negotiations involving representatives of Ukraine, France and Germany are planned for Wednesday.
summit held ECOWAS - Abuja | ECOWAS leaders ordered a standby force after a summit in Abuja.
meeting planned CHN/PAK - - | Wang Yi would call on Prime Minister Shehbaz Sharif, the ministry said.
meeting held RWA/SDN/TCD - - | Omar al-Bashir met on the sidelines of the summit with the Chadian President, Idriss Deby, and Paul Kagame.
visit held CHN/PAK - China | Bilawal Bhutto Zardari reached China for a two-day visit.
meeting planned CHN/PAK - - | Bilawal Bhutto Zardari will hold meetings with important personalities, including Wang Yi and Li Qiang.
meeting held EGY/TGO - - | Sameh Shoukry met with counterparts from Ghana, Sudan, Togo and Rwanda.
talks held AUS/WSM - - | Penny Wong held talks with Nanaia Mahuta, and with Fiame Naomi Mata'afa.
meeting planned NATO/UKR - Brussels | The NATO-Ukraine Council will meet in Brussels on Wednesday.
meeting proposed NATO/UKR - - | Kyiv proposed to hold a meeting of the NATO-Ukraine Commission in the coming days.
visit planned CHN/JPN - - | Fumio Kishida plans to visit the Shanghai World Expo in June.
visit held DEU/UKR - - | Olaf Scholz visited Kyiv's cathedral on Friday.
meeting planned PIF 2023-07-11 Suva | The leaders of the Pacific Islands Forum are due to gather in Suva from July 11 to 14.
talks held CHN/USA - - | Joe Biden sent Antony Blinken to Beijing for talks with Wang Yi.
lunch held IND/PAK - - | Shehbaz Sharif arrived in New Delhi. The day began with lunch at Hyderabad House given by Narendra Modi.
meeting held GBR/UKR - Chequers | Rishi Sunak embraced Volodymyr Zelensky at Chequers on Monday.
visit planned LBN/VAT - Lebanon | Pope Francis has promised Najib Mikati to go to Lebanon.
visit invited CHN/IND - Delhi | Narendra Modi invited Xi Jinping to Delhi.
visit invited EGY/IND - Egypt | Narendra Modi would be welcome to visit Egypt, said Sameh Shoukry.
visit proposed DEU/UKR - Kyiv | Emmanuel Macron asked Olaf Scholz to visit Kyiv.
summit held HUN/NATO - - | Viktor Orban flew to Washington, where he attended NATO's summit.
conference held IRN/OIC - - | Hossein Amir-Abdollahian was in Istanbul for a conference of the Organisation of Islamic Cooperation.
talks held HUN/USA - - | Viktor Orban discussed peace over a conversation with Joe Biden at Camp David.
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
summit G20/GBR | Gordon Brown welcomed Lee Myung-bak before the G20 summit on Thursday.
call EU/POL | Ursula von der Leyen and Mateusz Morawiecki spoke in his honour at the ceremony.
visit CHN/GBR | Keir Starmer commented on the visit to Beijing.
talks DEU/ITA | Narendra Modi met Olaf Scholz and Giorgia Meloni at the 74th session of the UN General Assembly.
talks RUS/TUR | Sergei Lavrov met Hakan Fidan in Sochi. They considered the schedule of upcoming talks.
talks CHN/USA | China had not agreed to restore contacts between the two militaries, Lloyd Austin said.
visit PAK/USA | No purpose would be served by Wendy Sherman going to Islamabad.
visit CHN/PAK | During the visit, Wang Yi and Pakistan's foreign minister Bilawal Bhutto Zardari will hold a third strategic dialogue.
visit DJI/KEN | William Ruto welcomed Ismail Omar Guelleh on a visit to Nairobi by Abiy Ahmed.
visit FRA/UKR | The accord on Kyiv was reached by Emmanuel Macron.
dinner RUS/UZB | Sergei Lavrov and Bakhtiyor Saidov saw the hall of the dinner hosted for the guests.
meeting EGY/JOR | They met with the foreign ministers of Egypt and Jordan.
meeting EGY/JOR | Stranberg received the leaders of Egypt and Jordan on Monday.
talks DEU/FRA | Emmanuel Macron met Olaf Scholz in Paris. The next round of the Turkish election will be held in May 2028.
""".strip().splitlines()


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


def test_the_span_of_a_count_is_no_length() -> None:
    text = "Antony Blinken met Wang Yi on Friday, their second meeting in just over a week."
    assert [engagement.duration for engagement in read(text, published="2023-06-03").engagements] == [None]


def test_the_two_are_those_of_the_sentence_before() -> None:
    text = (
        "Sergei Lavrov met Antony Blinken. Vladimir Putin received Blinken. It was the second meeting of the two top diplomats. "
        "The two met in Rome in May."
    )
    last = [e for e in read(text, published="2023-06-03").engagements if e.place.name == "Rome"]
    assert [{p.name for p in engagement.participants} for engagement in last] == [{"Sergei Lavrov", "Antony Blinken"}]
