"""Status: tense, modals, negation and the words over a predicate."""

from __future__ import annotations

import pytest

from markup import parse_example, shared_reader
from memcon.reading.status import Status, status_of

LINES = """
held | Lavrov {met} with Fidan in Ankara on Tuesday.
held/not | Lavrov did not {meet} with Fidan.
planned | Lavrov will {meet} Fidan next week.
declined | Lavrov will not {meet} Fidan.
planned | Lavrov is to {meet} Fidan in Antalya.
planned | Lavrov is due to {visit} Cairo on Monday.
expected | Lavrov is expected to {visit} Cairo on Monday.
expected | Lavrov hopes to {visit} Cairo on Monday.
planned | Lavrov plans to {visit} Cairo.
denied | Lavrov has no plans to {meet} Blinken.
denied | Lavrov does not plan to {meet} Blinken.
declined | Lavrov refused to {meet} Blinken.
declined | Lavrov declined to {meet} with Blinken.
proposed | Lavrov offered to {meet} Blinken.
invited | Modi invited Sharif to {visit} Delhi.
planned | Sharif accepted an invitation to {visit} Delhi.
declined | Sharif turned down an invitation to {visit} Delhi.
expected | Modi could {meet} Xi in Kazan.
planned | Modi said he would {meet} Xi in Kazan.
held/if | If they {meet}, it would be a first.
ongoing | Kishida is {visiting} Seoul this week.
held | After {meeting} Xi, Lula flew to Shanghai.
held/not | Lula left Beijing without {meeting} Xi.
postponed | Blinken postponed a {trip} to Beijing.
postponed | The {visit} was postponed over a storm.
cancelled | The {visit} has been called off.
cancelled | Erdogan called off {talks} with Mitsotakis.
proposed | Macron called for {talks} between Kyiv and Moscow.
expected | It could pave the way for a {summit} between Kim and Putin.
planned | A {meeting} is planned for next week.
planned | The {summit} is scheduled for May 5.
planned | The {talks} will take place in Doha.
held | The {talks} took place in Doha.
held | The {talks} lasted six hours.
planned | Lavrov will hold {talks} with Fidan.
held | Lavrov held {talks} with Fidan.
held/not | Lavrov held no {talks} with Fidan.
planned | They discussed the upcoming {visit} of the king.
planned | Ahead of the {visit}, Wang praised the ties.
postponed | His {trip}, which had originally been planned for February but was postponed after a flood, begins Sunday.
proposed | Zelensky proposed a {meeting} with Putin.
denied | The Kremlin denied that Putin {met} Prigozhin.
denied | The Kremlin denied a {meeting} with Prigozhin.
planned | Lavrov to {visit} Turkey
held | Xi, Putin hold {talks} in Moscow
planned | The two leaders agreed to {meet} again in June.
planned | The two sides agreed to hold a new {round} of talks in June.
proposed | Kim wants to {meet} Trump.
proposed | He is ready to {meet} Trump.
denied | No {meeting} is planned.
planned | He announced that Lula will {travel} to Beijing.
held | Lula arrived in Beijing for {talks} with Xi.
planned | Lula will travel to Beijing for {talks} with Xi.
cancelled | The planned {meeting} was cancelled.
declined | Abbas refused a {call} with Biden.
planned | He will travel to Rome and {meet} Meloni.
proposed | He asked for a {meeting} with Xi.
expected | The prospect of a {meeting} between Xi and Biden rose.
held | During the {visit}, Modi met Putin.
planned | Sharif is scheduled to {arrive} in Beijing on Monday.
ongoing | The {talks} are under way in Geneva.
ongoing | Witkoff and Lavrov are holding {talks} in Moscow.
planned | The president is going to {meet} him.
expected | Lavrov is likely to {meet} Rubio.
denied | Lavrov is unlikely to {meet} Rubio.
expected | Had hoped to {meet} Xi.
proposed | The mediators urged the two sides to {meet}.
held | The two {met} on the sidelines of a summit.
"""


def status(marked: str) -> Status:
    example = parse_example(marked)
    reader = shared_reader()
    doc = reader.parser.parse([example.text])[0]
    trigger = example.triggers[0]
    token = next(token for token in doc if token.idx == trigger.start)
    return status_of(reader.lexicon, token)


def shown(found: Status) -> str:
    return found.value + ("/not" if found.negated else "") + ("/if" if found.conditional else "")


@pytest.mark.parametrize(("wanted", "marked"), [line.split(" | ", 1) for line in LINES.strip().splitlines()])
def test_status_is_read(wanted: str, marked: str) -> None:
    assert shown(status(marked)) == wanted


def test_a_change_keeps_what_was_before_it() -> None:
    found = status("His {trip}, which had originally been planned for May but was postponed after a flood, begins Sunday.")
    assert [(value, cue.text) for value, cue in found.earlier] == [("planned", "planned")]


def test_words_around_give_only_a_weak_status() -> None:
    assert status("Ahead of the {visit}, Wang praised the ties.").weak
    assert not status("Lavrov will {meet} Fidan.").weak
