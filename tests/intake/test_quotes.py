"""Quotation marks of all makes come out as “ and ”, inner ones and apostrophes as '."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.intake.quotes import unify_quotes


@pytest.mark.parametrize(
    ("paragraph", "seen"),
    [
        ('"We agree," Sand said.', "“We agree,” Sand said."),
        ("«We agree», Sand said.", "“We agree”, Sand said."),
        ("« We agree », Sand said.", "“ We agree ”, Sand said."),
        ("„We agree“, Sand said.", "“We agree”, Sand said."),
        ("»We agree«, Sand said.", "“We agree”, Sand said."),
        ("”We agree”, Sand said.", "“We agree”, Sand said."),
        ("Sand “called it a step» on Monday.", "Sand “called it a step” on Monday."),
        ("「We agree」 Sand said.", "“We agree” Sand said."),
        ('what he called"grave" steps', "what he called“grave” steps"),
        ("She said: “We go on.", "She said: “We go on."),
        ("We go on,” she said.", "We go on,” she said."),
        ("Not ''strong'' but ``firm'', he said", "Not  “strong”  but  “firm” , he said"),
        ("‘‘Firm’’ was the word", " “Firm”  was the word"),
        ("''He said 'no''' was all", " “He said 'no'”  was all"),
        (
            "‘We will go,’ Sand said. ‘The ministers’ talks were good.’",
            "“We will go,” Sand said. “The ministers' talks were good.”",
        ),
        ("The 'frank' talks and Sand's 'firm' reply", "The “frank” talks and Sand's “firm” reply"),
        ("‘He said “no” to us,’ she recalled.", "“He said 'no' to us,” she recalled."),
        ("“They told us, ‘Wait for May,’ and we did,” he said.", "“They told us, 'Wait for May,' and we did,” he said."),
        ("‘We go on with our work", "“We go on with our work"),
        ("the envoys' talks of the '90s", "the envoys' talks of the '90s"),
        ("Sana’a and Dato’ Sri ’Abd al-Rahman", "Sana'a and Dato' Sri 'Abd al-Rahman"),
        ('the 6" gun', 'the 6" gun'),
        ("He called for 'calm in the ministers' camp' today", "He called for “calm in the ministers' camp” today"),
        ("the 'ministers' talks went on", "the “ministers” talks went on"),
    ],
)
def test_marks(paragraph: str, seen: str) -> None:
    assert unify_quotes(paragraph) == seen
    assert len(seen) == len(paragraph)


@given(st.text(alphabet="ab .,s'’‘\"“”«»„`\n[(", max_size=80))
def test_length_and_marks(paragraph: str) -> None:
    seen = unify_quotes(paragraph)
    assert len(seen) == len(paragraph)
    assert not set(seen) & set("’‘«»„`")


@given(st.text(alphabet="ab .,s“”'", max_size=60))
def test_unifying_twice_changes_letters_never(paragraph: str) -> None:
    marks = "“”' "
    once = unify_quotes(paragraph)
    assert [c for c in once if c not in marks] == [c for c in paragraph if c not in marks]
