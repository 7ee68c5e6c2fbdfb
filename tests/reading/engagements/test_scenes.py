"""Scenes: contact told by what was seen of it, by clauses and by who stood where, in our words. Printed on 3 June 2023.

A line names all engagements that its text holds, kind, status and parties of each, or nothing: what looks alike stands among
them and must give none.
"""

from __future__ import annotations

import pytest

from memcon import read

LINES = r"""
meeting planned ARM/AZE/RUS | Nikol Pashinyan and Ilham Aliyev are to be Vladimir Putin's guests on July 25.
meeting held BRA/USA | Joe Biden spent Sunday in Brasília as the guest of Luiz Inácio Lula da Silva.
meeting held FRA/KAZ | Kassym-Jomart Tokayev was Emmanuel Macron's guest at the Elysee Palace in November.
meeting held DEU/IND | Narendra Modi, a guest of Olaf Scholz at the castle of Meseberg last week, praised the talks.
nothing | Olaf Scholz was not Xi Jinping's guest.
nothing | Emmanuel Macron was a guest on a television programme.
visit held FRA/KAZ | Emmanuel Macron was received with military honours in Astana on Wednesday.
visit planned IND/USA | Narendra Modi will be received in Washington on June 22.
nothing | Emmanuel Macron was not received in Algiers.
nothing | The proposal was received in Cairo with relief.
nothing | Emmanuel Macron was received at the town hall of Lyon.
visit held GHA/GMB/LBR/NGA | George Weah arrived in Banjul on Monday with Nigeria's Bola Tinubu and Ghana's Nana Akufo-Addo.
visit held ARE/JOR/SYR | Ayman Safadi travelled to Damascus with Abdullah bin Zayed of the United Arab Emirates on Sunday.
visit held FRA/UKR ; talks held FRA/UKR | Emmanuel Macron arrived in Kyiv on Monday for talks with Volodymyr Zelensky.
visit held RUS/UZB | Sergei Lavrov, on a visit to Tashkent for a conference on Afghanistan, attributed the arrests to Washington.
visit held CHN/SAU ; meeting held CHN/SAU | Wang Yi, on a visit to Riyadh, met Mohammed bin Salman on Tuesday.
visit held FRA/SRB | Emmanuel Macron, in Belgrade on a two-day visit, urged both sides to calm down.
dinner held EU/TUR | Charles Michel and Ursula von der Leyen sat down to a working dinner with Turkey's Recep Tayyip Erdogan.
meeting held COD/RWA | Félix Tshisekedi and Paul Kagame sat at the same table in Nairobi on Tuesday.
meeting held RUS/UKR | Sergei Lavrov and Dmytro Kuleba faced each other for 90 minutes in Antalya on Thursday.
meeting held KOR/PRK | Moon Jae-in sat opposite Kim Jong Un in Panmunjom.
nothing | Ukraine and Russia faced each other in court.
nothing | Emmanuel Macron and Olaf Scholz face each other over energy policy.
visit cancelled IDN/MMR | A visit to Naypyidaw which Retno Marsudi was considering was called off.
visit held CHN/TUR | The visit that Wang Yi paid to Ankara in May annoyed Washington.
talks held CHN/JPN | The conversation that Xi Jinping granted Fumio Kishida on Monday lasted 25 minutes.
meeting held EGY/ETH | The meeting that Abdel Fattah el-Sisi had with Abiy Ahmed in Sochi settled little.
summit cancelled AUS/USA | A summit that Anthony Albanese was to have hosted in Sydney with Joe Biden was called off.
call held FRA/RUS | The call Emmanuel Macron made to Vladimir Putin on Sunday took an hour.
meeting held IDN/MYS | Indonesia and Malaysia, whose leaders met in Jakarta on February 5, asked for calm.
meeting planned GRC/TUR | Greece and Turkey, whose foreign ministers will meet in Ankara on Monday, want to restart flights.
visit held KEN/UGA ; meeting held KEN/UGA | Kenya's William Ruto flew to Kampala on Friday and met Foreign Minister Okello Mugabi.
visit expected BEL/UKR | Volodymyr Zelensky is expected in Brussels on Saturday.
meeting expected CHN/USA | Antony Blinken is expected to meet Wang Yi in Jakarta.
nothing | A decision is expected in Brussels on Monday.
meeting held G7 | The Group of Seven opened its three-day meeting in Hiroshima on Friday.
summit held ASEAN | ASEAN wound up its summit in Labuan Bajo on Thursday.
nothing | Lula criticised the IMF at the G7 summit.
talks held FRA/UZB | Emmanuel Macron and Shavkat Mirziyoyev announced the deal after a walk across the square and almost three hours of discussions in Samarkand.
meeting held HTI/KEN | The agreement was signed in Nairobi on March 1, in the presence of William Ruto and Ariel Henry.
nothing | Emmanuel Macron unveiled the plan in the presence of the mayor.
meeting held CHN/SAU ; visit held CHN/TUR ; talks held CHN/TUR | From Riyadh, where Faisal bin Farhan received him on Wednesday, Wang Yi travelled on to Ankara for talks with Hakan Fidan.
visit held EGY/RUS ; talks held EGY/RUS ; visit planned RUS/UGA ; visit planned ETH/RUS | Sergei Lavrov began an African tour in Cairo on Sunday with talks with Sameh Shoukry and will proceed to Uganda and Ethiopia.
visit held IDN/THA ; meeting held IDN/MMR | Retno Marsudi flew to Bangkok, where she spoke for the first time with Myanmar's foreign minister.
talks held LKA/LTTE | Sri Lanka's government and the Tamil Tigers ended three days of talks in Oslo on Wednesday.
talks held COL/FARC | The Colombian government and the FARC opened a new round of negotiations in Havana.
meeting planned COD/RWA | The Joint Permanent Commission between Kinshasa and Kigali, which has not met for several years, will resume its work on July 12 in Luanda.
visit held CHN/FRA ; talks planned CHN/FRA | Emmanuel Macron arrived in Beijing on Wednesday. Talks with Xi Jinping are planned for Thursday.
visit held CHN/FRA ; talks held CHN/FRA | Emmanuel Macron arrived in Beijing on Wednesday. The first session with Xi Jinping began that afternoon.
visit held CHN/FRA | Emmanuel Macron arrived in Beijing on Wednesday. Talks between Xi Jinping and his ministers followed.
visit held HUN/UKR ; meeting held HUN/UKR | Viktor Orban travelled to Kyiv on Tuesday. There he urged Volodymyr Zelensky to accept a ceasefire.
nothing | Viktor Orban urged Volodymyr Zelensky not to go there.
visit held KEN/RUS | NAIROBI, June 3 - Sergei Lavrov had flown in on Friday.
visit held GIN/GMB/MRT | BANJUL, June 3 - Guinea's Mamady Doumbouya and Mohamed Ould Ghazouani of Mauritania had flown in on Friday for a last attempt.
nothing | PARIS, June 3 - Emmanuel Macron flew in on Friday.
summit held CARICOM/HTI | Ariel Henry came from Georgetown, where he had spent three days at CARICOM's regular summit.
meeting held CARICOM/GUY/JAM | Leaders of the Caribbean Community had convened in the Jamaican capital for an emergency meeting chaired by Guyana's Irfaan Ali and hosted by Andrew Holness.
meeting held COL/VEN | Gustavo Petro crossed the bridge at Cúcuta on Saturday to shake hands with Nicolás Maduro.
talks held IRN/SAU | Behind closed doors in Muscat, envoys from Iran and Saudi Arabia resumed talks on Thursday.
meeting held GRC/TUR | Kyriakos Mitsotakis got an hour with Recep Tayyip Erdogan on the edge of the summit in Vilnius on Wednesday.
meeting held AUS/FJI | Penny Wong, Australia's foreign minister, spent Tuesday in Suva, where she met Sitiveni Rabuka.
talks held ARM/AZE | Washington hosted a third round of talks between Armenia and Azerbaijan this week.
talks planned ARM/AZE | The next round of talks between Ararat Mirzoyan and Jeyhun Bayramov is to take place in Washington.
call held FRA/RUS | Emmanuel Macron spent 90 minutes on the phone with Vladimir Putin on Sunday.
call held CHN/UKR | In his first call with Volodymyr Zelensky since the invasion, Xi Jinping promised to send an envoy to Kyiv.
call held IND/USA | Joe Biden and Narendra Modi compared notes by telephone on Monday.
call planned AUS/CHN | A call between Anthony Albanese and Xi Jinping is being arranged for next week.
call held QAT/USA ; call held EGY/USA | Antony Blinken worked the phones on Saturday, calling his Qatari and Egyptian counterparts.
visit held GBR/UKR | Rishi Sunak made an unannounced trip to Kyiv on Friday.
visit held GBR/UKR | Rishi Sunak turned up in Kyiv on Friday.
visit held ARG/BRA | Javier Milei's trip to Brazil ended without a handshake with Lula.
visit cancelled IND/PAK | Bilawal Bhutto Zardari scrapped a trip to Goa at the last minute.
visit planned IND/USA | Narendra Modi heads for Washington on June 21.
meeting held CHN/HND | Xiomara Castro was welcomed by Xi Jinping outside the Great Hall of the People on Monday.
meeting held FRA/IND | Emmanuel Macron fêted Narendra Modi at the Louvre on Friday evening.
meeting planned JPN/USA | The White House said Joe Biden would host Fumio Kishida on January 13.
meeting held GEO/NATO | Jens Stoltenberg saw Irakli Garibashvili at NATO headquarters on Wednesday.
nothing | Emmanuel Macron and Olaf Scholz see eye to eye on Ukraine.
nothing | Xi Jinping met the target that Li Keqiang had set.
nothing | Russia called on Ukraine to surrender.
nothing | The Danish parliament met on Tuesday to discuss Greenland.
nothing | Emmanuel Macron would meet Vladimir Putin only if the shelling stopped.
nothing | Talks are no substitute for arms, Volodymyr Zelensky told Olaf Scholz in an interview on Sunday.
nothing | Volodymyr Zelensky told France Inter that Emmanuel Macron had been right.
nothing | Viktor Orban has sat across the table from many leaders.
nothing | India and China face each other along the line of control.
nothing | Ankara expects Stockholm to act in the coming weeks.
nothing | Polish farmers are expected in Warsaw on Monday.
nothing | Xi Jinping received a letter from the students of a school in Iowa.
meeting held KOR/SVK | Foreign Minister Park Jin received a courtesy call from Rastislav Káčer, Minister of Foreign and European Affairs of the Slovak Republic, on May 30.
meeting held JPN/PLW | On May 30, Mr. HAYASHI Yoshimasa, Minister for Foreign Affairs, held a meeting with H.E. Mr. Gustav AITARO, Minister of State of the Republic of Palau.
talks held AZE/GEO | Delegation-level talks led by Jeyhun Bayramov and Ilia Darchiashvili took place in Tbilisi.
visit held FJI/NZL ; lunch held FJI/NZL | Nanaia Mahuta flew to Suva, where Sitiveni Rabuka gave a lunch for her.
visit held ITA/UKR ; meeting held UKR/VAT | Volodymyr Zelensky was in Rome on Saturday. Pope Francis gave him 40 minutes.
nothing | Moscow gave the British ambassador, Deborah Bronnert, 48 hours to leave.
nothing | Emmanuel Macron had an hour to decide.
nothing | Moussa Faki Mahamat had called them to Pretoria.
call held JPN/KOR ; call held AUS/JPN | Fumio Kishida phoned his South Korean and Australian counterparts on Friday.
meeting held KHM/MYS/THA | The host, Anwar Ibrahim of Malaysia, seated Hun Manet at one table with Thailand's Srettha Thavisin.
visit held DEU/KEN ; meeting held DEU/KEN | Olaf Scholz landed in Nairobi on Friday. The chancellor met William Ruto at State House.
visit held DEU/KEN ; meeting held DEU/KEN | Olaf Scholz landed in Nairobi on Friday. Kenya's president received him at State House.
visit held DEU/KEN ; meeting held DEU/KEN | Olaf Scholz landed in Nairobi on Friday. At State House he was welcomed by President William Ruto.
talks held EGY/QAT | Sameh Shoukry was in Doha on Sunday for talks with his Qatari opposite number.
talks held EGY/QAT | In Doha, Egypt's top diplomat conferred with Mohammed bin Abdulrahman on Sunday.
meeting held BRA/PRY | Lula met the Paraguayan president, Mario Abdo Benítez, at the Itaipu dam on Friday.
meeting held ARG/URY | In Montevideo the two presidents, Alberto Fernández and Luis Lacalle Pou, met for an hour on Friday.
meeting held ARG/URY ; meeting planned ARG/URY | Alberto Fernández and Luis Lacalle Pou met in Montevideo on Friday. They agreed to meet again in Buenos Aires in July.
talks held IRN/IRQ ; meeting planned IRN/IRQ | Iran and Iraq held talks in Baghdad on Friday. Experts from the two countries are to convene in Basra next week.
meeting held AUS/IDN ; dinner held AUS/IDN | Anthony Albanese met Joko Widodo in Sydney on Tuesday and dined with him at Admiralty House.
meeting held CHN/MNG | Luvsannamsrai Oyun-Erdene, Mongolia's prime minister, was the guest of Li Qiang in Beijing on Tuesday.
breakfast held FRA/NGA ; lunch held FRA/ZAF | Emmanuel Macron had breakfast with Bola Tinubu and lunch with Cyril Ramaphosa on Thursday.
meeting held GBR/IRL | Rishi Sunak saw Leo Varadkar in Belfast, then flew home.
visit planned BRA/PRT | Lula will begin a four-day visit to Portugal on Saturday.
visit held BRA/PRT ; visit planned BRA/ESP | Lula ended a visit to Lisbon on Tuesday and goes on to Madrid.
visit postponed DEU/IND | Annalena Baerbock has put off her trip to New Delhi until the autumn.
visit cancelled GBR/TUR | A fault in his plane forced James Cleverly to call off a trip to Ankara.
meeting declined ISR/JOR | King Abdullah refused to receive Benjamin Netanyahu.
meeting declined CHN/USA | Li Shangfu turned down a meeting with Lloyd Austin in Singapore.
meeting denied BLR/POL | Warsaw denied that Mateusz Morawiecki had met Alexander Lukashenko.
meeting proposed KOR/PRK | Yoon Suk Yeol has offered to meet Kim Jong Un.
talks proposed SRB/XKX | Josep Borrell proposed talks between Aleksandar Vucic and Albin Kurti in Ohrid.
summit planned CHN/EU | The next China-EU summit will take place in Beijing in the autumn.
summit held EU/JPN | Fumio Kishida attended the EU-Japan summit in Brussels on Thursday.
summit held BRICS | The BRICS summit opened in Johannesburg on Tuesday.
meeting held AZE/RUS | Ilham Aliyev was in the Kremlin on Thursday to see Vladimir Putin.
letter held IRN/SAU | King Salman has written to Ebrahim Raisi.
letter held PRK/RUS | Kim Jong Un sent Vladimir Putin a message of congratulation.
call held EGY/SYR | It was Abdel Fattah el-Sisi who called Bashar al-Assad after the earthquake.
meeting held FIN/SWE | Sauli Niinistö and Ulf Kristersson appeared together before the press in Stockholm after a meeting on Wednesday.
talks held HUN/SWE | Talks that Ulf Kristersson and Viktor Orban had planned for Monday were moved to Budapest and held there on Tuesday.
visit held IRN/OMN ; meeting held IRN/OMN | Sultan Haitham of Oman ended a two-day visit to Tehran on Monday after meeting Ebrahim Raisi.
meeting held SDN/SSD | Salva Kiir received an envoy of Abdel Fattah al-Burhan in Juba on Friday.
talks held SDN/TUR | A delegation from Sudan held talks in Ankara on Friday with Hakan Fidan.
call held RUS/ZAF ; call held EGY/RUS | Vladimir Putin spoke by phone with Cyril Ramaphosa on Monday and with Abdel Fattah el-Sisi on Tuesday.
meeting held JPN/PHL | After two hours with Fumio Kishida in Tokyo, Ferdinand Marcos said the two had found common ground.
meeting held AUS/TLS | José Ramos-Horta and Penny Wong were seen walking by the harbour in Dili after they had met.
meeting held GEO/HUN | Irakli Garibashvili, who saw Viktor Orban in Budapest on Thursday, praised the host.
nothing | Emmanuel Macron has invited nobody.
nothing | Talks between the government and the opposition broke down.
nothing | The meeting of the central bank in Ankara ended late.
nothing | Lula and Bolsonaro debated in São Paulo.
nothing | Turkey and Greece are neighbours who rarely talk.
nothing | Xi Jinping's letter to the party congress praised Vladimir Lenin.
nothing | Had Emmanuel Macron met Vladimir Putin, he would have told him so.
dinner held JPN/KOR | Fumio Kishida hosted a dinner for Yoon Suk Yeol in Ginza, after which the two leaders walked.
dinner held FRA/IND | Emmanuel Macron gave a banquet for Narendra Modi at the Louvre on Friday.
lunch held BRA/CHL | Lula held a lunch in honour of Gabriel Boric at the palace of Itamaraty on Tuesday.
dinner planned IND/USA | Joe Biden will host a state dinner for Narendra Modi on June 22.
nothing | Emmanuel Macron gave a dinner for French mayors on Friday.
nothing | Xi Jinping gave a lunch for the press.
dinner held EGY/TUR | A dinner for Hakan Fidan was given by Sameh Shoukry on Saturday.
nothing | Emmanuel Macron and Olaf Scholz paid for lunch.
nothing | The historic summit, in which Joe Biden and Fumio Kishida launched a new era, was far away.
meeting held GRC/TUR ; meeting planned GRC/TUR | Kyriakos Mitsotakis met Recep Tayyip Erdogan in Vilnius on Wednesday. They directed their foreign ministers to hold a meeting in Ankara in September.
meeting held CHN/IND ; meeting planned CHN/IND | Narendra Modi met Xi Jinping in Kazan on Wednesday. The leaders instructed their special representatives to meet at an early date.
meeting held IRQ/UN | The UN envoy, Jeanine Hennis-Plasschaert, saw Iraq's prime minister in Baghdad on Sunday.
meeting held USA/YEM | The American envoy for Yemen, Tim Lenderking, met Rashad al-Alimi in Aden on Sunday.
talks held EU/IRN | The EU's coordinator, Enrique Mora, had two days of talks in Tehran with Ali Bagheri Kani, Iran's chief negotiator.
meeting held ETH/USA | Washington's envoy to the Horn of Africa, Mike Hammer, was received by Demeke Mekonnen in Addis Ababa.
talks held FRA/MLI | A French delegation headed by Catherine Colonna held talks in Bamako on Monday with Abdoulaye Diop, the foreign minister of Mali.
meeting held BGR/MKD | Bulgaria's Rumen Radev and his colleague Stevo Pendarovski met in Sofia on Friday.
meeting held NOR/VEN | Norwegian mediators shuttled between hotel rooms; on Sunday they met Jorge Rodríguez, who leads Venezuela's delegation.
visit held GBR/RWA | Suella Braverman, the British interior minister, toured a housing estate in Kigali on Sunday.
visit planned CHN/DEU | Robert Habeck is to leave for Beijing on Tuesday.
visit ongoing JPN/KEN | NAIROBI, June 3 - Fumio Kishida is in Kenya on the third leg of an African tour.
meeting held HUN/TUR | Viktor Orban dropped in on Recep Tayyip Erdogan in Istanbul on Saturday.
summit held EU/UKR | At the EU-Ukraine summit in Kyiv in February Charles Michel promised fast accession.
summit planned AU/EU | Leaders of the African Union and the European Union will hold a summit in Luanda in November.
meeting held IRN/RUS/SYR/TUR | The defence ministers of Russia, Turkey, Syria and Iran sat down together in Moscow in April.
call held MEX/USA | Andrés Manuel López Obrador said on Monday that Joe Biden had assured him in a telephone call that the wall would not be built.
call held BLR/RUS | Alexander Lukashenko told reporters that he had rung Vladimir Putin on Saturday.
meeting denied ISR/SAU | Riyadh denied reports of a meeting between Benjamin Netanyahu and Mohammed bin Salman in Neom.
meeting postponed CHN/GBR | A meeting between Rishi Sunak and Xi Jinping, due on Wednesday in Bali, was put off at the last moment.
visit postponed CHN/USA | The balloon led Antony Blinken to postpone his trip to Beijing.
meeting held AUS/CHN ; visit expected AUS/CHN | Penny Wong met Qin Gang in New Delhi in March. He is expected in Canberra in July.
meeting held CHN/IND ; meeting planned CHN/IND | Narendra Modi met Xi Jinping in Kazan on Wednesday. The leaders instructed their foreign ministers to meet at an early date.
meeting planned CHN/IND | The leaders of India and China instructed their special envoys to meet soon in Delhi.
meeting planned EGY/SDN | The summit directed the finance ministers of Egypt and Sudan to hold a meeting in Khartoum in July.
nothing | Emmanuel Macron and Olaf Scholz tasked their defence ministers with a plan.
meeting planned JPN/LKA ; meeting planned JPN/LKA | Yoshimasa Hayashi is due to call on Ali Sabry in Colombo, followed by a meeting with President Ranil Wickremesinghe.
meeting held EGY/JOR ; dinner held EGY/JOR | Sameh Shoukry met Ayman Safadi in Amman on Monday, followed by dinner with King Abdullah.
meeting held DEU/POL ; lunch held DEU/POL | Olaf Scholz met Mateusz Morawiecki in Warsaw on Friday, followed by a lunch with President Andrzej Duda.
talks held DEU/POL | Olaf Scholz and Mateusz Morawiecki held talks in Warsaw, followed by a news conference.
nothing | BAMAKO, June 3 - French troops landed on Friday.
nothing | BAMAKO, June 3 - A French plane with aid arrived on Friday.
nothing | BAMAKO, June 3 - Forty French soldiers arrived late on Friday.
nothing | Russian aid workers were received with applause in Damascus.
nothing | Lionel Messi was received in Dhaka by fans.
nothing | Chinese tourists are expected in Bali in July.
nothing | Emmanuel Macron gave Olaf Scholz a book.
nothing | Emmanuel Macron had two hours of rest.
nothing | Vladimir Putin and Joe Biden face each other over Ukraine.
nothing | Volodymyr Zelensky was the guest of a podcast.
nothing | Turkey, whose foreign minister spoke on Monday, wants calm.
nothing | Kenya, whose leaders meet in parliament on Tuesday, will vote.
nothing | The bill was signed in the presence of Emmanuel Macron and Catherine Colonna.
nothing | Joe Biden toured a factory in Ohio.
nothing | There Emmanuel Macron thanked Catherine Colonna.
""".strip().splitlines()


@pytest.mark.parametrize("line", LINES)
def test_all_that_it_tells_is_read_and_no_more(line: str) -> None:
    wanted, text = line.split(" | ")
    found = read(text.replace(r"\n", "\n"), published="2023-06-03").engagements
    told = sorted(f"{e.kind} {e.status} {'/'.join(e.parties)}" for e in found)
    assert told == ([] if wanted == "nothing" else sorted(wanted.split(" ; ")))
