"""Commitments: who gives which word to whom, what it is, and by when."""

from __future__ import annotations

import pytest

from markup import read_marked, shared_reader
from memcon.record import Commitment, Record


def of(sentence: str) -> tuple[Commitment, ...]:
    return read_marked(sentence)[1].commitments


# (sentence, kind, by, to, what)
SPOKEN = [
    ("[Peru|PER] agreed with [Chile|CHL] to open a hotline.", "agreement", ["PER"], ["CHL"], "open a hotline"),
    (
        "[Peru|PER] and [Chile|CHL] agreed to set up a working group on fisheries.",
        "agreement",
        ["CHL", "PER"],
        [],
        "set up a working group on fisheries",
    ),
    ("[Peru|PER] and [Chile|CHL] signed a treaty on extradition.", "agreement", ["CHL", "PER"], [], "a treaty on extradition"),
    ("[Peru|PER] promised to return the ships.", "pledge", ["PER"], [], "return the ships"),
    ("[Peru|PER] pledged to send doctors to [Haiti|HTI].", "pledge", ["PER"], [], "send doctors to Haiti"),
    ("[Peru|PER] vowed that it would defend [Chile|CHL].", "pledge", ["PER"], [], "it would defend Chile"),
    ("[Peru|PER] will build a hospital in [Haiti|HTI].", "pledge", ["PER"], [], "build a hospital in Haiti"),
    ("[Peru|PER] said it will continue to train police in [Haiti|HTI].", "pledge", ["PER"], [], "train police in Haiti"),
    ("[Peru|PER] invited [Chile|CHL] to a summit in Lima.", "invitation", ["PER"], ["CHL"], "a summit in Lima"),
    ("[Peru|PER] accepted a proposal from [Chile|CHL].", "acceptance", ["PER"], ["CHL"], "a proposal from Chile"),
    ("[Peru|PER] refused to sign the accord.", "refusal", ["PER"], [], "sign the accord"),
    ("[Peru|PER] turned down an offer from [Chile|CHL].", "refusal", ["PER"], ["CHL"], "an offer from Chile"),
    ("[Peru|PER] demanded that [Chile|CHL] free the crew.", "demand", ["PER"], ["CHL"], "Chile free the crew"),
    ("[Peru|PER] urged [Chile|CHL] to free the crew.", "demand", ["PER"], ["CHL"], "free the crew"),
    ("[Peru|PER] called for [Chile|CHL] to free the crew.", "demand", ["PER"], ["CHL"], "Chile to free the crew"),
    ("[Peru|PER] called on [Chile|CHL] to free the crew.", "demand", ["PER"], ["CHL"], "free the crew"),
    (
        "[Peru|PER] expects to host [Chile|CHL] in the coming weeks.",
        "expectation",
        ["PER"],
        [],
        "host Chile in the coming weeks",
    ),
    ("[Peru|PER] and [Chile|CHL] tasked their ministers to draft a plan.", "agreement", ["CHL", "PER"], [], "draft a plan"),
    (
        "[Peru|PER] reaffirmed its commitment to negotiations with [Chile|CHL].",
        "pledge",
        ["PER"],
        [],
        "negotiations with Chile",
    ),
    # without an addressee in its own words, a demand takes the one that the words before name
    ("[Peru|PER] broke off talks with [Chile|CHL] and demanded an apology.", "demand", ["PER"], ["CHL"], "an apology"),
    ("[Peru|PER] handed a note to [Chile|CHL] and demanded an explanation.", "demand", ["PER"], ["CHL"], "an explanation"),
    # obligations
    ("[Chile|CHL] must return the ships, [Peru|PER] said.", "demand", ["PER"], ["CHL"], "return the ships"),
    ("[Peru|PER] said that [Chile|CHL] should pay for the ships.", "demand", ["PER"], ["CHL"], "pay for the ships"),
    # money
    (
        "[Peru|PER] announced 20 million euros in aid for [Haiti|HTI].",
        "pledge",
        ["PER"],
        ["HTI"],
        "20 million euros in aid for Haiti",
    ),
    ("[Peru|PER] approved a loan of $9 million to [Haiti|HTI].", "pledge", ["PER"], ["HTI"], "a loan of $9 million to Haiti"),
    ("[Peru|PER] will pay compensation to [Haiti|HTI].", "pledge", ["PER"], ["HTI"], "pay compensation to Haiti"),
    ("[Peru|PER] will send [Haiti|HTI] two ships.", "pledge", ["PER"], ["HTI"], "send Haiti two ships"),
    # readiness
    ("[Peru|PER] is ready to send doctors to [Haiti|HTI].", "pledge", ["PER"], [], "send doctors to Haiti"),
    ("[Peru|PER] said it was prepared to reopen the border.", "pledge", ["PER"], [], "reopen the border"),
    # what several are to do is agreed
    ("[Peru|PER] and [Chile|CHL] are to set up two committees.", "agreement", ["CHL", "PER"], [], "set up two committees"),
    ("[Peru|PER] and [Chile|CHL] will reopen the bridge.", "pledge", ["CHL", "PER"], [], "reopen the bridge"),
    (
        "[Peru|PER] and [Chile|CHL] agreed that the dam will be filled in stages.",
        "agreement",
        ["CHL", "PER"],
        [],
        "the dam will be filled in stages",
    ),
    ("[Peru|PER] ruled out sending troops to [Haiti|HTI].", "refusal", ["PER"], [], "sending troops to Haiti"),
    ("[Peru|PER] will not attend the summit.", "refusal", ["PER"], [], "attend the summit"),
    ("[Peru|PER] said it would not send troops to [Haiti|HTI].", "refusal", ["PER"], ["HTI"], "send troops to Haiti"),
    # each its own where both have a tense
    (
        "[Peru|PER] and [Chile|CHL] are to reopen the bridge and will create a fund.",
        "agreement",
        ["CHL", "PER"],
        [],
        "reopen the bridge",
    ),
    # nouns
    (
        "The visit ended with an assurance that [Peru|PER] would stand by [Haiti|HTI].",
        "pledge",
        ["PER"],
        ["HTI"],
        "Peru would stand by Haiti",
    ),
    ("[Chile|CHL] got a promise from [Peru|PER] that it would free the crew.", "pledge", ["PER"], [], "it would free the crew"),
    ("[Peru|PER] responded by unveiling a loan of $9 million for [Haiti|HTI].", "pledge", ["PER"], ["HTI"], None),
    ("[Peru|PER] notified [Chile|CHL] of its intention to send police to [Haiti|HTI].", "pledge", ["PER"], ["HTI"], None),
    ("[Peru|PER] expressed its readiness to train pilots of [Chile|CHL].", "pledge", ["PER"], ["CHL"], None),
    (
        "[Peru|PER] and [Chile|CHL] ended two days of talks with an accord to reopen the bridge.",
        "agreement",
        ["CHL", "PER"],
        [],
        "reopen the bridge",
    ),
    ("[Peru|PER] closed the summit with a pledge of $9 million in loans to [Chile|CHL].", "pledge", ["PER"], ["CHL"], None),
    # intentions
    ("[Peru|PER] said it intended to reopen the border.", "pledge", ["PER"], [], "reopen the border"),
    ("[Peru|PER] and [Chile|CHL] intend to raise their ties to a partnership.", "agreement", ["CHL", "PER"], [], None),
    ("[Peru|PER] will lead the peace force in [Haiti|HTI].", "pledge", ["PER"], ["HTI"], "lead the peace force in Haiti"),
    # signed
    ("A pact on water between [Peru|PER] and [Chile|CHL] was signed.", "agreement", ["CHL", "PER"], [], None),
    ("[Peru|PER] and [Chile|CHL] put their signatures to a treaty.", "agreement", ["CHL", "PER"], [], "a treaty"),
    ("[Peru|PER] committed $9 million to [Haiti|HTI].", "pledge", ["PER"], [], None),
    # the words end before what is done besides
    ("[Peru|PER] asked the envoy of [Chile|CHL] to leave and recalled its own.", "demand", ["PER"], ["CHL"], "leave"),
    ("[Peru|PER] and [Chile|CHL] signed the accord on <Monday=2024-03-04>.", "agreement", ["CHL", "PER"], [], "the accord"),
    ("[Peru|PER] and [Chile|CHL] agreed on <Monday=2024-03-04> to a truce.", "agreement", ["CHL", "PER"], [], "a truce"),
    ("[Peru|PER] asked [Chile|CHL] for an explanation.", "demand", ["PER"], ["CHL"], "an explanation"),
    ("[Peru|PER] will send back its ambassador to Haiti.", "pledge", ["PER"], ["HTI"], "send back its ambassador to Haiti"),
    # who is to do it, where nobody says who expects it
    (
        "[Peru|PER] is expected to cut duties on wine from [Chile|CHL].",
        "expectation",
        ["PER"],
        [],
        "cut duties on wine from Chile",
    ),
    (
        "[Peru|PER] expected relations with [Chile|CHL] to be established.",
        "expectation",
        ["PER"],
        [],
        "relations with Chile to be established",
    ),
    (
        "[Peru|PER] and [Chile|CHL] resolved that their ministers would meet in May.",
        "agreement",
        ["CHL", "PER"],
        [],
        "their ministers would meet in May",
    ),
]


@pytest.mark.parametrize(("sentence", "kind", "by", "to", "what"), SPOKEN)
def test_spoken(sentence: str, kind: str, by: list[str], to: list[str], what: str) -> None:
    found = [(c.kind, sorted(c.by), list(c.to), c.what.exact if c.what else None) for c in of(sentence)]
    assert any(k == kind and b == by and set(t) >= set(to) and what in (w, None) for k, b, t, w in found), found


@pytest.mark.parametrize(
    "sentence",
    [
        "[Peru|PER] did not promise to return the ships.",
        "[Peru|PER] is committed to the process.",
        "[Peru|PER] closed the summit without a pledge of $9 million to [Chile|CHL].",
        "[Peru|PER] closed the summit with a pledge of unity with [Chile|CHL].",
        "[Peru|PER]'s president will lay a wreath in [Chile|CHL].",
        "[Peru|PER]'s president will inspect a dockyard of [Chile|CHL].",
        "[Peru|PER] assured [Chile|CHL] that the water is clean.",
        "[Peru|PER] ended the talks with [Chile|CHL] without an accord to reopen the bridge.",
        "[Peru|PER] said it would reconsider the summit with [Chile|CHL].",
        "[Peru|PER] will lead the debate on [Haiti|HTI].",
        "[Peru|PER] doubted the intention of [Chile|CHL] to send police to [Haiti|HTI].",
        "[Peru|PER] withdrew its envoy from [Chile|CHL] and has since ordered him back.",
        "[Peru|PER] could promise to return the ships.",
        "[Peru|PER] reaffirmed its commitment to the alliance.",
        "[Peru|PER] refused to comment.",
        "[Peru|PER] expects exports to grow.",
        "Analysts expect a long war.",
        "[Chile|CHL] will invade [Peru|PER], a former officer from [Bolivia|BOL] said.",
        "[Peru|PER] will remain a member.",
        "Chinese tourists will spend more.",
        "[Peru|PER] will expel two diplomats of [Chile|CHL].",
        "[Peru|PER] will take part in the games.",
        "[Peru|PER] would send doctors to [Haiti|HTI] if asked.",
        "[Peru|PER] and [Chile|CHL] should work together, [Peru|PER] said.",
        "[Peru|PER] announced elections.",
        "[Peru|PER] will not tolerate delays.",
        "[Peru|PER] will defend its sovereignty.",
        "[Peru|PER] ordered the Peruvian Foreign Ministry to publish the treaty with [Chile|CHL].",
        "[Chile|CHL] sought an assurance that [Peru|PER] would free the crew.",
        "There was no promise that [Peru|PER] would free the crew.",
        "[Peru|PER] called the envoy of [Chile|CHL] on two occasions to hand him a letter.",
        "[Peru|PER] suggested that [Chile|CHL] sign the treaty.",
        "[Peru|PER] is expected to win.",
    ],
)
def test_no_commitment(sentence: str) -> None:
    assert of(sentence) == ()


def test_an_invitation_accepted_is_an_invitation_given() -> None:
    found = of("[Peru|PER] accepted an invitation from [Chile|CHL] to visit Santiago in May.")
    assert {(c.kind, c.by, c.to) for c in found} == {("acceptance", ("PER",), ("CHL",)), ("invitation", ("CHL",), ("PER",))}


def test_due_in_words_and_in_dates() -> None:
    (vague,) = of("[Peru|PER] promised to return the ships at a mutually convenient time.")
    assert (vague.due, vague.due_text) == (None, "at a mutually convenient time")
    (dated,) = of("[Peru|PER] promised to return the ships by May 2024.")
    assert dated.due is not None
    assert (dated.due.start, dated.due.end, dated.due.precision) == ("2024-05-01", "2024-05-31", "month")


def test_the_day_of_the_invitation_is_no_due_date() -> None:
    (found,) = [
        c for c in of("[Peru|PER] invited [Chile|CHL] on Sunday to come to Lima in May 2024.") if c.kind == "invitation"
    ]
    assert found.due is None or found.due.start == "2024-05-01"


def test_what_is_past_is_no_due_date() -> None:
    (found,) = of("[Peru|PER] promised to return the ships that it seized in May 2021.")
    assert found.due is None


@pytest.mark.parametrize(
    ("sentence", "exact", "value", "unit"),
    [
        ("[Peru|PER] pledged to give $1.2 billion to [Haiti|HTI].", "$1.2 billion", 1_200_000_000, "USD"),
        ("[Peru|PER] pledged to give 30 million euros to [Haiti|HTI].", "30 million euros", 30_000_000, "EUR"),
        ("[Peru|PER] pledged to send 31 tanks to [Haiti|HTI].", "31 tanks", 31, "tank"),
        ("[Peru|PER] pledged to send twelve ambulances to [Haiti|HTI].", "twelve ambulances", 12, "ambulance"),
    ],
)
def test_amounts(sentence: str, exact: str, value: float, unit: str) -> None:
    amounts = [c.amount for c in of(sentence) if c.amount]
    assert [(a.exact, a.value, a.unit) for a in amounts] == [(exact, value, unit)]


def test_no_amount_is_none() -> None:
    assert [c.amount for c in of("[Peru|PER] pledged to send doctors to [Haiti|HTI] on March 9.")] == [None]


def read(text: str) -> Record:
    return shared_reader().read(text, published="2024-03-07")


def test_everybody_is_those_in_the_talks() -> None:
    record = read(
        "Keir Starmer, the British prime minister, met with Emmanuel Macron, the French president. "
        "It was agreed to reopen the tunnel."
    )
    assert [c.by for c in record.commitments if c.kind == "agreement"] == [("FRA", "GBR")]


def test_ids_evidence_and_order() -> None:
    record = read("Peru promised to return the ships. Chile urged Peru to hurry.")
    assert [c.id for c in record.commitments] == ["c1", "c2"]
    assert [item.of for item in record.commitments[0].evidence] == [("kind", "what"), ("by",)]
    assert record.commitments[0].evidence[0].exact == "promised to return the ships"
    record.check(type("Text", (), {"text": "Peru promised to return the ships. Chile urged Peru to hurry."})())


def test_we_is_whoever_speaks() -> None:
    record = read(
        "The Danish prime minister, Mette Frederiksen, spoke on Monday. “We will train pilots of Ukraine,” Frederiksen said."
    )
    assert [(c.kind, c.by) for c in record.commitments] == [("pledge", ("DNK",))]


def test_issues_are_tagged() -> None:
    record = read("Peru and Chile agreed to lift sanctions on fishing companies.")
    assert record.commitments[0].issues != ()


def test_only_several_parties_decide_together() -> None:
    assert [c.kind for c in of("[Peru|PER] and [Chile|CHL] decided to set up a commission.")] == ["agreement"]
    assert of("[Peru|PER] decided to set up a commission.") == ()


def test_the_leaders_may_be_named_after_their_agreement() -> None:
    record = read(
        "The leaders agreed to exchange data on the dam. "
        "Abiy Ahmed, the Ethiopian prime minister, met Abdel Fattah al-Sisi, the Egyptian president."
    )
    assert [c.by for c in record.commitments] == [("EGY", "ETH")]


def test_a_loan_promised_is_the_loan() -> None:
    (found,) = of("[Peru|PER] promised [Haiti|HTI] a loan of $5 million.")
    assert (found.to, found.what.exact if found.what else None) == (("HTI",), "a loan of $5 million")


@pytest.mark.parametrize(
    "sentence",
    [
        "[Peru|PER] and [Chile|CHL] agreed on the importance of talks.",
        "[Peru|PER] and [Chile|CHL] agreed that the crisis is grave.",
        "[Peru|PER] offered its condolences to [Chile|CHL].",
        "Mr. Smith promised voters lower taxes.",
    ],
)
def test_opinions_courtesies_and_home_politics_bind_nobody(sentence: str) -> None:
    assert of(sentence) == ()


def test_what_nobody_named_demands_is_held_back() -> None:
    record = read("A blogger demanded that Chile free the crew.")
    assert record.commitments == ()
    assert ("commitment", "demand: whose word it is is not named") in [(item.what, item.reason) for item in record.held_back]


@pytest.mark.parametrize(
    "text",
    [
        "Hungary's foreign minister said his country would send gas to Serbia.",
        "The government will send gas to Serbia, said Hungary's prime minister, Viktor Orban.",
        "Hungary said its government would send gas to Serbia.",
    ],
)
def test_his_country_is_the_speakers(text: str) -> None:
    assert [(c.kind, c.by, c.to) for c in read(text).commitments] == [("pledge", ("HUN",), ("SRB",))]
