"""How far words reach: where a clause, an act or a parenthesis ends, and what holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from markup import shared_reader
from memcon.errors import MemconError
from memcon.record import Statement


def read(text: str) -> tuple[Statement, ...]:
    return shared_reader().read(text, published="2024-03-07").statements


def said(text: str) -> list[tuple[str, str, list[str]]]:
    """Speaker, cue and pieces of content of each statement."""
    return [
        (s.speakers[0].exact, s.cue.exact if s.cue else "", [p.exact for p in s.content.parts or (s.content,)])
        for s in read(text)
    ]


EXTENTS = [
    ("a semicolon is a wall", "Ankara said the drilling was legal; Athens called it “a provocation.”",
     [("Ankara", "said", ["the drilling was legal"]), ("Athens", "called", ["it “a provocation.”"])]),
    ("a closing aside is the reporter's", "Oslo said the talks had stalled, which surprised nobody in the capital.",
     [("Oslo", "said", ["the talks had stalled"])]),
    ("a dash breaks off", "Oslo said the talks had stalled — a hint at the fish quotas.",
     [("Oslo", "said", ["the talks had stalled"])]),
    ("what goes on in the story is no speech", "The talks had stalled, Oslo said, as crews went on strike.",
     [("Oslo", "said", ["The talks had stalled"])]),
    ("an adjunct before the speaker", "But to end the strike, Oslo said, the port should be opened.",
     [("Oslo", "said", ["But to end the strike", "the port should be opened"])]),
    ("as X said at the start", "As Fidan said on Monday, the port will open.",
     [("Fidan", "said", ["the port will open"])]),
    ("according to at the end takes all", "Fidan thanked Oslo and said the port was open, according to the Kremlin.",
     [("Fidan", "thanked", ["Oslo"]), ("Fidan", "said", ["the port was open"]),
      ("the Kremlin", "according to", ["Fidan thanked Oslo and said the port was open"])]),
    ("a conjunction before according to", "And the port was open, according to the Kremlin.",
     [("the Kremlin", "according to", ["the port was open"])]),
    ("a contrast after according to", "According to the Kremlin, the port was open, but few ships came.",
     [("the Kremlin", "According to", ["the port was open"])]),
    ("in the words of takes the quotation", "The port is, in the words of Fidan, “a lung of the region.”",
     [("Fidan", "in the words of", ["“a lung of the region.”"])]),
    ("coordinated quotations", "Moscow called the plan “useless” and “a trap.”",
     [("Moscow", "called", ["the plan “useless” and “a trap.”"])]),
    ("a quotation broken by a gerund", "“Each time,” Fidan said, referring to the strikes, “you lose a friend.”",
     [("Fidan", "said", ["“Each time,”", "“you lose a friend.”"]), ("Fidan", "referring to", ["the strikes"])]),
    ("before adding", "Fidan said the sum was “fair,” before adding that it had yet to be paid.",
     [("Fidan", "said", ["the sum was “fair,”"]), ("Fidan", "adding", ["that it had yet to be paid"])]),
    ("although they say", "Moscow has urged Kyiv to withdraw, although it says the talks go on.",
     [("Moscow", "urged", ["Kyiv to withdraw"]), ("it", "says", ["the talks go on"])]),
    ("a relative pronoun speaks for its noun", "Lavrov met Fidan, who warned that the port would close.",
     [("who", "warned", ["that the port would close"])]),
    ("a cue inside the marks", "Fidan “stressed that the port must stay open,” the Kremlin said.",
     [("Fidan", "stressed", ["that the port must stay open"]),
      ("the Kremlin", "said", ["Fidan “stressed that the port must stay open,”"])]),
    ("said Name and a colon", "Said Fidan: “The port will open.”", [("Fidan", "Said", ["“The port will open.”"])]),
    ("what came of the words is the reporter's", "Oslo said on Monday that the port was shut, prompting a protest in Rome.",
     [("Oslo", "said", ["that the port was shut"])]),
    ("after a colon only the quotation", "The envoy was blunt: “Nobody will sign this text,” Fidan said.",
     [("Fidan", "said", ["“Nobody will sign this text,”"])]),
    ("the nearer of two subjects", "Moscow, the EU's Josep Borrell warned last week, must not be allowed to win.",
     [("the EU's Josep Borrell", "warned", ["Moscow", "must not be allowed to win"])]),
    ("issuers of a statement", "Egypt and Kenya issued a joint statement calling for a truce.",
     [("Egypt", "calling for", ["a truce"])]),
    ("nobody's words", "Neither man mentioned the port. No official said that it was shut.", []),
    ("a clause hung on a noun", "Oslo reported at the time that the port had been closed.",
     [("Oslo", "reported", ["that the port had been closed"])]),
    ("something that, as an aside", "Ankara accuses Athens of piracy, something that Athens has always denied.",
     [("Ankara", "accuses", ["Athens of piracy"])]),
    ("by whom a thing was done", "Oslo condemned the launch on Sunday by North Korea of two missiles.",
     [("Oslo", "condemned", ["the launch on Sunday by North Korea of two missiles"])]),
    ("an aside in the speaker's would", "Oslo said the port had made a loss, which could have closed it.",
     [("Oslo", "said", ["the port had made a loss, which could have closed it"])]),
    ("a second verb in the speaker's would", "Oslo says it would lose money in the first year, but would earn it back.",
     [("Oslo", "says", ["it would lose money in the first year, but would earn it back"])]),
    ("a reason", "Oslo said that claim made no sense, because crews have been paid.",
     [("Oslo", "said", ["that claim made no sense, because crews have been paid"])]),
    ("a state is shifted, an act is not", "The Norwegian news agency said Oslo had no choice and warned that the port would close.",
     [("The Norwegian news agency", "said", ["Oslo had no choice"]),
      ("The Norwegian news agency", "warned", ["that the port would close"])]),
    ("a second verb behind a comma", "Fidan said that the Norwegian cabinet fully respected the treaty, and reiterated his support.",
     [("Fidan", "said", ["that the Norwegian cabinet fully respected the treaty"]), ("Fidan", "reiterated", ["his support"])]),
    ("a statement according to which", "Fidan read out a statement according to which the two sides had agreed on a truce.",
     [("Fidan", "according to", ["the two sides had agreed on a truce"])]),
    ("a document according to which", "There is a text according to which the port will open.",
     [("a text", "according to", ["the port will open"])]),
    ("a closing participle passes over things", "Fidan called off a trip that had been announced a day before, saying there was no progress.",
     [("Fidan", "saying", ["there was no progress"])]),
    ("a comment on the words", "Oslo demanded that the council adopt a statement, a view echoed by Ban Ki-moon.",
     [("Oslo", "demanded", ["that the council adopt a statement"])]),
    ("a concession with a cue of its own", "Fidan announced that there was no agreement on a text though he said it was close.",
     [("Fidan", "announced", ["that there was no agreement on a text"]), ("he", "said", ["it was close"])]),
    ("let it be known", "Fidan let Lavrov know that the port would open.",
     [("Fidan", "let Lavrov know", ["that the port would open"])]),
    ("who tells of it is no content", "Fidan said this in an interview with the bureau Report, UNN reports.", []),
    ("a day calls for nothing", "Fidan ignored last week's call for an immediate end to the raids.", []),
    ("on condition of anonymity, that",
     "Two aides said on Friday, on condition of anonymity because they were not authorised to speak, that a deal was near.",
     [("Two aides", "said", ["that a deal was near"])]),
    ("on condition of anonymity that", "A diplomat said on condition of anonymity because talks were private that the deal was near.",
     [("A diplomat", "said", ["that the deal was near"])]),
    ("speaking on condition of anonymity", "The aide said the deal was near, speaking on condition of anonymity.",
     [("The aide", "said", ["the deal was near"])]),
    ("told to", "Fidan told his envoys never to speak of it.", [("Fidan", "told", ["never to speak of it"])]),
    ("a name taken for part of a noun", "Beijing pledges to cut tariffs.", [("Beijing", "pledges", ["to cut tariffs"])]),
    ("names under a plural title", "The two will sign, presidents Emmanuel Macron and Shavkat Mirziyoyev announced on Thursday.",
     [("Emmanuel Macron", "announced", ["The two will sign"])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in EXTENTS], ids=[row[0] for row in EXTENTS])
def test_extent(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert said(text) == expected


WORDS = st.sampled_from(
    "Fidan Moscow said that “ ” the port was open , . ; : — and told Lavrov according to who warned not will he “It is” "
    "praised for urged to leave adding it\n\n".split(" ")
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, min_size=3, max_size=30).map(" ".join))
def test_any_words_give_a_sound_record(text: str) -> None:
    try:
        record = shared_reader().read(text, published="2024-03-07")
    except MemconError:
        return
    for statement in record.statements:
        pieces = statement.content.parts or (statement.content,)
        assert statement.speakers
        assert statement.evidence
        assert 0.3 <= statement.confidence <= 0.95
        assert [piece.start for piece in pieces] == sorted(piece.start for piece in pieces)
        assert all(text[piece.start : piece.end] == piece.exact != "" for piece in pieces)
        assert all(text[voice.start : voice.end] == voice.exact != "" for voice in statement.speakers)
