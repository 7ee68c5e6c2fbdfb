"""Speech over more than a sentence: quotes that go on, turns of a transcript, relays, stance, who hears and who is meant."""

from __future__ import annotations

import pytest

from markup import shared_reader
from memcon.record import Record, Statement


def read(text: str) -> Record:
    return shared_reader().read(text, published="2024-03-07")


def parts(statement: Statement) -> list[str]:
    return [piece.exact for piece in statement.content.parts or (statement.content,)]


def names(statement: Statement) -> list[str | None]:
    return [speaker.name for speaker in statement.speakers]


def test_a_quote_goes_on_behind_its_speaker() -> None:
    (statement,) = read("“We will sign,” Fidan said. “But not today. We need guarantees.” The port stays shut.").statements
    assert parts(statement) == ["“We will sign,”", "“But not today. We need guarantees.”"]
    assert statement.kind == "direct"
    assert [quote.exact for quote in statement.quotes] == ["We will sign,", "But not today. We need guarantees."]


def test_a_quote_goes_on_in_the_next_paragraph() -> None:
    text = "Speaking in Dili, Fidan said: “We have buried too many people along this road.\n\n“Today we open it.”"
    (statement,) = read(text).statements
    assert parts(statement) == ["“We have buried too many people along this road.", "“Today we open it.”"]


def test_a_colon_leads_to_the_next_paragraph() -> None:
    (statement,) = read("Fidan told parliament:\n\n“The strait stays open. Nobody will close it.”").statements
    assert parts(statement) == ["“The strait stays open. Nobody will close it.”"]


def test_a_quote_alone_belongs_to_who_spoke_before() -> None:
    said, alone = read("Fidan condemned the raid. “It was murder.” The ambassador left on Friday.").statements
    assert (names(alone), alone.cue, alone.confidence < 0.9) == (names(said), None, True)


def test_a_clause_before_a_colon_needs_no_verb_of_saying() -> None:
    (statement,) = read("Fidan had a short answer for the reporters: “Ask Athens.”").statements
    assert (names(statement), parts(statement)) == (["Hakan Fidan"], ["“Ask Athens.”"])


def test_a_forgotten_mark_ends_before_the_speaker() -> None:
    first, second = read("“The truce holds, General Tomas Rey said.\n“We expect the buses at noon,” he added.").statements
    assert parts(first) == ["“The truce holds,"]
    assert parts(second) == ["“We expect the buses at noon,”"]


def test_names_under_a_plural_title_all_speak() -> None:
    (statement,) = read("The two will sign, presidents Emmanuel Macron and Shavkat Mirziyoyev announced.").statements
    assert names(statement) == ["Emmanuel Macron", "Shavkat Mirziyoyev"]


def test_one_label_is_enough_where_questions_and_answers_follow() -> None:
    text = (
        "Foreign Ministry Spokesperson Lu Kang's Remarks\n\nLu Kang: The minister will fly to Oslo.\n\n"
        "Talks on fish will go on there.\n\nQ: Will he meet the king?\n\nA: He will."
    )
    first = read(text).statements[0]
    assert parts(first) == ["The minister will fly to Oslo.", "Talks on fish will go on there."]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kiev said the port was open.", "Kiev"),
        ("President Vladimir Putin's spokesman said the port was open.", "President Vladimir Putin's spokesman"),
        ("The government of national unity met in Rome. It condemned the raid.", "government of national unity"),
        ("Lee met Min Aung Hlaing. The Senior General said the port was open.", "The Senior General"),
        ("The fish ban stays, according to Israeli officials. The port is open, they said.", "Israeli officials"),
        ("Thailand's prime minister, Somsak Chaiwat, flew home. Somsak said the port was open.", "Somsak Chaiwat"),
    ],
)
def test_a_speaker_is_named_as_the_text_does(text: str, name: str) -> None:
    last = read(text).statements[-1]
    assert names(last) == [name]


def test_who_also_denies_is_who_spoke_before() -> None:
    text = (
        "Palestinian spokesperson Nabil Abu Rodeina stated that there were no talks. His statement came after some media claimed "
        "that Yitzhak Molcho, an envoy of Benjamin Netanyahu, had been meeting aides of Abbas. He also denied reports of a deal."
    )
    assert names(read(text).statements[-1]) == ["Nabil Abu Rodeina"]


def test_a_national_security_council_is_not_the_united_nations() -> None:
    (statement,) = read("National Security Council spokesman Tommy Vietor said it was not true.").statements
    assert [(speaker.name, speaker.country) for speaker in statement.speakers] == [("Tommy Vietor", None)]


def test_a_state_with_a_colon_in_a_headline_is_a_topic() -> None:
    assert read("Iran: Talks resume in Oslo\n\nThe envoys came by train on Monday. They left on Friday.").statements == ()


def test_who_rejected_something_is_who_goes_on_speaking() -> None:
    text = (
        "Norway's foreign minister Espen Barth Eide welcomed the map. The rebels' spokesman, Ivo Lund, rejected it. "
        "Only a vote, he told reporters by telephone, could settle the line."
    )
    assert names(read(text).statements[-1]) == ["Ivo Lund"]


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("Lavrov said Fidan had told him that the port would stay shut.", [("Fidan", ["Lavrov"])]),
        ("Lavrov told parliament that Fidan had warned him that the port would stay shut.", [("Fidan", ["Lavrov"])]),
        ("Lavrov said Fidan had told Kuleba the port was shut.", [("Lavrov", []), ("Fidan", ["Lavrov"])]),
        ("Lavrov said the port was shut and that Fidan had told him so.", [("Lavrov", [])]),
        ("Lavrov said Fidan had condemned the raid.", [("Lavrov", []), ("Fidan", ["Lavrov"])]),
    ],
)
def test_what_one_was_told_and_passes_on_is_one_statement(text: str, chains: list[tuple[str, list[str]]]) -> None:
    found = [(s.speakers[0].exact, [voice.exact for voice in s.relayed_by]) for s in read(text).statements]
    assert found == chains


def test_labels_with_a_time_or_a_remark_name_the_speaker_alone() -> None:
    text = (
        "Beginning of the Meeting\n\nPresident Vladimir Putin: Welcome to Sochi.\n\n"
        "Turkish President Recep Tayyip Erdogan (through an interpreter): Thank you. We have a long agenda.\n\n"
        "Vladimir Putin: Let us begin."
    )
    assert [names(statement) for statement in read(text).statements] == [
        ["Vladimir Putin"], ["Recep Tayyip Erdogan"], ["Vladimir Putin"],
    ]  # fmt: skip
    timed = (
        "Briefing Transcript\n\nAnn Sand (00:04):\n\nThe port is open.\n\nMatt (01:27):\n\nGreat.\n\nAnn Sand (01:29):\n\nYes."
    )
    assert [names(statement) for statement in read(timed).statements] == [["Ann Sand"], ["Matt"], ["Ann Sand"]]


def test_an_agency_that_closes_the_sentence_relays_all_of_it() -> None:
    text = "Moscow was interested in the talks, Lavrov said. Fidan said the port was open, the Anadolu news agency reported."
    statements = read(text).statements
    assert [parts(statement) for statement in statements[1:]] == [
        ["the port was open"], ["Fidan said the port was open"],
    ]  # fmt: skip
    assert not statements[-1].relayed_by


def test_a_place_and_a_colon_are_no_words_of_the_speaker() -> None:
    (statement,) = read("Moscow: The talks were put off, Maria Zakharova said on Thursday.").statements
    assert parts(statement) == ["The talks were put off"]


def test_a_negation_inside_the_marks_does_not_silence_the_speaker() -> None:
    (statement,) = read("“It was granted. No ‘summons’,” Macaire wrote on Sunday.").statements
    assert names(statement) == ["Macaire"]


def test_a_participle_behind_closing_marks_is_the_speakers() -> None:
    text = (
        "They agreed that the war in the delta has “gone on for far too long,” saying that “all parties” must do what they can."
    )
    assert parts(read(text).statements[-1]) == ["that “all parties” must do what they can"]


def test_the_president_of_a_briefing_is_the_briefers() -> None:
    text = (
        "Press Gaggle by Scott McClellan\n\nMR. McCLELLAN: The President spoke with President Putin. "
        "The President reiterated the importance of the accord.\n\nQ How long did they talk?\n\nMR. McCLELLAN: An hour."
    )
    record = shared_reader().read(text, published="2006-03-04")
    assert [names(s) for s in record.statements if s.cue and s.cue.exact == "reiterated"] == [["George W. Bush"]]


def test_two_speakers_share_no_words() -> None:
    one, other = read("“It is over,” said Lavrov. “There is nothing left to discuss,” said Fidan.").statements
    assert (names(one), names(other)) == (["Sergei Lavrov"], ["Hakan Fidan"])
    assert not other.content.parts


def test_brackets_inside_the_marks_stay() -> None:
    (statement,) = read("“They [the envoys] have until Friday to answer,” Fidan said.").statements
    assert parts(statement) == ["“They [the envoys] have until Friday to answer,”"]


def test_joint_speakers_are_one_entry_each_with_one_span() -> None:
    text = "China and Norway met in Oslo. Both sides said in a joint statement that they would resume the talks in May."
    joint = read(text).statements[-1]
    assert sorted(speaker.country or "" for speaker in joint.speakers) == ["CHN", "NOR"]
    assert {speaker.exact for speaker in joint.speakers} == {"Both sides"}


def test_named_pairs_are_two_speakers() -> None:
    (statement,) = read("Kyiv and Warsaw said they had agreed on a road map.").statements
    assert [speaker.country for speaker in statement.speakers] == ["UKR", "POL"]


def test_a_relay_names_both() -> None:
    outer, inner = read("The Kremlin said Lavrov had told his guests that Moscow would wait.").statements
    assert (inner.speakers[0].name, inner.relayed_by[0].country) == ("Sergei Lavrov", "RUS")
    assert outer.content.start < inner.content.start
    assert not outer.relayed_by


def test_an_act_passes_nothing_on() -> None:
    statements = read("Beijing’s claim that the ship was lost was rejected by Manila.").statements
    assert all(not statement.relayed_by for statement in statements)


def test_equals_end_each_others_words() -> None:
    said, urged = read("Beijing has said that the strait is open and urged Tokyo to withdraw its ships.").statements
    assert said.content.exact == "that the strait is open"
    assert urged.speakers[0].country == "CHN"
    first, second = read("Moscow said the talks were useful, adding that they would go on.").statements
    assert first.content.exact == "the talks were useful"
    assert second.speakers == first.speakers


@pytest.mark.parametrize(
    ("text", "stance", "negated"),
    [
        ("Moscow denied that it had fired the missile.", "denying", True),
        ("Moscow ruled out a truce.", "denying", True),
        ("Moscow did not rule out a truce.", "neutral", False),
        ("Moscow condemned the raid.", "critical", False),
        ("Moscow did not condemn the raid.", "neutral", True),
        ("Moscow welcomed the truce.", "supportive", False),
        ("Moscow urged Kyiv to withdraw.", "demanding", False),
        ("Moscow promised to reopen the port.", "committing", False),
        ("Moscow said the port was open.", "neutral", False),
        ("Moscow does not believe that the truce will hold.", "neutral", True),
    ],
)
def test_stance_and_polarity(text: str, stance: str, negated: bool) -> None:
    (statement,) = read(text).statements
    assert (statement.stance, statement.negated) == (stance, negated)


def test_who_hears_it_and_whom_it_is_about() -> None:
    (statement,) = read("Lavrov told Fidan that NATO was to blame.").statements
    assert [(heard.name, heard.country) for heard in statement.addressees] == [("Hakan Fidan", "TUR")]
    assert statement.about == ("NATO",)
    (accused,) = read("Ankara accused Athens of piracy.").statements
    assert accused.about == ("GRC",)


@pytest.mark.parametrize(
    ("text", "anonymous"),
    [
        ("A senior Western official said the deal was done.", True),
        ("Two diplomats briefed on the talks said the deal was done.", True),
        ("Lavrov said the deal was done.", False),
        ("The Kremlin said the deal was done.", False),
    ],
)
def test_anonymous_speakers(text: str, anonymous: bool) -> None:
    (statement,) = read(text).statements
    assert [speaker.anonymous for speaker in statement.speakers] == [anonymous]


BRIEFING = """Press briefing

MS. SAND: The foreign minister called Hakan Fidan this morning. Fidan stressed that the corridor must stay open.

We think a deal is near.

QUESTION: Has Moscow answered?

MS. SAND: Not yet.
"""


def test_turns_of_a_transcript() -> None:
    record = read(BRIEFING)
    first, relayed, last = record.statements
    assert [first.kind, first.rule, last.content.exact] == ["direct", "turn", "Not yet."]
    assert len(first.content.parts) == 2
    assert (relayed.speakers[0].name, relayed.relayed_by[0].exact) == ("Hakan Fidan", "MS. SAND")
    assert "a question" in {item.reason for item in record.held_back}


def test_a_transcript_in_quotation_marks() -> None:
    text = "A part of the interview follows:\n\n“SAND: Will the port open?\n\n“FIDAN: It will open on Friday."
    turns = [statement for statement in read(text).statements if statement.rule == "turn"]
    assert [(turn.speakers[0].exact, turn.content.exact) for turn in turns] == [
        ("SAND", "Will the port open?"),
        ("FIDAN", "It will open on Friday."),
    ]


def test_a_headline_with_a_colon() -> None:
    text = "Fidan: Ankara will not wait\n\nANKARA, March 6 (AP) — Foreign Minister Hakan Fidan met reporters on Wednesday."
    assert [(names(s), s.content.exact) for s in read(text).statements] == [(["Hakan Fidan"], "Ankara will not wait")]


def test_captions_are_no_speech() -> None:
    text = "Hakan Fidan, left, says goodbye to a delegation in Ankara. Leah Roe / Wire Photo\n\nThe port stays shut."
    assert read(text).statements == ()


def test_when_it_was_said() -> None:
    (statement,) = read("Lavrov said on Tuesday that the talks would start in May.").statements
    assert statement.when is not None
    assert (statement.when.start, statement.when.text) == ("2024-03-05", "Tuesday")
    assert any("when" in evidence.of for evidence in statement.evidence)
    (undated,) = read("Lavrov said that the talks would start on Tuesday.").statements
    assert undated.when is None


def test_we_of_a_joint_statement_are_its_issuers() -> None:
    text = (
        "We, the foreign ministers of Australia, India and Japan, met in Delhi on 3 March 2023. "
        "We condemn the missile launches of the past month."
    )
    (statement,) = [item for item in read(text).statements if item.cue and item.cue.lemma == "condemn"]
    assert [speaker.country for speaker in statement.speakers] == ["AUS", "IND", "JPN"]
    assert {speaker.exact for speaker in statement.speakers} == {"We"}


@pytest.mark.parametrize(
    ("text", "speaker", "country"),
    [
        ("Oslo will recall its envoys, the Norwegian embassy in Rome said.", "the Norwegian embassy in Rome", "NOR"),
        ("The Norwegian navy on Tuesday said the port was open.", "The Norwegian navy", "NOR"),
        ("“The port is open,” Norwegian state radio quoted Lavrov as saying.", "Lavrov", "RUS"),
        ("Sources in Pakistan said the port was open.", "Sources in Pakistan", None),
        ("Officials of the Norwegian navy said the port was open.", "Officials of the Norwegian navy", "NOR"),
    ],
)  # fmt: skip
def test_how_far_a_speaker_reaches(text: str, speaker: str, country: str | None) -> None:
    statement = read(text).statements[-1]
    assert [(voice.exact, voice.country) for voice in statement.speakers] == [(speaker, country)]


def test_neither_confirm_nor_deny_states_nothing() -> None:
    assert read("The White House would neither confirm nor deny the report.").statements == ()


def test_labels_in_ordinary_letters_that_name_persons() -> None:
    text = (
        "Meeting in the Kremlin\n\nPresident of Russia Vladimir Putin: I am glad to see you.\n\nTrade has grown.\n\n"
        "President of Belarus Alexander Lukashenko: Thank you. We condemn the sanctions."
    )
    first, second, condemned = read(text).statements
    assert [piece.exact for piece in first.content.parts] == ["I am glad to see you.", "Trade has grown."]
    assert (names(first), names(second)) == (["Vladimir Putin"], ["Alexander Lukashenko"])
    assert (condemned.speakers[0].exact, condemned.speakers[0].name) == ("We", "Alexander Lukashenko")
    assert condemned.stance == "critical"


def test_a_bare_answer_is_of_who_the_headline_names() -> None:
    text = "Foreign Minister Hakan Fidan’s remarks\n\nQ: Will the port open?\n\nA: It will.\n\nQ: When?\n\nA: On Friday."
    assert {speaker.name for statement in read(text).statements for speaker in statement.speakers} == {"Hakan Fidan"}


def test_i_am_who_the_heading_says() -> None:
    text = "Address by President of Ukraine Volodymyr Zelenskyy\n\nToday I thanked Norway for the generators."
    (statement,) = read(text).statements
    assert (statement.speakers[0].exact, statement.speakers[0].name) == ("I", "Volodymyr Zelenskyy")


def test_you_say_nothing() -> None:
    assert read("You know that the port is open. You said that it was shut.").statements == ()


def test_we_of_a_statement_that_somebody_issued() -> None:
    text = "The Kremlin issued the following statement on Friday:\n\nWe condemn the raid on the port."
    condemned = read(text).statements[-1]
    assert [(speaker.exact, speaker.country) for speaker in condemned.speakers] == [("We", "RUS")]


def test_a_given_name_is_no_party() -> None:
    (statement,) = read("Jordan Petersen said the port was shut.").statements
    assert [speaker.country for speaker in statement.speakers] == [None]


def test_topics_are_no_statements() -> None:
    assert read("The two ministers discussed concerns that the port was shut.").statements == ()
    assert read("Ukraine must defend itself.").statements == ()


NO_WORDS = [
    "Algeria called its ambassador in Madrid for consultations.",
    "Peru recalled its ambassador to Mexico over the remarks.",
    "Kadhimi welcomed the prime minister at the airport on Friday.",
    "The families of sailors believed to have been abducted wait in Osaka.",
    "We thank them.",
]


@pytest.mark.parametrize("text", NO_WORDS)
def test_deeds_and_greetings_are_no_statements(text: str) -> None:
    assert read(text).statements == ()


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The president of Norway, Ann Roe, announced on Friday the closure, hailed by Denmark's leader, Lars Tamm.", "Ann Roe", "NOR"),
        ("Araghchi met President Recep Tayyip Erdogan, whose office said Ankara was ready.", "Recep Tayyip Erdogan's office", "TUR"),
        ("Penny Wong met Nanaia Mahuta. The Australian said the talks were long.", "Penny Wong", "AUS"),
        ("Touching on talks between Pashinyan and Ilham Aliyev, Tigran Balayan has said that it was late.", "Tigran Balayan", None),
        ("Hakan Fidan landed. His ministry said the talks were long.", "Hakan Fidan's ministry", "TUR"),
    ],
)  # fmt: skip
def test_speakers_behind_a_clause_or_a_possessive(text: str, name: str, country: str) -> None:
    last = shared_reader().read(text, published="2022-06-17" if "Wong" in text else "2025-06-21").statements[-1]
    assert [(speaker.name, speaker.country) for speaker in last.speakers] == [(name, country)]


def test_a_speaker_is_spelled_as_in_the_text() -> None:
    said = shared_reader().read("Volodymyr Zelenskiy left. Zelenskiy said it was late.", published="2023-05-15").statements[0]
    assert said.speakers[0].name == "Volodymyr Zelenskiy"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ruto called on the president at his residence on Monday.",
        "Ruto called on Jane Roe, both of whom are expected to run.",
        "Ruto called on Jane Roe and Ann Lee, some of whom had left.",
    ],
)
def test_a_call_on_somebody_says_nothing(sentence: str) -> None:
    assert not [s for s in shared_reader().read(sentence, published="2023-06-19").statements if s.cue and "call" in s.cue.lemma]


@pytest.mark.parametrize("rubric", ["Ethiopia", "Uganda"])
def test_a_state_before_a_headline_is_its_rubric(rubric: str) -> None:
    text = f"{rubric}: President Welcomes Delegation\n\nIt was a long day in the capital, where it rained for hours."
    assert not [s for s in shared_reader().read(text, published="2025-12-23").statements if s.cue and s.cue.exact == ":"]


def test_a_guest_who_is_welcomed_is_no_opinion() -> None:
    assert shared_reader().read("Abiy Ahmed was welcomed by William Ruto in Nairobi.", published="2025-12-23").statements == ()
    (statement,) = shared_reader().read("The deal was welcomed by William Ruto.", published="2025-12-23").statements
    assert [speaker.country for speaker in statement.speakers] == ["KEN"]
