"""Engagements of single sentences, printed on Thursday 7 March 2024: kind, status, parties; then what else must be right."""

from __future__ import annotations

import pytest

from markup import parse_example, read_marked
from memcon.record import Engagement

HELD = """
meeting held RUS/TUR | [Lavrov|RUS] {met} with [Fidan|TUR] in Ankara on <Tuesday=2024-03-05>.
talks held CHN/IND | On the sidelines of the Munich Security Conference, [Wang Yi|CHN] held {talks} with [Jaishankar|IND].
call held JPN/KOR | [Kishida|JPN] and [Yoon|KOR] {spoke} by phone on <Monday=2024-03-04> for 40 minutes.
meeting held AGO/ZAF | [Ramaphosa|ZAF] {received} [Lourenco|AGO] at the Union Buildings in Pretoria.
meeting held BRA/IDN | The Indonesian president was {received} by [Lula|BRA] in Brasilia on <Friday=2024-03-01>.
meeting held EGY/TUR | After {meeting} [Erdogan|TUR] in Ankara, [Sisi|EGY] said that trade would double.
visit held EGY/QAT | After meeting Erdogan in Ankara, [Sisi|EGY] {travelled} to Doha.
talks held ARM/AZE/DEU | Talks between [Pashinyan|ARM] and [Aliyev|AZE] hosted by [Scholz|DEU] in Munich lasted three hours.
talks held EGY/ETH/SDN | Trilateral {talks} between Egypt, Sudan and Ethiopia ended in Addis Ababa on <Sunday=2024-03-03>.
meeting held CHN/IRN/RUS | Foreign ministers of China, Russia and Iran {met} in Beijing on <Friday=2024-03-01>.
call held AUS/PHL | [Marcos|PHL] and [Albanese|AUS] held a virtual {meeting} on <Tuesday=2024-03-05>.
dinner held SAU/UKR | Saudi Arabia's crown prince hosted [Zelensky|UKR] for {dinner} in Jeddah last week.
call held GBR/IND | [Sunak|GBR]'s {call} with [Modi|IND] on <Friday=2024-03-01> focused on trade.
meeting held JPN/PHL | Foreign Minister [Kamikawa|JPN] paid a courtesy {call} on President [Marcos|PHL] in Manila.
meeting held BRA/CHL/COL | [Boric|CHL], [Petro|COL] and [Lula|BRA] {met} in Santiago and discussed Venezuela.
meeting held KEN/UGA | Kenyan President [Ruto|KEN] on <Tuesday=2024-03-05> {hosted} his Ugandan counterpart Museveni.
call held MYS/PAK | A phone {call} between [Anwar Ibrahim|MYS] and [Sharif|PAK] lasted half an hour.
visit held JPN/USA | Prime Minister [Kishida|JPN] {departed} for Washington on <Monday=2024-03-04>.
talks held CHN/VNM | During his visit to Hanoi, [Xi|CHN] held {talks} with [Nguyen Phu Trong|VNM].
visit held CHN/VNM | During his {visit} to Hanoi, [Xi|CHN] held talks with Nguyen Phu Trong.
talks held IRN/SAU | Iran and Saudi Arabia held a fifth round of {talks} in Baghdad in April 2022.
meeting held KEN/UGA | The leaders of Kenya and Uganda {met} in Nairobi on <Tuesday=2024-03-05>.
visit held CHN/DEU | [Scholz|DEU] began a three-day {visit} to China on <Sunday=2024-03-03>.
letter held IND/MDV | [Modi|IND] sent a {letter} to [Muizzu|MDV] on <Monday=2024-03-04>.
call held IND/RUS | [Modi|IND] had a telephone {conversation} with President of Russia [Putin|RUS] <today=2024-03-07>.
meeting held EGY/UN | [Guterres|UN] {met} with [Sisi|EGY] in Cairo and then travelled to Rafah.
visit held PSE/UN | [Guterres|UN] met with Sisi in Cairo and then {travelled} to Rafah.
meeting held EU/ISR | The EU's [Borrell|EU] {met} with [Katz|ISR] in Jerusalem.
summit held CHN/USA | The {summit} between [Biden|USA] and [Xi|CHN] in Woodside took place in November.
meeting held GRC/TUR | Turkish and Greek ministers {met} in Ankara on <Tuesday=2024-03-05>.
"""

TO_COME = """
meeting planned RUS/TUR | [Lavrov|RUS] will {meet} [Fidan|TUR] in Antalya next week.
visit planned CUB/RUS | [Lavrov|RUS] is scheduled to {arrive} in Havana on <Monday=2024-03-11>.
visit planned BTN/IND | [Modi|IND] to {visit} Bhutan next week
visit planned CHN/FRA | [Xi Jinping|CHN], president of China, will pay a state {visit} to France from May 5 to 7.
visit planned FRA/KAZ | President [Tokayev|KAZ] accepted an invitation from Macron to {visit} Paris in November.
meeting planned GRC/TUR | The Turkish and Greek leaders are due to {meet} in Ankara in May.
visit planned EU/ISR | The EU's [Borrell|EU] will {travel} to Israel on <Friday=2024-03-08>, where he will meet with Katz.
meeting planned EU/ISR | The EU's [Borrell|EU] will travel to Israel on Friday, where he will {meet} with [Katz|ISR].
meeting expected BRA/CHN | [Lula|BRA] hopes to {meet} [Xi|CHN] in Kazan.
visit expected CHN/RUS | [Putin|RUS] is expected to {visit} China in May.
meeting expected IND/PAK | It could pave the way for a {meeting} between [Modi|IND] and [Sharif|PAK] later this year.
meeting proposed RUS/UKR | [Erdogan|TUR] proposed a {meeting} between [Putin|RUS] and [Zelensky|UKR] in Istanbul.
visit invited IND/PAK | [Modi|IND] invited [Sharif|PAK] to {visit} Delhi.
visit ongoing JPN/KEN | [Ruto|KEN] is {visiting} Tokyo this week.
talks ongoing ARM/AZE | [Mirzoyan|ARM] and [Bayramov|AZE] are holding {talks} in Berlin.
"""

CALLED_OFF = """
visit postponed IND/ISR | [Netanyahu|ISR] postponed a {trip} to New Delhi that had been planned for September.
meeting cancelled HUN/UKR | [Orban|HUN] had hoped to {meet} [Zelensky|UKR] in Kyiv, but the meeting was called off.
meeting cancelled RUS/USA | [Blinken|USA] cancelled a planned {meeting} with [Lavrov|RUS] in Geneva.
visit cancelled PAK/SAU | The {visit} by Prime Minister [Sharif|PAK] to Riyadh was called off on Tuesday.
talks cancelled ARM/AZE | {Talks} between Armenia and Azerbaijan were broken off on <Monday=2024-03-04>.
meeting declined RUS/UKR | [Zelensky|UKR] turned down a proposal to {meet} [Lavrov|RUS].
meeting declined ISR/TUR | [Erdogan|TUR] refused to {meet} [Netanyahu|ISR].
meeting denied KOR/PRK | [Kim Jong Un|PRK] has no plans to {meet} [Yoon|KOR], the foreign ministry said.
meeting denied RUS/SYR | The Kremlin denied that [Putin|RUS] had {met} with [Assad|SYR] last week.
"""

NONE = """
[Lavrov|RUS] did not {meet} with [Fidan|TUR].
[Lula|BRA] left Beijing without {meeting} [Xi|CHN].
If [Putin|RUS] and [Zelensky|UKR] {meet}, Istanbul would be the place.
[Meloni|ITA] congratulated [Ruto|KEN] on Monday.
[Macron|FRA] {met} French farmers in Paris.
[Ruto|KEN] {met} his cabinet in Nairobi.
Both leaders {welcomed} the dialogue on trade.
[Modi|IND] {called} for restraint in the Red Sea.
[Kishida|JPN] {met} the target for defence spending.
"""


def rows(block: str) -> list[tuple[str, str]]:
    return [tuple(part.strip() for part in line.split(" | ", 1)) for line in block.strip().splitlines()]  # type: ignore[misc]


def told(engagement: Engagement) -> str:
    return f"{engagement.kind} {engagement.status} {'/'.join(engagement.parties)}"


@pytest.mark.parametrize(("wanted", "marked"), [*rows(HELD), *rows(TO_COME), *rows(CALLED_OFF)])
def test_a_sentence_gives_its_engagement(wanted: str, marked: str) -> None:
    example, record = read_marked(marked)
    found = [told(engagement) for engagement in record.engagements]
    assert wanted in found
    for time in example.times:
        starts = [e.when.start for e in record.engagements if told(e) == wanted and e.when]
        assert time.value in starts


@pytest.mark.parametrize("marked", NONE.strip().splitlines())
def test_what_did_not_happen_or_is_no_diplomacy_gives_none(marked: str) -> None:
    _, record = read_marked(marked)
    assert [told(engagement) for engagement in record.engagements] == []


def test_what_the_text_says_did_not_happen_is_held_back_with_the_reason() -> None:
    _, record = read_marked("[Lavrov|RUS] did not {meet} with [Fidan|TUR].")
    assert [item.reason for item in record.held_back if item.what == "engagement"] == ["the text says that it did not happen"]


@pytest.mark.parametrize(
    ("marked", "minutes", "approximate"),
    [
        ("{Talks} between [Pashinyan|ARM] and [Aliyev|AZE] in Prague lasted nearly six hours.", 360, True),
        ("[Xi|CHN] had a two-hour {meeting} with [Lula|BRA] in Beijing.", 120, False),
        ("[Kishida|JPN] and [Yoon|KOR] {spoke} by phone for 40 minutes.", 40, False),
        ("[Zelensky|UKR] had a {conversation} with [Tusk|POL], which lasted an hour and a half.", 90, False),
    ],
)
def test_how_long(marked: str, minutes: int, approximate: bool) -> None:
    _, record = read_marked(marked)
    duration = record.engagements[0].duration
    assert duration is not None
    assert (duration.minutes, duration.approximate) == (minutes, approximate)


@pytest.mark.parametrize(
    ("marked", "name", "country"),
    [
        ("[Lavrov|RUS] {met} with [Fidan|TUR] in Ankara on Tuesday.", "Ankara", "TUR"),
        ("[Ramaphosa|ZAF] {received} [Lourenco|AGO] at the Union Buildings in Pretoria.", "Union Buildings", "ZAF"),
        ("[Biden|USA] {met} [Xi|CHN] in Bali, Indonesia, in November 2022.", "Bali", "IDN"),
        ("[Kishida|JPN] and [Yoon|KOR] {spoke} by phone on Monday.", None, None),
    ],
)
def test_where(marked: str, name: str | None, country: str | None) -> None:
    _, record = read_marked(marked)
    place = record.engagements[0].place
    assert (place.name, place.country) == (name, country)


def test_host_and_visitor() -> None:
    _, record = read_marked("[Ramaphosa|ZAF] {received} [Lourenco|AGO] in Pretoria.")
    assert {person.country: person.role for person in record.engagements[0].participants} == {"ZAF": "host", "AGO": "visitor"}


def test_separate_counterparts_are_separate_engagements() -> None:
    _, record = read_marked("[Lula|BRA] {spoke} separately on Monday with [Putin|RUS] and [Zelensky|UKR].")
    assert [told(engagement) for engagement in record.engagements] == ["call held BRA/RUS", "call held BRA/UKR"]


def test_the_reason_and_the_old_date_of_a_postponed_trip() -> None:
    _, record = read_marked(
        "[Wang Yi|CHN]'s {trip} to New Delhi, which had originally been planned for <February=2024-02>, "
        "was postponed over a border clash."
    )
    visit = record.engagements[0]
    assert (visit.status, visit.reason) == ("postponed", "a border clash")
    assert [(change.status, change.when and change.when.start) for change in visit.history] == [("planned", "2024-02-01")]


def test_how_it_was_called_and_by_whom() -> None:
    _, record = read_marked("[Xi|CHN] {met} with [Lula|BRA] for talks that both sides described as “frank” and “constructive”.")
    described = {item.text: item.by for item in record.engagements[0].described_as}
    assert described == {"frank": ("BRA", "CHN"), "constructive": ("BRA", "CHN")}


def test_who_reports_it() -> None:
    _, record = read_marked("[Xi|CHN] {met} [Lula|BRA] on Monday, according to the Kremlin.")
    assert [reporter.country for reporter in record.engagements[0].reported_by] == ["RUS"]


def test_long_ago_is_background() -> None:
    _, record = read_marked("[Erdogan|TUR] and [Mitsotakis|GRC] last {met} in Athens in December.")
    assert record.engagements[0].background


def test_marks_are_read_as_meant() -> None:
    assert parse_example("[Lavrov|RUS] {met} him.").text == "Lavrov met him."


STRANGERS = [
    ("[Meloni|ITA] {met} with Tomas Novak, security adviser to the Czech prime minister, in Prague.", {"CZE", "ITA"}),
    ("[Ruto|KEN] {spoke} with Coordinating Minister Agus Wiranto of Indonesia.", {"IDN", "KEN"}),
    ("[Ruto|KEN] {spoke} with President Ursula von der Leyen of the European Commission.", {"EU", "KEN"}),
]


@pytest.mark.parametrize(("marked", "parties"), STRANGERS)
def test_people_nobody_knows_have_the_party_of_their_words(marked: str, parties: set[str]) -> None:
    _, record = read_marked(marked)
    assert [set(engagement.parties) for engagement in record.engagements] == [parties]


def test_the_other_party_may_stand_in_the_next_sentences() -> None:
    text = "Prime Minister Anwar Ibrahim met with General Somchai Rattanakosin. Malaysia and Thailand share a border. "
    text += "Both countries agreed to patrol it together."
    record = read_marked(text)[1]
    assert {"MYS", "THA"} in [set(engagement.parties) for engagement in record.engagements]


def test_a_name_is_spelled_as_the_text_spells_it() -> None:
    _, record = read_marked("[Macron|FRA] {met} Prime Minister Ingrida Simonyte of Lithuania in Paris.")
    assert "Ingrida Simonyte" in {person.name for person in record.engagements[0].participants}


def test_the_lead_tells_of_one_occasion_what_follows_of_several() -> None:
    _, lead = read_marked("[Ruto|KEN] {met} with [Museveni|UGA] and [Kagame|RWA] in Arusha.")
    assert [told(engagement) for engagement in lead.engagements] == ["meeting held KEN/RWA/UGA"]
    _, later = read_marked("The week was busy. [Ruto|KEN] {met} with [Museveni|UGA] and [Kagame|RWA] in Arusha.")
    assert sorted(told(engagement) for engagement in later.engagements) == ["meeting held KEN/RWA", "meeting held KEN/UGA"]


def test_banks_and_courts_among_themselves_are_no_diplomacy() -> None:
    _, record = read_marked("The World Bank {met} with the Permanent Court of Arbitration.")
    assert record.engagements == ()


def test_a_delegation_is_its_leader() -> None:
    _, record = read_marked("A Japanese delegation led by [Kamikawa|JPN] {visited} Kyiv in January.")
    assert "Yoko Kamikawa" in {person.name for person in record.engagements[0].participants}
