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
meeting held UKR/VAT | Volodymyr Zelensky was in Rome on Saturday. Pope Francis gave him 40 minutes.
nothing | Moscow gave the British ambassador, Deborah Bronnert, 48 hours to leave.
nothing | Emmanuel Macron had an hour to decide.
nothing | Moussa Faki Mahamat had called them to Pretoria.
call held JPN/KOR ; call held AUS/JPN | Fumio Kishida phoned his South Korean and Australian counterparts on Friday.
meeting held KHM/MYS/THA | The host, Anwar Ibrahim of Malaysia, seated Hun Manet at one table with Thailand's Srettha Thavisin.
""".strip().splitlines()


@pytest.mark.parametrize("line", LINES)
def test_all_that_it_tells_is_read_and_no_more(line: str) -> None:
    wanted, text = line.split(" | ")
    found = read(text.replace(r"\n", "\n"), published="2023-06-03").engagements
    told = sorted(f"{e.kind} {e.status} {'/'.join(e.parties)}" for e in found)
    assert told == ([] if wanted == "nothing" else sorted(wanted.split(" ; ")))
