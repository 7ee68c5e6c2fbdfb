"""What is the story and what stands around it, construction by construction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.intake.documents import document, shadow_of
from memcon.intake.layout import find_blocks

STORY = "Sand met Bello in Oslo on Monday, and the two ministers spoke for an hour about fish and the border."
MORE = "They agreed to meet again in May, a spokesman said, though no place has been chosen by either side."


def blocks(*paragraphs: str, title: str | None = None) -> list[tuple[str, str]]:
    shadow = shadow_of("\n\n".join(paragraphs))
    return [(block.kind, shadow[block.start : block.end]) for block in find_blocks(shadow, title=title)]


def kinds(*paragraphs: str, title: str | None = None) -> list[str]:
    return [kind for kind, _ in blocks(*paragraphs, title=title)]


def test_headline_byline_dateline_and_heading() -> None:
    found = kinds("Ministers meet in Oslo", "By Jane Roe and John Doe", f"OSLO (AP) — {STORY}", "Frank and candid", MORE)
    assert found == ["headline", "byline", "dateline", "paragraph", "heading", "paragraph"]


def test_a_title_tells_the_headline_even_with_a_full_stop() -> None:
    assert kinds("Sand has met Bello.", STORY, title="Sand has met Bello") == ["headline", "paragraph"]
    assert kinds("Sand has met Bello.", STORY) == ["paragraph", "paragraph"]
    assert kinds("Sand Finally Meets Bello.", STORY)[0] == "headline"


@pytest.mark.parametrize(
    ("paragraph", "caption", "credit"),
    [
        ("Sand’s talks capped it. Jane Roe / AFP – Getty Images", "Sand's talks capped it.", "Jane Roe / AFP – Getty Images"),
        ("Sand in Oslo, March 4, 2021. REUTERS/Jane Roe", "Sand in Oslo, March 4, 2021.", "REUTERS/Jane Roe"),
        ("Sand meets Bello in Oslo (AP Photo/Jane Roe)", "Sand meets Bello in Oslo", "(AP Photo/Jane Roe)"),
        ("Sand shakes hands with Bello. [File: Jane Roe/Reuters]", "Sand shakes hands with Bello.", "[File: Jane Roe/Reuters]"),
        ("Sand and Bello in Oslo. Photo: Xinhua", "Sand and Bello in Oslo.", "Photo: Xinhua"),
        ("Sand and Bello in Oslo. Photograph: Jane Roe/EPA", "Sand and Bello in Oslo.", "Photograph: Jane Roe/EPA"),
    ],
)  # fmt: skip
def test_captions_with_credits(paragraph: str, caption: str, credit: str) -> None:
    assert blocks(STORY, paragraph, MORE)[1:3] == [("caption", caption), ("credit", credit)]


def test_a_credit_run_into_a_paragraph() -> None:
    found = blocks(STORY, f"Sand greets Bello. Jane Roe / AFP {MORE}")
    assert found[1:] == [("caption", "Sand greets Bello."), ("credit", "Jane Roe / AFP"), ("paragraph", MORE)]


def test_a_long_paragraph_that_ends_in_a_credit_stays_story() -> None:
    assert kinds(STORY, f"{STORY} {MORE} {MORE} Jane Roe / AFP") == ["paragraph", "paragraph", "credit"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The EU/Getty accord was signed in Oslo.",
        "the talks ended. Reuters/Ipsos polling shows that few believed in them.",
        "He wrote for US and/or AP readers in Oslo.",
    ],
)
def test_no_credit(paragraph: str) -> None:
    assert "credit" not in kinds(STORY, f"It rained and {paragraph}", MORE)


@pytest.mark.parametrize(
    "paragraph",
    [
        "FILE PHOTO: Sand speaks in Oslo",
        "In this photo released by the ministry, Sand greets Bello.",
        "Sand (L) greets Bello (R) in Oslo on Monday.",
    ],
)
def test_captions_without_credit(paragraph: str) -> None:
    assert kinds(STORY, paragraph, MORE) == ["paragraph", "caption", "paragraph"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Jane Roe, CNBC, john doe and mary major contributed.",
        "Associated Press writer Jane Roe in Rome contributed to this report.",
        "Roe reported from Oslo. Associated Press writers Jane Roe and John Doe in Rome contributed to this report.",
        "Roe reported from Oslo.",
        "Reporting by Jane Roe; Editing by John Doe",
        "(Additional reporting by Jane Roe in Rome; Writing by John Doe)",
        "With reporting by Reuters",
        "Reuters Staff",
    ],
)
def test_bylines_below(paragraph: str) -> None:
    assert kinds(STORY, MORE, paragraph) == ["paragraph", "paragraph", "byline"]


def test_reporters_at_a_paragraphs_end() -> None:
    assert blocks(STORY, f"{MORE} (Reporting by Jane Roe; Editing by John Doe)")[2] == (
        "byline",
        "(Reporting by Jane Roe; Editing by John Doe)",
    )


@pytest.mark.parametrize(
    "paragraph", ["Norway has contributed.", "By Friday the talks had failed.", "Bello said he had contributed to the report."]
)
def test_no_bylines(paragraph: str) -> None:
    assert "byline" not in kinds(STORY, paragraph, MORE, paragraph)


def test_embedded_posts() -> None:
    found = kinds(
        STORY,
        "Good talks today with my friend https://t.co/abc",
        "— Ane Sand (@anesand) June 3, 2023",
        MORE,
        "A long day. pic.twitter.com/AbC12",
        STORY,
    )
    assert found == ["paragraph", "embed", "embed", "paragraph", "embed", "paragraph"]


def test_a_posts_link_in_a_long_paragraph_is_cut_out() -> None:
    assert kinds(STORY, f"{STORY} {MORE} {STORY} {MORE} pic.twitter.com/AbC12 {MORE}") == [
        "paragraph",
        "paragraph",
        "embed",
        "paragraph",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "READ MORE: Talks fail in Rome",
        "Related: Fish wars",
        "Subscribe to our newsletter",
        "© 2023 The Daily. All rights reserved.",
        "Copyright 2023 The Daily. " + "No part of it may be used without our leave. " * 4,
        "https://example.org/a",
        "Tel: +47 22 00 00 00",
        "press@example.org",
        "Share",
        "* * *",
        "Follow us on Twitter",
    ],
)  # fmt: skip
def test_boilerplate(line: str) -> None:
    assert kinds(STORY, line, MORE) == ["paragraph", "boilerplate", "paragraph"]


def test_a_sentence_that_begins_like_boilerplate_is_story() -> None:
    long_sentence = "Print and radio were as full of the talks as ever, and " + MORE + " " + STORY
    assert kinds(STORY, long_sentence, MORE) == ["paragraph"] * 3


def test_a_press_release() -> None:
    found = blocks(
        "FOR IMMEDIATE RELEASE", "Office of the Spokesperson", "Friday, October 27, 2023", "Washington, DC",
        "Secretary Sand’s Meeting with Foreign Minister Bello", "The below is attributable to Spokesperson Jane Roe:",
        STORY, MORE, "###", "About the Ministry", "The Ministry says yes.",
    )  # fmt: skip
    expected = ["boilerplate"] * 2 + ["dateline"] * 2 + ["headline", "boilerplate"] + ["paragraph"] * 2 + ["boilerplate"] * 3
    assert [kind for kind, _ in found] == expected


def test_a_date_at_the_end_of_a_headline() -> None:
    found = blocks("Joint Statement with the Prime Minister of Malaysia SAT 07 MAY 2011", STORY)
    assert found[:2] == [("headline", "Joint Statement with the Prime Minister of Malaysia"), ("dateline", "SAT 07 MAY 2011")]
    assert blocks("Readout of the Call on May 7, 2011", STORY)[0] == ("headline", "Readout of the Call on May 7, 2011")


def test_a_closing_line_above_closes_nothing() -> None:
    assert kinds("###", STORY, MORE)[1:] == ["paragraph", "paragraph"]


def test_a_transcript() -> None:
    head = blocks("Briefing – March 4, 2021", "1:04 p.m. EST", "MR ROE: Good afternoon.", "QUESTION: On fish?")
    assert [kind for kind, _ in head[:3]] == ["headline", "dateline", "boilerplate"]
    found = blocks("MR ROE: We met.", "I have more.", "QUESTION: On fish?", "And the border?", "MR ROE: No.", "(Laughter.)")
    asked = ["speaker", "question", "question"]
    assert [kind for kind, _ in found] == ["speaker", "paragraph", "paragraph", *asked, "speaker", "paragraph", "boilerplate"]
    assert found[0] == ("speaker", "MR ROE:")


@pytest.mark.parametrize(
    ("paragraphs", "labels"),
    [
        (("The President: We met.", "Q: On fish?", "The President: No."), ["The President:", "Q:", "The President:"]),
        (("PRESIDENT SAND (via interpreter): We met.", "And ate."), ["PRESIDENT SAND (via interpreter):"]),
        (("MR. ROE: We met.", "Q On fish?", "MR. ROE: No."), ["MR. ROE:", "Q", "MR. ROE:"]),
        (
            ("Jane Roe (00:04):", "We met.", "John Doe (00:12):", "(00:15)", "Where?"),
            ["Jane Roe (00:04):", "John Doe (00:12):"],
        ),
        (("Roe: We met.", "Doe: Where?", "Roe: Here.", "Doe: Why?"), ["Roe:", "Doe:", "Roe:", "Doe:"]),
        (
            (
                "President of Norway Ane Sand:",
                "Mr Bello, how long?",
                "Head of the Region Karim Bello:",
                "A year.",
                "Ane Sand:",
                "Not long.",
            ),
            ["President of Norway Ane Sand:", "Head of the Region Karim Bello:", "Ane Sand:"],
        ),
        (("Members of one family:", "Members of another family:", "Members of a third family:", STORY), []),
        (("Sand: “Nobody asked us.”",), []),
        (("ISLAMABAD: The ministers met on Monday.", MORE), []),
    ],
)
def test_labels(paragraphs: tuple[str, ...], labels: list[str]) -> None:
    assert [words for kind, words in blocks(*paragraphs) if kind == "speaker"] == labels


def test_a_briefing_where_the_press_is_named() -> None:
    found = blocks(
        "Karim Bello, Official Spokesperson: Good day.",
        "Meera Roe: Sir, what of fish?",
        "Karim Bello, Official Spokesperson: No.",
        "So.",
    )
    assert [kind for kind, _ in found] == ["speaker", "paragraph", "speaker", "question", "speaker", "paragraph", "paragraph"]


def test_numbered_and_bulleted_paragraphs() -> None:
    assert blocks(STORY, f"2. {MORE}", f"• {STORY}")[1:] == [
        ("boilerplate", "2."),
        ("paragraph", MORE),
        ("boilerplate", "•"),
        ("paragraph", STORY),
    ]


def test_a_page_with_its_own_date_and_a_dated_place() -> None:
    made = document(f"Sun. Apr 20th, 2025\n\nWashington DC, February 18, 2025\n\n{STORY}")
    assert made.published.date == "2025-02-18"


def test_an_agencys_byline_with_its_date() -> None:
    assert kinds("By The Associated Press February 17, 2017 4:33 am", STORY) == ["byline", "dateline", "paragraph"]


def test_a_credit_with_a_licence_is_no_headline() -> None:
    found = blocks("Sand and Bello in Oslo. (Photo by Jane Roe/Agency [CC BY 3.0 (http://example.org/by/3.0)])", STORY)
    assert found[:2] == [
        ("caption", "Sand and Bello in Oslo."),
        ("credit", "(Photo by Jane Roe/Agency [CC BY 3.0 (http://example.org/by/3.0)])"),
    ]


PIECES = st.sampled_from(
    [
        STORY,
        MORE,
        "Q: Why?",
        "MR. ROE: So.",
        "###",
        "By Jane Roe",
        "OSLO (AP) — ",
        "Jane Roe / AFP",
        "\n",
        "\n\n",
        "“",
        "''",
        "pic.twitter.com/a",
        "(00:04)",
        "x",
    ]
)


@given(st.lists(PIECES | st.text(max_size=8), max_size=14).map(" ".join))
def test_blocks_stand_in_order_and_hold_all_that_is_visible(text: str) -> None:
    shadow = shadow_of(text)
    reached = 0
    covered = ""
    for block in find_blocks(shadow):
        assert reached <= block.start < block.end <= len(shadow)
        covered += shadow[block.start : block.end]
        reached = block.end
    assert "".join(covered.split()) == "".join(shadow.split())


def test_line_ends_inside_a_block_are_spaces_in_the_shadow() -> None:
    made = document("Sand met\nher counterpart in Oslo.\n\nThey spoke.")
    assert made.shadow == "Sand met her counterpart in Oslo.\n\nThey spoke."


def test_the_press_asks_where_one_name_comes_back_between_others() -> None:
    found = blocks(
        "Extracts from the Regular Press Conference",
        "Reuters: The talks were held in Oslo. Will there be more?",
        "Ann Sand: I have nothing to announce.",
        "The Oslo Morning Post: Has the fish been counted?",
        "Ann Sand: It has.",
    )
    kinds = [kind for kind, _ in found]
    assert kinds[1:] == ["speaker", "question", "speaker", "paragraph", "speaker", "question", "speaker", "paragraph"]


def test_labels_of_a_list_make_no_transcript() -> None:
    found = blocks(
        "Fact sheet on the fishing accord",
        "Fishing Quotas: The two sides agreed to count the fish.",
        "Port Fees: Who pays them is left open.",
        "Joint Patrols: They go on in May.",
    )
    assert "speaker" not in [kind for kind, _ in found]
