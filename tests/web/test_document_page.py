"""A text with its evidence lit: every highlight leads to its fact and back, and a field lights its words."""

from __future__ import annotations

import random
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from memcon.document import Block, Document
from memcon.ledger import Ledger
from memcon.record import About, Content, Engagement, Evidence, MadeBy, Participant, Record, Speaker, Statement
from memcon.web import lit
from web.conftest import get, served

DOCUMENT = "/documents/us-china-01"
MOST_BYTES = 1_500_000


def test_the_text_stands_as_published(server: str, plain_page: Page, place: Path) -> None:
    with Ledger.open(place) as ledger:
        text = ledger.text("us-china-01").text
    plain_page.goto(server + DOCUMENT)
    assert plain_page.locator(".text").inner_text().split() == text.split()
    assert "WASHINGTON" in plain_page.locator(".text .grey").first.inner_text()


def test_words_lead_to_their_fact_and_back(server: str, plain_page: Page) -> None:
    plain_page.goto(server + DOCUMENT)
    plain_page.locator(".text a", has_text="postponed a trip").click()
    assert plain_page.url.endswith("#e1")
    assert plain_page.locator("section.fact:target dd", has_text="postponed").count()
    plain_page.locator("#e1 h3 a").first.click()
    assert plain_page.locator(".text a:target").inner_text() in "U.S. Secretary of State Antony Blinken postponed a trip"


def test_every_fact_and_every_highlight_is_linked(server: str, plain_page: Page) -> None:
    plain_page.goto(server + DOCUMENT + "?show=engagements&show=statements&show=commitments&show=events&show=offices")
    inside = plain_page.locator("main a[href^='#']")
    assert inside.count() > 20
    targets = set(inside.evaluate_all("links => links.map(link => link.getAttribute('href').slice(1))"))
    ids = set(plain_page.locator("main [id]").evaluate_all("all => all.map(each => each.id)"))
    assert targets <= ids


def test_pointing_at_a_field_lights_its_words(server: str, page: Page) -> None:
    page.goto(server + DOCUMENT)
    page.locator("#e2 dd[data-w='e2:when']").hover()
    assert page.locator(".text .lit").all_inner_texts() == ["Feb. 5 and 6"]
    page.locator(".text a", has_text="postponed a trip").hover()
    assert page.locator("#e1.lit").count() == 1


def test_what_was_held_back_is_shown_on_request(server: str, place: Path, page: Page) -> None:
    with Ledger.open(place) as ledger:
        held = {row.id: len(ledger.record(row.id).held_back) for row in ledger.documents()}
    name = max(held, key=lambda each: held[each])
    assert held[name] > 0
    page.goto(f"{server}/documents/{name.removeprefix('sha256:')[:16]}")
    assert page.locator("section.held").count() == 0
    page.get_by_label("Held back").check()
    page.wait_for_url("**held=true**")
    assert page.locator("section.held").count() == held[name]


def test_only_the_chosen_families_are_lit(server: str, page: Page) -> None:
    page.goto(server + DOCUMENT)
    page.get_by_label("Statements").uncheck()
    page.wait_for_url("**show=engagements**")
    assert page.locator("section.fact h3", has_text="Statement").count() == 0
    assert page.locator("section.fact h3", has_text="Engagement").count() > 0


def test_pieces_are_the_text_whatever_the_marks() -> None:
    chance = random.Random(4)
    for _ in range(200):
        text = "".join(chance.choices("ab \n", k=60))
        marks = [
            lit.Mark(start, chance.randint(start + 1, 60), f"e{n}", ("when",))
            for n, start in enumerate(chance.sample(range(59), 8))
        ]
        edge = chance.randrange(1, 59)
        blocks = (Block(0, edge, "dateline"), Block(edge, 60, "paragraph"))
        made = [piece for pieces in lit.paragraphs(Document(text, text, blocks), marks) for piece in pieces]
        assert "".join(piece.text for piece in made) == text
        for mark in marks:
            over = "".join(piece.text for piece in made if f"{mark.fact}:" in piece.shows)
            assert over == text[mark.start : mark.end]


def _long(characters: int, highlights: int) -> tuple[Document, Record]:
    """A long text in paragraphs, with that many highlights in it."""
    sentence = "The minister met her counterpart in the capital on Monday and said that the talks had been frank. "
    paragraph = sentence * 5 + "\n\n"
    text = (paragraph * (characters // len(paragraph) + 1))[:characters].rstrip() + "."
    starts = [found.start() for found in re.finditer("The minister met", text)][:-1]
    engagements, statements = [], []
    for number in range(highlights // 4):
        at = starts[number * len(starts) // (highlights // 4)]
        met, said = (_span(text, at, "The minister met"), _span(text, at, "the capital"))
        engagements.append(
            Engagement(
                id=f"e{number}", kind="meeting", participants=(Participant(name="The minister", country="USA"),), parties=("CHN", "USA"),
                evidence=(Evidence(**met, of=("kind",)), Evidence(**said, of=("place",))), rule="test",
            )
        )  # fmt: skip
        words = _span(text, at, "the talks had been frank")
        statements.append(
            Statement(
                id=f"s{number}", kind="indirect", content=Content(**words), rule="test", evidence=(Evidence(**words, of=("content",)),),
                speakers=(Speaker(**_span(text, at, "her counterpart"), name="Her Counterpart", country="CHN"),),
            )
        )  # fmt: skip
    made = Document(text, text, tuple(_blocks(text)), input_id="long", title="A long text")
    about = About(id=made.id, input_id="long", made_by=MadeBy(memcon="0", model="none", knowledge="none", lexicon="none"))
    return made, Record(document=about, engagements=tuple(engagements), statements=tuple(statements))


def _span(text: str, after: int, words: str) -> dict[str, object]:
    start = text.index(words, after)
    return {"start": start, "end": start + len(words), "exact": words}


def _blocks(text: str) -> list[Block]:
    found, at = [], 0
    for part in text.split("\n\n"):
        if part:
            found.append(Block(at, at + len(part), "paragraph"))
        at += len(part) + 2
    return found


def test_a_long_document_stays_small_and_scrolls(fresh: Path, page: Page) -> None:
    text, record = _long(200_000, 1_000)
    with Ledger.open(fresh) as ledger:
        ledger.add(text, record)
    with served(fresh) as server:
        whole = get(server + "/documents/long")
        assert whole.status_code == 200, whole.text
        assert len(whole.content) < MOST_BYTES, f"{len(whole.content):,} bytes"
        page.goto(server + "/documents/long")
        assert page.locator(".text a.w").count() >= 1000
        page.keyboard.press("End")
        last = page.locator(".text a.w").last
        expect(last).to_be_in_viewport()
