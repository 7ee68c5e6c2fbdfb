"""Status: tense, modals, negation and the words over a predicate."""

from __future__ import annotations

import pytest

from markup import parse_example, shared_reader
from memcon.reading.status import Status, status_of

LINES = """
postponed | A {visit} to Cairo by Lavrov planned for the same day had been postponed.
held | A {visit} to Cairo by Lavrov planned in haste was praised.
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
planned | Ahead of a planned {meeting} between the two, Wang praised the ties.
planned | The {meeting}, which was to take place in June, has been moved to Rome.
postponed | The {talks} are on hold.
postponed | Their {dialogue} has been on hold since 2022.
cancelled | After the cancellation of the {summit}, both blamed each other.
cancelled | The cancellation of Macron's {visit} to Rabat surprised Paris.
postponed | The postponement of the {visit} was announced in Bern.
planned | Lavrov is set to {visit} Cairo.
planned | Lavrov was due to {arrive} in Cairo on Monday.
cancelled | Lavrov was scheduled to {visit} Cairo on Monday but cancelled.
cancelled | Lavrov was scheduled to {visit} Cairo on Monday but the trip was called off.
postponed | Lavrov was to {visit} Cairo in May but the trip was postponed.
planned | Lavrov said he would {meet} Fidan.
planned | The ministry said the two would {meet} in Doha.
planned | A {meeting} is being arranged.
planned | A {visit} is being prepared.
cancelled | Baerbock was to have {met} Szijjarto on Monday.
cancelled | The {meeting} will not go ahead.
cancelled | The {visit} will not take place this week.
cancelled | The {talks} did not go ahead as planned.
expected | A {meeting} between Xi and Biden is likely in November.
expected | Xi is expected in Paris for {talks} with Macron.
expected | Speculation about a {meeting} between Kim and Putin grew.
expected | Amid talk of a {trip} to Seoul by Xi, Wang arrived.
proposed | Erdogan wants to organise a {meeting} between Putin and Zelensky.
proposed | Ankara is seeking to arrange a {meeting} between Putin and Zelensky.
proposed | Turkey offered to host a {summit} between Putin and Zelensky.
proposed | He is open to {talks} with Kim.
proposed | Trump floated a {meeting} with Kim.
planned | The president is slated to go on a {trip} to Poland next week.
planned | He will leave on a {visit} to Poland on Monday.
held | He left on Monday for a {visit} to Poland.
ongoing | Xi, who is on a {visit} to Moscow, met Putin.
held | Xi, who was on a {visit} to Moscow, met Putin.
ongoing | Xi is in Moscow for {talks} with Putin.
held | Xi was in Moscow for {talks} with Putin.
ongoing | {Talks} between the two are continuing in Geneva.
ongoing | {Talks} are under way.
ongoing | The two are {meeting} in Geneva.
planned | Xi will be in Moscow for {talks} with Putin.
planned | The two leaders confirmed a {summit} in June.
planned | Dates for the {summit} have been agreed.
planned | Preparations for the {summit} are under way.
planned | A date has been set for the {summit}.
planned | The {summit}, due to open on Monday, will discuss grain.
planned | Next week's {summit} in Kazan will be the first.
planned | Modi's upcoming {visit} to Kyiv worries Moscow.
planned | Modi announced a {visit} to Kyiv.
planned | Monday's announcement that Modi will {visit} Kyiv surprised Moscow.
held | Modi's {visit} to Kyiv in August surprised Moscow.
declined | Putin turned down a {meeting} with Zelensky.
declined | Putin's refusal to {meet} Zelensky angered Kyiv.
declined | Kyiv ruled out {talks} with Moscow.
declined | Kyiv rejected {talks} with Moscow.
declined | Abbas will not {meet} Biden.
declined | Abbas snubbed a {meeting} with Pence.
denied | The Kremlin denied reports of a {meeting} between Putin and Trump.
denied | There are no plans for a {meeting} between Putin and Trump.
denied | No {talks} are scheduled between Putin and Trump.
denied | A {meeting} between Putin and Trump is not planned.
planned | Xi agreed to {visit} Seoul.
planned | Xi accepted an invitation to {visit} Seoul.
invited | Xi was invited to {visit} Seoul.
invited | Seoul extended an invitation for Xi to {visit} Seoul.
invited | An invitation to {visit} Seoul was handed to Xi.
declined | Xi declined an invitation to {visit} Seoul.
postponed | Xi's {visit} to Seoul was delayed by the pandemic.
postponed | Xi put off his {visit} to Seoul.
postponed | The delayed {visit} of Xi to Seoul is a sore point.
cancelled | Xi has called off his {visit} to Seoul.
held | Xi cut short his {visit} to Seoul.
cancelled | Talks broke down and the planned {meeting} was scrapped.
cancelled | Xi pulled out of a {summit} with Yoon.
held | Xi met Yoon on the sidelines of a {summit}.
planned | Erdogan to host Putin for {talks} on Friday.
planned | Erdogan to {host} Putin on Friday.
planned | Putin, Erdogan to {meet} in Sochi.
held | Putin {meets} Erdogan in Sochi
held | Putin {hosts} Erdogan in Sochi
planned | The foreign ministers are to hold {talks} in Rome.
planned | The foreign ministers will be holding {talks} in Rome.
planned | He plans a {visit} to Rome.
planned | He is planning a {visit} to Rome.
planned | He is preparing for a {visit} to Rome.
expected | He may {visit} Rome.
expected | He might hold {talks} with Meloni.
expected | He hopes for a {meeting} with Meloni.
proposed | He has requested a {meeting} with Meloni.
proposed | He called for an emergency {summit}.
held | They last {met} in 2019.
held | Since {meeting} in Rome, the two have written often.
held | Following {talks} with Meloni, he flew home.
planned | Before {meeting} Meloni, he will see the pope.
held | Before {meeting} Meloni, he saw the pope.
planned | A second {round} of talks is planned for May.
planned | The two sides agreed on another {round} of talks.
planned | They agreed to continue their {dialogue} in May.
held | The two held a {meeting} ahead of the summit.
planned | Lavrov's {visit} to Cairo will begin on Monday.
held | Lavrov's {visit} to Cairo began on Monday.
held | Lavrov ended a {visit} to Cairo.
planned | Lavrov will make a {stop} in Cairo.
planned | Lavrov will be {received} by Shoukry.
planned/not | No date was set for another {meeting} of the ministers.
planned | A date was set for another {meeting} of the ministers.
planned | A date for the {meeting} of the ministers has yet to be set.
planned/not | The two sides did not set a date for the next {meeting}.
cancelled | Lavrov will not go ahead with the {visit} to Cairo.
planned | Lavrov will go ahead with the {visit} to Cairo.
planned | Tillerson will tout a memorandum, discuss the forces, attend a {conference} in Kuwait City, and make a stop in Beirut.
planned | Tillerson will tout a memorandum, discuss the forces, attend a conference in Kuwait City, and make a {stop} in Beirut.
held | Merkel flew to Moscow for a working {visit} that had been planned for some time.
proposed | Zelensky has repeatedly called for direct {talks} with Putin.
held/not | Kim, who has never {met} Yoon, sent a letter.
held/not | The two have not {met} since 2019.
expected | Hopes of a {summit} between the two faded.
planned | Biden's first face-to-face {meeting} with Xi is set for Monday.
planned | {Talks} between the two are due to resume in Vienna on Monday.
planned | The second round of {talks}, tentatively scheduled for May, will focus on oil.
postponed | Xi's {trip} to Japan, which was shelved because of the pandemic, may be revived.
invited | Biden invited Xi for a state {visit}.
invited | Biden has invited Xi to a {summit} in San Francisco.
proposed | Trump said he would be willing to {meet} Kim.
denied | The White House said no {meeting} was planned.
declined | Iran ruled out direct {talks} with the United States.
planned | The Saudis agreed in principle to host {talks} between the two.
expected | Both leaders are expected to attend the {summit}.
expected | The two could {meet} on the sidelines of the forum.
held | {Talks} between Iran and the United States collapsed on Monday.
held | Lavrov walked out of {talks} with Fidan.
planned | Lavrov's {talks} with Fidan on Monday will focus on Syria.
planned | Lavrov will use the {talks} with Fidan to press for grain.
held | Lavrov used the {talks} with Fidan to press for grain.
planned | Lavrov looks set to {meet} Fidan.
planned | The {visit}, the first by a Turkish leader since 2016, will last three days.
held | The {visit}, the first by a Turkish leader since 2016, lasted three days.
held | Erdogan's {visit} comes as tensions rise.
held | Erdogan's {visit} came as tensions rose.
planned | Lavrov and Fidan intend to hold {talks}.
planned | A {call} between Biden and Xi is in the works.
planned | A {meeting} has been scheduled between Lavrov and Fidan.
proposed | Kyiv asked Ankara to arrange a {meeting} between Zelensky and Putin.
proposed | Ankara is trying to broker a {meeting} between Zelensky and Putin.
proposed | Ankara offered to mediate {talks} between Zelensky and Putin.
held | Ankara brokered {talks} between Kyiv and Moscow.
held | Ankara hosted {talks} between Kyiv and Moscow.
planned | Ankara will host {talks} between Kyiv and Moscow.
expected | Lavrov is believed to be planning a {visit} to Ankara.
denied | The ministry dismissed rumours that Lavrov would {visit} Ankara.
denied | Lavrov denied that he had {met} Fidan.
declined | Fidan decided not to {attend} the summit.
declined | Fidan will not {attend} the meeting in Rome.
declined | Fidan did not want to {meet} Lavrov.
cancelled | Fidan will no longer {visit} Moscow.
postponed | The {visit} has been pushed back to May.
postponed | They agreed to postpone the {talks}.
cancelled | They agreed to cancel the {talks}.
planned | Fidan confirmed that he would {attend} the summit.
planned | Fidan accepted an invitation from Lavrov to {visit} Moscow.
planned | Fidan said he had accepted an {invitation} to Moscow.
held | Fidan returned from a {visit} to Moscow.
held | Fidan was on a {visit} to Moscow when the news broke.
ongoing | Fidan is currently on a {visit} to Moscow.
held | Fidan departed for {talks} in Moscow.
held | Fidan concluded his {visit} to Moscow.
held | Speaking after {talks} with Fidan, Lavrov said trade had grown.
planned | Speaking ahead of {talks} with Fidan, Lavrov said trade had grown.
planned | Speaking before a {meeting} with Fidan, Lavrov said trade had grown.
held | At a {meeting} with Fidan, Lavrov said trade had grown.
held | Lavrov praised Fidan during their {meeting}.
held | Lavrov thanked Fidan for their {meeting} in Antalya.
held | Lavrov recalled his {meeting} with Fidan in Antalya.
held | In a phone {call} with Fidan, Lavrov agreed to send grain.
held | When they {met} in May, they agreed on grain.
planned | When they {meet} in May, they will discuss grain.
planned | The leaders will discuss grain when they {meet} in May.
denied | A {meeting} with Trump is not on the agenda.
proposed | {Talks} between the two are on the table.
held/not | Putin has yet to {meet} Zelensky.
proposed/if | Should they {meet}, it would be the first time.
planned/if | It is unclear whether they will {meet}.
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


def test_what_became_of_a_plan_keeps_the_plan() -> None:
    found = status("Lavrov was scheduled to {visit} Cairo on Monday but the trip was called off.")
    assert [(value, cue.text) for value, cue in found.earlier] == [("planned", "scheduled")]


def test_words_around_give_only_a_weak_status() -> None:
    assert status("Ahead of the {visit}, Wang praised the ties.").weak
    assert not status("Lavrov will {meet} Fidan.").weak
