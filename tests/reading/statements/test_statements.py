"""Statements by construction: who says what, by which cue, in marked-up sentences.

`[speaker|party]`, `{cue}` and `((content))` mark what must be read; every sentence is read on its own.
"""

from __future__ import annotations

import pytest

from markup import read_marked
from memcon.record import Record, Span, Statement

# Several verbs and several orders for each construction.
SAID = [
    # the words follow
    "[Sikorski|POL] {said} ((that Warsaw would keep the crossing open)).",
    "[The Kremlin|RUS] {warned} Chisinau ((against joining the alliance)).",
    "[Beijing|CHN] {told} Manila ((that the shoal was not for sale)).",
    "[Oslo|NOR] {announced} on Friday ((that it would pay for the bridge)).",
    "[Jaishankar|IND] {made} {clear} ((that Delhi would not take sides)).",
    "[Ankara|TUR] {pointed} {out} ((that the treaty was still in force)).",
    # the words go before
    "((The bridge will be paid for)), [Oslo|NOR] {said}.",
    "((The bridge will be paid for)), {said} [Jonas Gahr Støre|NOR], the prime minister.",
    "((The two ministers agreed to meet again in May)), [the Kremlin|RUS] {said} in a readout of the call.",
    "((Norway will pay)), {says} [Støre|NOR].",
    # the words lie on both sides
    "((The harbour)), [Ankara|TUR] {said}, ((would stay shut until June)).",
    "((“We came to listen,”)) [Fidan|TUR] {said}, ((“and we leave with nothing signed.”))",
    # quotation marks
    "((“The door stays open,”)) [Kuleba|UKR] {told} reporters in Rome.",
    "((«We will not sign under pressure»)), [Fidan|TUR] {said} on Monday.",
    "[Safadi|JOR] {said}: ((“The crossing opens tomorrow.”))",
    "((“Why should we wait?”)) [Kuleba|UKR] {asked}.",
    # according to, as X put it, a name with a colon
    "((The convoy was turned back)), {according to} [the Foreign Ministry of Norway|NOR].",
    "{According to} [the Kremlin|RUS], ((the call lasted an hour)).",
    "As [Borrell|EU] {put} {it}, ((“the garden needs a fence.”))",
    "[Volodymyr Zelenskyy|UKR]{:} ((“We will not trade land for peace.”))",
    "((“Nobody asked us.”)) {—} [Dmytro Kuleba|UKR]",
    # participles, relative clauses, coordination
    "[Tokyo|JPN] condemned the launch, {saying} ((it broke several resolutions)).",
    "[Sikorski|POL], who {said} ((the crossing would stay open)), flew to Vilnius.",
    "[Fidan|TUR] praised the deal and {said} ((that the port would reopen)).",
    "[Lavrov|RUS] was quoted as {saying} ((that the talks were “useful”)).",
    # passives and nouns
    "((The raid)) was {described} by [Doha|QAT] as ((“cowardly”)).",
    "[Beijing|CHN]'s {claim} ((that the vessel was lost in fog)) surprised the court.",
]  # fmt: skip
ACTS = [
    "[Ankara|TUR] {condemned} ((the burning of the flag)).",
    "[Ankara|TUR] {praised} ((the mediators for their patience)).",
    "[Ankara|TUR] {accused} ((Athens of piracy)).",
    "[Ankara|TUR] {called} {on} ((Athens to withdraw its ships)).",
    "[Ankara|TUR] {called} {for} ((an end to the siege)).",
    "[Ankara|TUR] {urged} ((both sides to return to the table)).",
    "[Ankara|TUR] {lodged} a {protest} with Stockholm over ((the march)).",
    "[Ankara|TUR] {ruled} {out} ((direct talks with the generals)).",
    "[Ankara|TUR] {reaffirmed} ((its commitment to the grain corridor)).",
    "[Ankara|TUR] {expressed} ((concern about the shelling of the port)).",
    "[Ankara|TUR] {thanked} ((Doha for its help)).",
    "[Ankara|TUR] {welcomed} ((the release of the sailors)).",
    "[Ankara|TUR] {stressed} ((the importance of the grain corridor)).",
    "[Ankara|TUR] {raised} ((concerns about the jailed writer)).",
]
ATTITUDES = [
    "[Ankara|TUR] {wants} ((to host the talks)).",
    "[Ankara|TUR] {believes} ((that the truce will hold)).",
    "[Ankara|TUR] {hopes} ((that the truce will hold)).",
    "[Ankara|TUR] {expects} ((the truce to hold)).",
]
NOTHING_SAID = [
    "The State Department declined to comment on the report.",
    "Ankara did not say whether the minister would travel.",
    "Ankara will say on Friday that the port is open.",
    "If Ankara says that the port is open, the ships will sail.",
    "The self-styled “Republic of the Delta” opened an office in the port.",
    "The two ministers discussed the grain corridor.",
    "The visit underscored the importance of the alliance.",
    "Ankara welcomed the minister to the palace on Friday.",
    "Ankara stopped short of calling the raid a crime.",
    "An aide asked not to be named.",
    "Ankara recalled its ambassador over reports that spies had tapped the phones.",
    "Ankara ordered out two diplomats over the raid.",
    "Ankara has since ordered him back.",
    "In the evening Ankara's envoy had called on her counterpart, Jeremiah Manele.",
    "Ankara lifted its warning against travel to the islands.",
    "Does Ankara have any comment on the raid?",
    "The ban stays in place until Ankara honors the accord.",
    "Ankara's envoy called him to tell him the news.",
    "There is nothing to add to the report that the port was shut.",
]


def own_of(record: Record, triggers: tuple[Span, ...]) -> list[Statement]:
    """Statements whose cue touches one of the trigger marks."""
    return [s for s in record.statements if s.cue and any(s.cue.start < t.end and t.start < s.cue.end for t in triggers)]


@pytest.mark.parametrize(
    ("sense", "marked"),
    [*(("speech", s) for s in SAID), *(("act", s) for s in ACTS), *(("attitude", s) for s in ATTITUDES)],
)
def test_who_says_what(sense: str, marked: str) -> None:
    example, record = read_marked(marked)
    own = own_of(record, example.triggers)
    assert len(own) == 1, record.statements
    statement = own[0]
    assert [speaker.country for speaker in statement.speakers] == [example.actors[0].value]
    assert statement.cue is not None
    assert sense in {"speech", "act"} or statement.cue.sense == sense
    pieces = [bare(piece.exact) for piece in statement.content.parts or (statement.content,)]
    assert pieces == [bare(example.text[mark.start : mark.end]) for mark in example.contents]


def bare(words: str) -> str:
    """Words without marks, stops and the preposition or "that" that some annotators leave out."""
    words = words.strip(" “”«».,'")
    for opening in ("that ", "of ", "against ", "as ", "“", "on "):
        words = words.removeprefix(opening)
    return words.strip(" “”«».,'")


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_nothing_was_said(text: str) -> None:
    _, record = read_marked(text)
    assert record.statements == ()


def test_what_is_not_said_is_held_back_with_the_reason() -> None:
    reasons = [
        [item.reason for item in read_marked(text)[1].held_back if item.what == "statement"]
        for text in (
            "Ankara did not say whether the minister would travel.",
            "Ankara will say on Friday that the port is open.",
            "Ankara refused to confirm that the port was open.",
            "If Ankara says that the port is open, the ships will sail.",
            "Ankara withdrew its request for a meeting.",
            "Does Ankara have any comment on the raid?",
        )
    ]
    assert reasons == [["not said"], ["not said yet"], ["declined to say"], ["said only on a condition"], ["taken back"], ["a question"]]
