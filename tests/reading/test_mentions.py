"""Who is named: titles and names in their orders, appositions, shortened names, groups, bodies, capitals and places."""

from __future__ import annotations

from itertools import pairwise

import pytest

from markup import parse_example, shared_reader
from memcon import intake
from memcon.reading.actors import Mention

# [words|PARTY|full name]: one mention with exactly these words, of this party, resolved to this person.
PEOPLE = """
2023-06-19 [Chinese Foreign Minister Qin Gang|CHN|Qin Gang] flew home.
2022-06-19 [Qin Gang|CHN|Qin Gang], [China's ambassador to Washington|CHN], flew home.
2023-06-19 [Blinken|USA|Antony Blinken] met [Wang Yi|CHN|Wang Yi], [China's top diplomat|CHN|Wang Yi].
2023-06-19 [Iran's president, Ebrahim Raisi|IRN|Ebrahim Raisi], spoke.
2023-06-19 [The Iranian president, Ebrahim Raisi|IRN|Ebrahim Raisi], spoke.
2023-06-19 [Foreign Minister Elin Sand of Norway|NOR|Elin Sand] spoke, and [Sand|NOR|Elin Sand] left.
2023-06-19 [President Joseph R. Biden|USA|Joe Biden], Jr. spoke.
2023-06-19 [NATO Secretary General Jens Stoltenberg|NATO|Jens Stoltenberg] spoke.
2023-06-19 [EU foreign policy chief Josep Borrell|EU|Josep Borrell] spoke.
2023-06-19 [State Department spokesman Matthew Miller|USA|Matthew Miller] spoke.
2023-06-19 [US officials|USA], including [former House Speaker Nancy Pelosi|USA|Nancy Pelosi], left.
2023-06-19 [Russia's Lavrov|RUS|Sergei Lavrov] spoke.
2023-06-19 [Japanese Prime Minister Fumio Kishida|JPN|Fumio Kishida] and [Kishida Fumio|JPN|Fumio Kishida] are one man.
2023-06-19 [South Korean President Yoon Suk-yeol|KOR|Yoon Suk-yeol] spoke.
2013-03-20 [Chinese Premier Li Keqiang|CHN|Li Keqiang] spoke.
2024-03-20 [Chinese Premier Li Qiang|CHN|Li Qiang] spoke.
2003-03-20 [President Bush|USA|George W. Bush] called [Prime Minister Blair|GBR|Tony Blair].
2023-06-19 [Brazil's Lula|BRA|Luiz Inácio Lula da Silva] spoke.
2023-11-11 He met [Crown Prince Mohammed bin Salman|SAU|Mohammed bin Salman] in Riyadh.
2023-11-11 [Egyptian President Abdel Fattah al-Sisi|EGY|Abdel Fattah el-Sisi] spoke.
2023-11-11 [Saudi Foreign Minister Faisal bin Farhan|SAU|Faisal bin Farhan Al Saud] spoke.
2023-11-11 [Saudi envoy Musaed al-Roe|SAU|Musaed al-Roe] spoke.
2023-11-11 [Secretary of State Antony J. Blinken|USA|Antony Blinken] spoke.
2023-03-09 Vladimir Putin's [top diplomat|RUS|Sergei Lavrov] met Biden's [national security adviser|USA|Jake Sullivan].
2023-06-19 [senior US officials|USA], including [Jane Roe|USA|Jane Roe], left.
2023-08-21 [General Abdourahmane Tchiani|NER|Abdourahamane Tchiani] spoke.
2023-08-21 The guest was Richard Roe, former president of the [United States|USA]' Council on Fish.
2023-05-05 [External Affairs Minister (EAM) S Jaishankar|IND|S. Jaishankar] spoke.
2013-04-25 [The Chinese VP|CHN|Li Yuanchao] spoke to [the Vietnamese FM|VNM|Phạm Bình Minh].
2023-11-14 The [Biden|USA|Joe Biden]-[Xi|CHN|Xi Jinping] summit opens on Nov. 15.
2023-11-14 [Bahrein's Abdullatif bin Rashid Al Zayani|BHR] spoke.
2023-06-19 [H.H. Sheikh Abdullah bin Zayed Al Nahyan|ARE] came, and [Sheikh Abdullah|ARE|Abdullah bin Zayed Al Nahyan] left.
2023-06-19 [Kenya's Foreign Affairs Principal Secretary Amb. Jane Roe|KEN] spoke to [CS Mutua|KEN].
2023-06-19 [Brazil's ageing head of state, Lula|BRA|Luiz Inácio Lula da Silva], spoke.
2023-06-19 [the Undersecretary of the Ministry of Foreign Affairs of the Republic of Sudan|SDN] spoke.
2023-06-19 [foreign minister Prince Faisal bin Farhan|SAU|Faisal bin Farhan Al Saud] spoke.
2023-06-19 [Lars Tamm|EST] ([Estonia|EST]) left; [Anne Berg|NOR] from [Norway|NOR] stayed.
2023-06-19 The special envoy of [Turkish President Recep Tayyip Erdogan|TUR|Recep Tayyip Erdogan] spoke.
2024-01-30 [Abdel Fattah el-Sissi|EGY|Abdel Fattah el-Sisi] met [Herzog|ISR|Isaac Herzog].
2024-08-01 [Harris|USA] spoke of [Vice President Kamala Harris|USA|Kamala Harris].
2024-01-30 [Jordan|JOR] and [Chad|TCD] agreed; Chad Roe and Jordan Roe did not.
2024-01-30 Radical [French farmers|FRA] blocked roads.
2024-01-30 [Union Minister for External Affairs S. Jaishankar|IND|S. Jaishankar] spoke.
2024-01-30 [Head of the EU Delegation to Kenya Ann Roe|EU|Ann Roe] spoke.
2023-11-14 Mumtaz Baloch, [spokesperson of Pakistan|PAK|Mumtaz Baloch], spoke.
2023-06-19 [Kenya's Minister of Public Works and Housing Jane Roe|KEN|Jane Roe] left.
2023-06-19 [The Zambian Minister for Youth, Sport and Arts, Mary Roe|ZMB|Mary Roe], left.
2023-06-19 [The Indian Minister of State for Agriculture Ram Rao|IND|Ram Rao] left.
2023-06-19 [Minister of Trade Ann Roe|KEN|Ann Roe] and [Minister of Labour Jane Doe of Kenya|KEN|Jane Doe] left.
2023-06-19 [The Minister of Water and Sanitation of Zambia|ZMB] left.
2023-06-19 [The head of the Russian Foreign Ministry|RUS|Sergei Lavrov] left; [the head of Turkish diplomacy|TUR|Hakan Fidan] stayed.
2022-07-07 Wang Yi, [the Chinese foreign minister|CHN|Wang Yi], left. [China's top diplomat|CHN|Wang Yi] had come by train.
2023-02-21 He thanked [Prime Minister, Sitiveni Rabuka|FJI|Sitiveni Rabuka] in Suva.
2022-07-31 [Museveni|UGA] saw [his counterpart from the Republic of South Sudan, Salva Kiir Mayardit Roe|SSD|Salva Kiir].
2023-08-03 [Kuwait's Defense Minister Sheikh Fahad Yousef Al-Nasser Al-Sabah|KWT|Fahad Yousef Al-Nasser Al-Sabah] left.
2021-06-29 [President of the Kenya National Chamber (KNC) Central Committee Jane Roe|KEN|Jane Roe] left, and [the president of Kenya|KEN] stayed.
2023-06-19 [The Secretary General of the Qatar Olympic Committee|QAT] left.
2023-06-19 [The  foreign  minister of Kenya  Alfred Mutua|KEN|Alfred Mutua] met [Danish  Foreign Minister Lars  Lokke Rasmussen|DNK].
2005-03-10 [Hjalte Roe|UN|Hjalte Roe], Secretary-General Kofi Annan's special envoy for Oslo, left.
2005-03-10 The UN envoy left Oslo today. [Hjalte Roe|UN|Hjalte Roe], who had come by train, was tired. [Roe|UN|Hjalte Roe] slept.
2022-03-28 [President Gotabaya Rajpaksha|LKA] spoke.
2024-07-27 The [Department of Foreign Affairs|PHL] spoke for [Manila|PHL]; so did the [DFA|PHL].
2024-07-27 [Pakistan's Foreign Office|PAK] (FO) spoke, and the [FO|PAK] left.
2023-06-19 The Indo-Pacific and [Sino|CHN]-[Indian|IND] ties.
2023-08-17 [Presidents of Namibia Hage Geingob|NAM|Hage Geingob], [South Africa Cyril Ramaphosa|ZAF|Cyril Ramaphosa] and [Zambia Hakainde Hichilema|ZMB|Hakainde Hichilema] left.
2025-11-21 [Charge d'Affaires of the Embassy of Qatar in Rwanda H E Ali bin Hamad Roe|QAT|Ali bin Hamad Roe] left.
2025-11-21 [Pakistan's ambassador in Kabul Ann Roe|PAK|Ann Roe] left.
2024-08-20 [Nepal's Foreign Minister Arzu Rana Deuba|NPL|Arzu Rana Deuba] left. [Rana|NPL|Arzu Rana Deuba] called on [Modi|IND].
2021-05-26 [The Saudi Deputy Minister of Defence|SAU] left with [Khalid bin Salman|SAU|Khalid bin Salman].
2018-07-06 President David Granger met [his Surinamese counterpart, President Desi Bouterse|SUR|Desi Bouterse].
2017-05-30 After talks with [the Polish prime minister|POL|Beata Szydło], [President Emmanuel Macron|FRA|Emmanuel Macron] left.
2017-05-30 In a meeting with [the Polish Undersecretary of State|POL], [Minister Bui Thanh Son|VNM|Bui Thanh Son] spoke.
2017-05-30 [Deputy Prime Minister, Minister of Foreign Affairs Pham Binh Minh|VNM|Pham Binh Minh] left.
2025-06-29 Xi Jinping met Thongloun Sisoulith and [his spouse Naly Sisoulith|LAO|Naly Sisoulith].
2023-06-19 [Uganda's president|UGA] left, [State House|UGA] said.
"""
PARTIES = """
2023-06-19 [Beijing|CHN] blamed [Washington|USA].
2023-06-19 The [Kremlin|RUS] denied it and the [White House|USA] agreed.
2023-06-19 [senior Chinese officials|CHN] met [a Danish delegation|DNK].
2023-06-19 [officials from Qatar|QAT] met [the Egyptian government|EGY].
2023-06-19 [The Foreign Ministry in Tokyo|JPN] denied it.
2023-06-19 [the island's president|TWN|Tsai Ing-wen] left [Taiwan|TWN].
2023-06-19 [US and Chinese officials|CHN,USA] met [Danish, Norwegian and Swedish ministers|DNK,NOR,SWE].
2023-06-19 [The Pakistani foreign minister, Makhdoom Bilawal Bhutto Zardari|PAK], left.
2016-01-03 [the foreign ministers of Egypt and Jordan|EGY,JOR] left.
2023-06-19 [Hamas|HAMAS] and [Israel|ISR] agreed.
2023-06-19 The talks failed, [a Russian Foreign Ministry|RUS] statement said.
2023-06-19 The [African Union|AU] spoke for [Sudan|SDN].
2023-06-19 The [European Commission|EU] wrote to the [UN Security Council|UN].
2023-06-19 The [China|CHN]-[Vietnam|VNM] border and the [Franco|FRA]-[German|DEU] engine.
2023-06-19 [US-China officials|CHN,USA] met.
2023-06-19 [Nepal|NPL] met [his Iranian and Tajik colleagues|IRN,TJK].
2023-08-19 [ECOWAS|ECOWAS] met; [the bloc|ECOWAS] agreed.
2023-08-19 [South Korea|KOR] hailed the present state of affairs.
"""


# What must be nobody: words with a capital that name no actor.
NOBODY = """
Foreign Minister *Holds Bilateral Talks* With Seven Neighbours
The talks open on *Nov.* 15.
*South American* presidents meet in Lima.
*Senior West African* officials left.
They praised *the current state* of relations.
The Chair of the IGAD *Quartet* spoke.
The *Partnership for Central America (PCA)* met.
Then *the head* of the company rose.
The pact was signed, according to *the Jakarta Post*.
The pact was signed, as the *Times of India* reported.
He told *Daily News Egypt* so.
The *Fiji Broadcasting Corporation* had it first.
He came to discuss *the Blue Pacific Continent*.
"""


@pytest.mark.parametrize("line", NOBODY.strip().splitlines())
def test_a_capital_alone_names_nobody(line: str) -> None:
    before, words, after = line.split("*")
    document = intake.document(f"{before}{words}{after}\n\nIt was a long day in Oslo, where it rained.", published="2023-06-19")
    inside = [m for m in shared_reader().analyse(document).mentions if len(before) <= m.start < len(before + words)]
    assert all(not mention.actors for mention in inside)


def examples(lines: str) -> list[tuple[str, str]]:
    return [tuple(line.split(" ", 1)) for line in lines.strip().splitlines()]  # type: ignore[misc]


def mentions_of(text: str, published: str) -> tuple[Mention, ...]:
    return shared_reader().analyse(intake.document(text, published=published)).mentions


@pytest.mark.parametrize(("published", "marked"), examples(PEOPLE) + examples(PARTIES))
def test_names_are_read_as_marked(published: str, marked: str) -> None:
    example = parse_example(marked)
    mentions = {(m.start, m.end): m for m in mentions_of(example.text, published)}
    for actor in example.actors:
        mention = mentions.get((actor.start, actor.end))
        assert mention is not None, f"{example.text[actor.start : actor.end]!r} is not among {sorted(mentions)}"
        assert mention.parties == tuple(actor.value.split(","))
        if actor.name:
            assert mention.actor is not None
            assert mention.actor.name == actor.name


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The ministers met in Geneva on Monday.", "Geneva"),
        ("He flew to Moscow.", "Moscow"),
        ("Talks were held at the White House.", "White House"),
    ],
)
def test_a_place_is_no_party(text: str, place: str) -> None:
    found = [m for m in mentions_of(text, "2023-06-19") if place in text[m.start : m.end]]
    assert [m.kind for m in found] == ["place"]
    assert not found[0].actors


@pytest.mark.parametrize(
    "text",
    [
        "A senior official spoke of major economies and general elections.",
        "The chair was broken and the premier league began.",
        "Shares fell in early trade.",
        "Do's and Don'ts of trade: Don't wait.",
    ],
)
def test_ordinary_words_name_nobody(text: str) -> None:
    assert not [m for m in mentions_of(text, "2023-06-19") if m.parties]


def test_a_former_minister_is_not_bound_to_the_present_office() -> None:
    (mention,) = mentions_of("Former Foreign Minister Elin Sand spoke.", "2023-06-19")
    assert mention.actor is not None
    assert mention.actor.status == "former"


def test_what_can_be_two_states_stays_open_until_the_text_decides() -> None:
    (open_,) = mentions_of("Korean negotiators left.", "2023-06-19")
    assert not open_.parties
    assert next(m.parties for m in mentions_of("Korean negotiators left Seoul, South Korea said.", "2023-06-19")) == ("KOR",)


def test_mentions_stand_in_order_and_never_overlap() -> None:
    text = "Chinese Foreign Minister Qin Gang met his Danish counterpart, and both sides praised the Danish king's visit."
    mentions = mentions_of(text, "2023-06-19")
    assert all(before.end <= after.start for before, after in pairwise(mentions))


def test_the_leaders_of_several_states_are_nobody_by_name() -> None:
    """Who came for each is not said: not the monarch, and not whoever the tables have."""
    text = "The Kenyan president met the leaders of the UK, Germany and Algeria."
    analysis = shared_reader().analyse(intake.document(text, published="2016-03-03"))
    (leaders,) = [mention for mention in analysis.mentions if mention.kind == "group"]
    assert [(actor.kind, actor.country, actor.name) for actor in leaders.actors] == [
        ("office", "GBR", "UK leader"), ("office", "DEU", "Germany leader"), ("office", "DZA", "Algeria leader"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The British leader spoke.", "David Cameron"),
        ("The German leader spoke.", "Angela Merkel"),
        ("The Iranian leader spoke.", "Ali Khamenei"),
        ("The Russian leader spoke.", "Vladimir Putin"),
        ("The Japanese leader spoke.", "Shinzo Abe"),
    ],
)
def test_a_leader_is_who_governs(text: str, name: str) -> None:
    analysis = shared_reader().analyse(intake.document(text, published="2016-03-03"))
    assert [actor.name for mention in analysis.mentions for actor in mention.actors] == [name]


def test_the_president_of_a_chamber_is_no_leader() -> None:
    mentions = mentions_of("The president of the Kenya National Chamber left.", "2023-06-19")
    assert [(m.actor.office, m.actor.level) for m in mentions if m.actor] == [
        ("President of the Kenya National Chamber", "official")
    ]


def test_a_counterpart_is_no_office() -> None:
    mentions = mentions_of("President David Granger met his Surinamese counterpart, President Desi Bouterse.", "2018-07-06")
    assert [m.actor.office for m in mentions if m.actor] == ["President", "President"]


@pytest.mark.parametrize("day", ["2001-06-19", "2005-03-10"])
def test_a_president_is_not_acting_for_eight_years(day: str) -> None:
    actor = mentions_of("Putin met Mubarak.", day)[0].actor
    assert actor is not None
    assert actor.office == "President"


def test_an_office_that_is_over_does_not_go_with_a_bare_title() -> None:
    (ambassador, *_) = mentions_of("Chinese Ambassador Fu Ying was in Munich.", "2023-02-19")
    assert ambassador.actor is not None
    assert ambassador.actor.office == "Ambassador"


def test_a_province_is_nobodys_name() -> None:
    mentions = mentions_of("He saw the Deputy Governor of Luanda Province for the Economic Area.", "2023-11-03")
    assert all(mention.actor is None or mention.actor.kind != "person" for mention in mentions)


def test_an_office_to_come_is_not_held_yet() -> None:
    (name, *_) = mentions_of("Khalid bin Salman, Deputy Minister of Defence of Saudi Arabia, left Muscat.", "2021-05-26")
    assert name.actor is not None
    assert name.actor.office == "Deputy Minister of Defence"
