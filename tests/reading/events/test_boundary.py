"""PLOVER's boundary rules: each a rule of docs/plover.md, each with sentences."""

from __future__ import annotations

import pytest

from markup import read_marked
from memcon.lexicon import EventSignal
from memcon.reading.events.boundary import Coding, coded, with_content

# (rule, sentence, type, mode). The first party marked is an actor, the second, if any, a recipient.
RULES = [
    ("future cooperation is AGREE", "[Finland|FIN] will send generators to [Moldova|MDA].", "AGREE", None),
    ("future support is AGREE", "[Slovenia|SVN] will recognise [Palestine|PSE] in June.", "AGREE", None),
    ("future concession stays", "[Japan|JPN] will relax visa rules for visitors from [Laos|LAO].", "CONCEDE", None),
    (
        "announced future retreat is CONCEDE",
        "[Ethiopia|ETH] announced that it will withdraw its troops from [Somalia|SOM].",
        "CONCEDE",
        None,
    ),
    ("promised retreat is AGREE", "[Ethiopia|ETH] promised to withdraw its troops from [Somalia|SOM].", "AGREE", None),
    ("signing is SUPPORT", "[Chad|TCD] signed a border treaty with [Niger|NER].", "SUPPORT", None),
    ("ratifying is SUPPORT", "[Chad|TCD] ratified a border treaty with [Niger|NER].", "SUPPORT", None),
    ("a promise to sign is AGREE", "[Chad|TCD] promised to sign a border treaty with [Niger|NER].", "AGREE", None),
    ("apology is CONCEDE", "[Norway|NOR] apologised to [Iceland|ISL] for the collision.", "CONCEDE", None),
    ("regret is CONCEDE", "[Norway|NOR] expressed regret to [Iceland|ISL] over the collision.", "CONCEDE", None),
    ("pardon is CONCEDE", "[Egypt|EGY] pardoned a blogger from [Sudan|SDN].", "CONCEDE", None),
    ("release is RETREAT", "[Egypt|EGY] released a blogger from [Sudan|SDN], an activist.", "RETREAT", "release"),
    ("exchange of prisoners is RETREAT", "[Armenia|ARM] exchanged prisoners with [Azerbaijan|AZE].", "RETREAT", "release"),
    ("joint exercise is COOPERATE", "[India|IND] held a naval exercise with [Japan|JPN].", "COOPERATE", None),
    ("one country's exercise is MOBILIZE", "[India|IND] held a naval exercise near [Pakistan|PAK].", "MOBILIZE", "troops"),
    ("withdrawing aid is SANCTION", "[Sweden|SWE] withdrew its aid to [Mali|MLI].", "SANCTION", "withdraw"),
    ("refusing aid is REJECT assist", "[Sweden|SWE] refused to send aid to [Mali|MLI].", "REJECT", "assist"),
    (
        "payment by court order is SANCTION",
        "A court in [Canada|CAN] ordered [Iran|IRN] to pay the families.",
        "SANCTION",
        "convict",
    ),
    ("voluntary payment is AID", "[Germany|DEU] paid compensation to [Namibia|NAM].", "AID", None),
    ("barring entry is REJECT", "[Serbia|SRB] denied entry to a minister of [Kosovo|XKX].", "REJECT", None),
    ("expelling a person is COERCE", "[Cuba|CUB] expelled a reporter from [Chile|CHL].", "COERCE", "deport"),
    ("expelling diplomats is SANCTION", "[Cuba|CUB] expelled two diplomats from [Chile|CHL].", "SANCTION", "expel"),
    ("a party's call to end its conflict is AGREE", "[Chad|TCD] called for a ceasefire with [Libya|LBY].", "AGREE", None),
    ("an outsider's call to end it is REQUEST", "[Ireland|IRL] called for a ceasefire in [Libya|LBY].", "REQUEST", "yield"),
    (
        "a warrant is THREATEN arrest",
        "A court in [Spain|ESP] issued an arrest warrant for a colonel from [Chile|CHL].",
        "THREATEN",
        "arrest",
    ),
    ("a state's protest is ACCUSE", "[Japan|JPN] protested to [China|CHN] over the buoys.", "ACCUSE", "disapprove"),
    ("people's protest is PROTEST", "Students in [Chile|CHL] protested against the fees.", "PROTEST", "demo"),
    ("threat of an embargo", "[Brazil|BRA] threatened to impose an embargo on [Peru|PER].", "THREATEN", "restrict"),
    ("threat to suspend talks", "[Brazil|BRA] threatened to suspend talks with [Peru|PER].", "THREATEN", "relations"),
    ("threat of force", "[Brazil|BRA] threatened to bomb [Peru|PER].", "THREATEN", "violence"),
    ("planned sanctions are a threat", "[Brazil|BRA] will impose sanctions on [Peru|PER].", "THREATEN", "restrict"),
    ("a refused meeting is REJECT meet", "[North Korea|PRK] refused to meet with [Japan|JPN].", "REJECT", "meet"),
    ("a cancelled meeting is REJECT meet", "[Hungary|HUN] cancelled a meeting with [Slovakia|SVK].", "REJECT", "meet"),
    ("a call for talks is REQUEST meet", "[Kenya|KEN] called for talks with [Somalia|SOM].", "REQUEST", "meet"),
    (
        "a summoned ambassador hears the content",
        "[Spain|ESP] summoned the ambassador of [Argentina|ARG] over the insult.",
        "ACCUSE",
        "disapprove",
    ),
    ("asking for a release is REQUEST yield", "[Chile|CHL] urged [Cuba|CUB] to release the prisoners.", "REQUEST", "yield"),
]


@pytest.mark.parametrize(("sentence", "kind", "mode"), [rule[1:] for rule in RULES], ids=[rule[0] for rule in RULES])
def test_rule(sentence: str, kind: str, mode: str | None) -> None:
    example, record = read_marked(sentence)
    first, *rest = [actor.value for actor in example.actors]
    found = [(e.type, e.mode, e.actor, e.recipient) for e in record.events]
    right = [event for event in record.events if (event.type, event.mode) == (kind, mode)]
    assert right, found
    assert right[0].actor[0] == first, found
    assert all(party in (*right[0].actor, *right[0].recipient) for party in rest), found


@pytest.mark.parametrize(
    "sentence",
    [
        "[Serbia|SRB] did not attack [Kosovo|XKX].",
        "[Serbia|SRB] could attack [Kosovo|XKX], analysts said.",
        "[Serbia|SRB] has never threatened [Kosovo|XKX].",
        "[Serbia|SRB] would have released the sailors from [Malta|MLT].",
        "[Serbia|SRB] refused to comment on the plan of [Kosovo|XKX].",
    ],
)
def test_what_did_not_happen_is_no_event(sentence: str) -> None:
    _, record = read_marked(sentence)
    assert [event.type for event in record.events if event.status == "held"] == []


def test_a_conviction_swallows_the_accusation() -> None:
    _, record = read_marked("A court in [Spain|ESP] convicted a spy from [Russia|RUS] and accused [Russia|RUS] of lying.")
    assert [event.type for event in record.events] == ["SANCTION"]


def test_troops_moved_in_an_attack_are_the_attack() -> None:
    _, record = read_marked("[Chad|TCD] attacked a town in [Libya|LBY] and sent tanks into [Libya|LBY].")
    assert [event.type for event in record.events] == ["ASSAULT"]


def test_an_alliance_stays_one_entity() -> None:
    _, record = read_marked("[NATO|NATO] condemned [Belarus|BLR] over the flights.")
    assert [event.actor for event in record.events] == [("NATO",)]


def test_the_topic_of_a_protest_is_no_request() -> None:
    _, record = read_marked("Students in [Peru|PER] held a demonstration to demand new elections.")
    assert [event.type for event in record.events] == ["PROTEST"]


SIGNALS = {kind: EventSignal(type=kind) for kind in ("AID", "RETREAT", "CONCEDE", "ASSAULT", "REQUEST", "SUPPORT")}


@pytest.mark.parametrize(
    ("kind", "mood", "wanted"),
    [
        ("AID", "held", Coding("AID")),
        ("AID", "planned", Coding("AGREE", None, "033", "planned")),
        ("AID", "refused", Coding("REJECT", "assist", "121", "declined")),
        ("AID", "negated", None),
        ("AID", "conditional", None),
        ("RETREAT", "refused", Coding("REJECT", "yield", "124", "declined")),
        ("ASSAULT", "planned", Coding("THREATEN", "violence", "138", "planned")),
        ("ASSAULT", "refused", None),
        ("REQUEST", "planned", Coding("REQUEST", None, None, "planned")),
    ],
)
def test_moods(kind: str, mood: str, wanted: Coding | None) -> None:
    assert coded(SIGNALS[kind], mood) == wanted  # type: ignore[arg-type]


def test_a_retreat_that_is_announced_is_a_concession() -> None:
    assert coded(SIGNALS["RETREAT"], "planned", declared=True) == Coding("CONCEDE", None, "035", "planned")
    assert coded(SIGNALS["RETREAT"], "planned", declared=False) == Coding("AGREE", None, "035", "planned")


def test_an_entry_may_say_otherwise_for_the_future_and_the_negation() -> None:
    signal = EventSignal(type="SUPPORT", when_planned="SUPPORT", when_negated="REJECT")
    assert coded(signal, "planned") == Coding("SUPPORT", status="planned")
    assert coded(signal, "negated") == Coding("REJECT")


def test_the_content_gives_the_mode() -> None:
    assert with_content(Coding("REQUEST"), SIGNALS["RETREAT"]).mode == "yield"
    assert with_content(Coding("REQUEST"), None, meets=True).mode == "meet"
    assert with_content(Coding("REJECT"), SIGNALS["AID"]).mode == "assist"
    assert with_content(Coding("THREATEN"), SIGNALS["ASSAULT"]) == Coding("THREATEN", "violence", "138")
    assert with_content(Coding("ACCUSE", "allege"), SIGNALS["ASSAULT"]) == Coding("ACCUSE", "allege")
    assert with_content(Coding("SUPPORT"), SIGNALS["AID"]) == Coding("SUPPORT")


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("[Sweden|SWE] stopped sending aid to [Mali|MLI].", "SANCTION"),
        ("[Sweden|SWE] will stop sending aid to [Mali|MLI].", "THREATEN"),
        ("[Turkey|TUR] stopped shelling towns in [Syria|SYR].", "RETREAT"),
        ("[India|IND] and [Japan|JPN] held naval exercises.", "COOPERATE"),
    ],
)
def test_what_ends_and_what_is_done_together(sentence: str, kind: str) -> None:
    assert [event.type for event in read_marked(sentence)[1].events] == [kind]


def test_what_is_only_considered_is_no_event() -> None:
    assert read_marked("[Finland|FIN] is considering sending tanks to [Ukraine|UKR].")[1].events == ()
