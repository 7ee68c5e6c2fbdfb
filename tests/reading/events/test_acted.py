"""Who did what to whom: roles of acts in sentences of many shapes."""

from __future__ import annotations

import pytest

from markup import read_marked, shared_reader
from memcon.record import Event

# (sentence, type, actor, recipient)
ROLES = [
    # order and voice
    ("Two sailors from [Greece|GRC] were detained by [Iran|IRN].", "COERCE", ["IRN"], ["GRC"]),
    ("[Greece|GRC] was accused by [Turkey|TUR] of arming islands.", "ACCUSE", ["TUR"], ["GRC"]),
    ("“We condemn the raid by [Israel|ISR],” the Foreign Ministry of [Jordan|JOR] said.", "ACCUSE", ["JOR"], ["ISR"]),
    # coordination and lists
    ("[Latvia|LVA] and [Estonia|EST] accused [Belarus|BLR] of spying.", "ACCUSE", ["LVA", "EST"], ["BLR"]),
    ("[Norway|NOR] gave a loan to [Ghana|GHA] and [Togo|TGO].", "AID", ["NOR"], ["GHA", "TGO"]),
    # reported speech
    ("[Syria|SYR] said it had released three pilots from [Jordan|JOR].", "RETREAT", ["SYR"], ["JOR"]),
    ("[Armenia|ARM] attacked [Azerbaijan|AZE] at dawn, officials in Baku said.", "ASSAULT", ["ARM"], ["AZE"]),
    ("[Cuba|CUB] announced the expulsion of diplomats from [Peru|PER].", "SANCTION", ["CUB"], ["PER"]),
    # obligation of another is a demand
    ("[Poland|POL] must return the paintings, [Ukraine|UKR] said.", "REQUEST", ["UKR"], ["POL"]),
    # participle and means
    ("[Chile|CHL] answered [Bolivia|BOL] by accusing it of smuggling.", "ACCUSE", ["CHL"], ["BOL"]),
    ("[Kuwait|KWT] issued a statement condemning [Iraq|IRQ] over the shots.", "ACCUSE", ["KWT"], ["IRQ"]),
    # soldiers, people and things of a state
    ("[Pakistani|PAK] jets bombed a camp in [Afghanistan|AFG].", "ASSAULT", ["PAK"], ["AFG"]),
    ("Troops of [Chad|TCD] killed two herders from [Sudan|SDN].", "ASSAULT", ["TCD"], ["SDN"]),
    ("[Israeli|ISR] bulldozers demolished homes in the [West Bank|PSE].", "ASSAULT", ["ISR"], ["PSE"]),
    # peoples in other states
    ("[Bosnian|BIH] Serbs blocked roads to the capital.", "PROTEST", ["BIH"], []),
    # people whom only the place tells
    ("Demonstrators in [Tunis|TUN] burned flags of [France|FRA].", "PROTEST", ["TUN"], ["FRA"]),
    # inside a state
    ("Police in [Kenya|KEN] arrested opposition leaders.", "COERCE", ["KEN"], ["KEN"]),
    ("The opposition in [Togo|TGO] demanded that the government of [Togo|TGO] resign.", "REQUEST", ["TGO"], ["TGO"]),
    # civil society
    ("The Red Cross urged [Sudan|SDN] to open the road.", "REQUEST", ["NGO"], ["SDN"]),
    # open threats
    ("[Estonia|EST] will respond firmly if [Russia|RUS] crosses the border.", "THREATEN", ["EST"], ["RUS"]),
    ("[Canada|CAN] made clear that it would retaliate if [China|CHN] raised tariffs.", "THREATEN", ["CAN"], ["CHN"]),
    # who does it far from its verb
    (
        "Sanctions were imposed late on Tuesday on three banks of [Belarus|BLR] by [Lithuania|LTU].",
        "SANCTION",
        ["LTU"],
        ["BLR"],
    ),
    # ambassadors: where they are sent is whom it is done to
    ("[Somalia|SOM] recalled its ambassador to Ethiopia for consultations.", "SANCTION", ["SOM"], ["ETH"]),
    ("[France|FRA] recalled its ambassadors to the United States and [Australia|AUS].", "SANCTION", ["FRA"], ["USA", "AUS"]),
    ("[Poland|POL] announced the withdrawal of its ambassador from [Hungary|HUN].", "SANCTION", ["POL"], ["HUN"]),
    ("The ambassador of [Iran|IRN] was summoned to the [Foreign Ministry in Stockholm|SWE].", "ACCUSE", ["SWE"], ["IRN"]),
    # told to go
    ("[Mali|MLI] gave the ambassador of [France|FRA] 72 hours to leave.", "SANCTION", ["MLI"], ["FRA"]),
    ("Two diplomats of [Iran|IRN] were told to leave by [Albania|ALB].", "SANCTION", ["ALB"], ["IRN"]),
    ("[Albania|ALB] said there was proof of spying and expelled two diplomats of [Iran|IRN].", "SANCTION", ["ALB"], ["IRN"]),
    # relative clauses that go on with the story
    ("[Turkey|TUR] received the prime minister of [Israel|ISR], who apologised to [Turkey|TUR].", "CONCEDE", ["ISR"], ["TUR"]),
    (
        "[Turkey|TUR] called off talks with [Israel|ISR], freezing the assets of two [Israeli|ISR] firms.",
        "SANCTION",
        ["TUR"],
        ["ISR"],
    ),
    ("[Italy|ITA] threw out nine envoys of [Sudan|SDN]. [Malta|MLT] is expelling four.", "SANCTION", ["MLT"], ["SDN"]),
    ("[Bolivia|BOL] called back its ambassador in Lima for consultations.", "SANCTION", ["BOL"], ["PER"]),
    # who asks for what nobody's name stands on asks the other of whom the text tells
    ("[Kenya|KEN] met [Uganda|UGA] and demanded that prisoners be freed.", "REQUEST", ["KEN"], ["UGA"]),
    # named by whom it was done
    ("[Japan|JPN] welcomed the measures announced by [South Korea|KOR].", "SUPPORT", ["JPN"], ["KOR"]),
    ("A pact on water between [Chad|TCD] and [Niger|NER] was signed on Friday.", "SUPPORT", ["TCD", "NER"], ["TCD", "NER"]),
    ("[Chad|TCD] and [Niger|NER] put their names to a truce.", "SUPPORT", ["TCD", "NER"], ["TCD", "NER"]),
    (
        "[Italy|ITA], [Malta|MLT] and [Spain|ESP] are each expelling two envoys of [Sudan|SDN].",
        "SANCTION",
        ["ITA", "MLT", "ESP"],
        ["SDN"],
    ),
    # a third about what others agreed
    ("[Chad|TCD] and [Niger|NER] signed a truce. [Libya|LBY] welcomed the agreement.", "SUPPORT", ["LBY"], ["TCD", "NER"]),
    ("[Chad|TCD] and [Niger|NER] signed a truce. [Libya|LBY] congratulated the parties.", "SUPPORT", ["LBY"], ["TCD", "NER"]),
    ("[Chad|TCD] and [Niger|NER] signed a truce. [Libya|LBY] rejected the deal.", "REJECT", ["LBY"], ["TCD", "NER"]),
    # signed by the two who are in talks
    ("[Chad|TCD] and [Niger|NER] held talks. An accord on grazing was signed.", "SUPPORT", ["TCD", "NER"], ["TCD", "NER"]),
    # thanks of a guest
    (
        "[Chad|TCD] and [Niger|NER] held talks. The president of [Chad|TCD] expressed his gratitude for the warm hospitality.",
        "SUPPORT",
        ["TCD"],
        ["NER"],
    ),
    # each to the other
    ("[Chad|TCD] and [Niger|NER] signed a treaty on grazing.", "SUPPORT", ["TCD", "NER"], ["TCD", "NER"]),
    ("[Chad|TCD] and [Niger|NER] recalled their ambassadors.", "SANCTION", ["TCD", "NER"], ["TCD", "NER"]),
    ("[Chad|TCD] and [Niger|NER] decided that a commission would be set up.", "AGREE", ["TCD", "NER"], []),
    # what is announced in the passive is done by who announces it
    ("[Ghana|GHA] announced that the crew of [Benin|BEN] would be freed.", "CONCEDE", ["GHA"], ["BEN"]),
    # somebody's people in a relative clause
    (
        "[Laos|LAO] broke off ties with [Peru|PER], whose foreign minister accused [Laos|LAO] of fraud.",
        "ACCUSE",
        ["PER"],
        ["LAO"],
    ),
    ("[Chad|TCD] pulled out of a meeting with [Libya|LBY].", "REJECT", ["TCD"], ["LBY"]),
    (
        "[Laos|LAO] left talks with [Peru|PER], which retaliated by recalling its envoy from [Laos|LAO].",
        "SANCTION",
        ["PER"],
        ["LAO"],
    ),
    ("[Laos|LAO] punished 40 officials suspected of fraud in [Peru|PER].", "SANCTION", ["LAO"], ["PER"]),
    ("The ambassador of [Chad|TCD] to Niger had been summoned over the shots.", "ACCUSE", ["NER"], ["TCD"]),
    # organs
    ("The European Commission condemned the raid by [Serbia|SRB].", "ACCUSE", ["EU"], ["SRB"]),
    # nouns
    ("[Ghana|GHA] voiced its support for [Benin|BEN].", "SUPPORT", ["GHA"], ["BEN"]),
    ("[Qatar|QAT] was outraged by the arrests in [Bahrain|BHR].", "ACCUSE", ["QAT"], ["BHR"]),
]


@pytest.mark.parametrize(("sentence", "kind", "actor", "recipient"), ROLES)
def test_roles(sentence: str, kind: str, actor: list[str], recipient: list[str]) -> None:
    _, record = read_marked(sentence)
    found = [(event.type, list(event.actor), list(event.recipient)) for event in record.events]
    assert any(k == kind and set(a) == set(actor) and set(r) >= set(recipient) for k, a, r in found), found


@pytest.mark.parametrize(
    "sentence",
    [
        "[Peru|PER] decided to pay its teachers.",
        "[Peru|PER] held a seminar on trade cooperation with [Chile|CHL].",
        "[Peru|PER] welcomed the agreement of its central bank.",
        "[Peru|PER] wound up the debate in the council of [Chile|CHL].",
        "[Peru|PER] assured [Chile|CHL] that the water is clean.",
        "[Peru|PER] is committed to the peace process with [Chile|CHL].",
        "[Peru|PER] ordered its foreign minister to publish the treaty with [Chile|CHL].",
        "[Chad|TCD] said that [Niger|NER] was sending tanks.",
        "[Peru|PER] insisted that the door to [Chile|CHL] stayed open.",
        "[Peru|PER] suggested that [Chile|CHL] and [Bolivia|BOL] sign a treaty.",
        "[Peru|PER] reminded [Chile|CHL] that winter was near.",
        "After [Iran|IRN] seized a tanker, oil prices rose.",
        "The minister, who once accused [Turkey|TUR] of spying, has died.",
        "[Spain|ESP] thanked its firefighters.",
        "The President urged Congress to pass the bill.",
        "The President thanked the governors for their work.",
    ],
)
def test_background_and_home_affairs_are_no_events(sentence: str) -> None:
    _, record = read_marked(sentence)
    assert record.events == ()


@pytest.mark.parametrize(
    "own", ["[Chad|TCD] welcomed the agreement.", "[Libya|LBY] welcomed the rain.", "Banks welcomed the agreement."]
)
def test_own_words_about_an_agreement_praise_nobody(own: str) -> None:
    _, record = read_marked(f"[Chad|TCD] and [Niger|NER] signed a truce. {own}")
    assert [event.cameo for event in record.events if event.type == "SUPPORT"] == ["057"]


def events(text: str) -> tuple[Event, ...]:
    return shared_reader().read(text, published="2024-03-07").events


def test_a_demand_in_talks_is_put_to_the_other_side() -> None:
    found = events(
        "The president of France, Emmanuel Macron, met with the president of Brazil, Lula da Silva. Macron called for reform."
    )
    assert [(e.actor, e.recipient) for e in found if e.type == "REQUEST"] == [(("FRA",), ("BRA",))]


def test_an_event_says_where_it_comes_from() -> None:
    found = [e for e in events("Turkey accused Greece of arming islands.") if e.type == "ACCUSE"]
    assert found[0].derived_from == "s1"
    assert found[0].rule == "act.accuse"
    assert [(item.of, item.exact) for item in found[0].evidence] == [
        (("type",), "accused"),
        (("actor",), "Turkey"),
        (("recipient",), "Greece"),
    ]


def test_quad_score_context_and_date() -> None:
    found = events("On March 5 Iran seized a tanker from Greece near its oil terminal.")[0]
    assert (found.type, found.mode, found.quad, found.score) == ("COERCE", "seize", 4, -7.0)
    assert found.date == "2024-03-05"
    assert "economic" in found.contexts or "natural_resource" in found.contexts


def test_ids_count_in_text_order() -> None:
    found = events("Turkey accused Greece of arming islands. Greece rejected the claim. Cyprus praised Greece.")
    assert [event.id for event in found] == ["v1", "v2", "v3"]
    places = [event.evidence[0].start for event in found]
    assert places == sorted(places)


def test_what_nobody_named_did_is_held_back() -> None:
    record = shared_reader().read("Unknown gunmen killed two soldiers from France.", published="2024-03-07")
    assert record.events == ()
    assert [(item.what, item.reason) for item in record.held_back] == [("event", "ASSAULT: who did it is not named")]


def test_whom_the_sentence_before_names() -> None:
    text = "Ukraine's president, Volodymyr Zelensky, flew to London. Britain will deliver hundreds of drones."
    events = shared_reader().read(text, published="2023-05-16").events
    assert ("AGREE", ("GBR",), ("UKR",)) in [(event.type, event.actor, event.recipient) for event in events]


def test_nobody_is_guessed_among_several() -> None:
    text = "Togo and Benin met Ghana's president. Kenya demanded an explanation."
    events = shared_reader().read(text, published="2023-05-16").events
    assert not [event for event in events if event.type == "REQUEST"]


def test_a_promise_to_the_voters_goes_to_nobody_abroad() -> None:
    text = "The President spoke about trade with China. He vowed to form a task force and to cut taxes."
    events = shared_reader().read(text, published="2016-09-16").events
    assert not [event for event in events if "CHN" in event.recipient]
