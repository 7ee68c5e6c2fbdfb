"""Script in a title, a quotation, a name, an address, a file name: shown as text on every page, run on none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from memcon.document import Block, Document
from memcon.ledger import Ledger
from memcon.reading.reader import Reader
from memcon.record import (
    About,
    Commitment,
    Content,
    DescribedAs,
    Engagement,
    Event,
    Evidence,
    HeldBack,
    MadeBy,
    Office,
    Participant,
    Place,
    Record,
    Reporter,
    Span,
    Speaker,
    Statement,
    StatusChange,
    When,
)
from web.addresses import PAGES
from web.conftest import served, visiting

EVIL = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>'\"&amp;{{7*7}}"
URL = "javascript:document.title='owned'//<script>document.title='owned'</script>"
TEXT = f"{EVIL} met {EVIL} and said {EVIL} would be agreed to. The balloon. {EVIL}"


def _evil() -> tuple[Document, Record]:
    end = len(EVIL)
    first = {"start": 0, "end": end, "exact": EVIL}
    at = TEXT.index(" said ") + 6
    said = {"start": at, "end": at + end, "exact": EVIL}
    evidence = (Evidence(**first, of=("kind", "status", "when")),)
    blocks = (Block(0, end, "headline"), Block(end, len(TEXT), "paragraph"))
    document = Document(TEXT, TEXT, blocks, input_id=EVIL, url=URL, title=EVIL, outlet=EVIL)
    about = About(
        id=document.id, made_by=MadeBy(memcon="0", model="none", knowledge="none", lexicon="none"), title=EVIL, url=URL
    )
    person = Participant(name=f"Anna {EVIL}", country="USA", office=EVIL, level="minister")
    speaker = Speaker(**first, name=f"Anna {EVIL}", office=EVIL, country="USA")
    record = Record(
        document=about,
        engagements=(
            Engagement(
                id="e1", kind="meeting", participants=(person,), parties=("CHN", "USA"), evidence=evidence, rule=EVIL, reason=EVIL,
                when=When(start="2023-06-19", end="2023-06-19", precision="day", text=EVIL), place=Place(name=EVIL, city=EVIL),
                described_as=(DescribedAs(text=EVIL),), issues=(EVIL,), reported_by=(Reporter(name=EVIL),),
                history=(StatusChange(status="planned", reason=EVIL),), confidence=0.01,
            ),
        ),
        statements=(
            Statement(id="s1", kind="direct", speakers=(speaker,), content=Content(**said), issues=(EVIL,), evidence=evidence, rule="t"),
        ),
        commitments=(
            Commitment(id="c1", kind="pledge", by=("USA",), to=("CHN",), what=Span(**said), due_text=EVIL, evidence=evidence, rule="t"),
        ),
        events=(Event(id="v1", actor=("USA",), recipient=("CHN",), type="CONSULT", mode=EVIL, quad=1, score=1, evidence=evidence, rule="t"),),
        offices=(Office(id="o1", person=f"Anna {EVIL}", office=EVIL, country="USA", evidence=evidence, rule="t"),),
        held_back=(HeldBack(what=EVIL, reason=EVIL, evidence=evidence),),
        warnings=(EVIL,),
    )  # fmt: skip
    return document, record


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Iterator[tuple[str, dict[str, str]]]:
    """A server over a ledger of nothing but script, and every page of it."""
    place: Path = tmp_path_factory.mktemp("evil") / "evil.db"
    document, record = _evil()
    with Ledger.open(place) as ledger:
        ledger.add(document, record)
        ids = {family: getattr(ledger, family)()[0].id for family in ("engagements", "statements", "commitments", "events")}
        person = ledger.people()[0].key
        ledger.note(ids["engagements"], EVIL, by=EVIL)
        ledger.correct(ids["engagements"], "place.name", EVIL, by=f"{EVIL}2")
    short = document.id[7:23]
    more = {
        "document-evil": f"/documents/{short}?held=true&show=engagements&show=statements&show=commitments&show=events&show=offices",
        "person-evil": f"/people/{person}",
        "search-evil": "/search?q=balloon",
        "search-asked": "/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "who-asked": "/who?phrase=%3Cscript%3Ealert(1)%3C/script%3E",
        "filters-asked": "/engagements?person=%3Cscript%3Ealert(1)%3C/script%3E&source=%22%3E%3Cscript%3E&pair=%3Cscript%3E",
        "unknown": "/items/%3Cscript%3Ealert(1)%3C/script%3E",
        **{f"item-{family}": f"/items/{name}?why=true" for family, name in ids.items()},
        **{f"review-{family}": f"/review?family={family}&item={name}" for family, name in ids.items()},
    }
    with served(place, read_with=lambda: reader) as address:
        pages = {
            name: path.format(item=ids["engagements"])
            for name, path in PAGES.items()
            if "us-china" not in path and "wang" not in path
        }
        yield address, pages | more


def test_script_is_shown_as_text_on_every_page(evil: tuple[str, dict[str, str]], browser: Browser) -> None:
    address, pages = evil
    shown = 0
    with visiting(browser) as page:
        for name, path in pages.items():
            page.goto(address + path)
            page.wait_for_load_state("networkidle")
            assert page.title() != "owned", name
            assert page.locator("img").count() == 0, name
            scripts = page.locator("script").evaluate_all("all => all.map(each => each.src)")
            assert all(each.startswith(f"{address}/static/") for each in scripts), name
            assert page.locator("a[href^='javascript:']").count() == 0, name
            text = page.locator("main").inner_text()
            assert "49'" not in text, name
            shown += "onerror=" in text
    assert shown >= 10


def test_a_files_name_is_only_a_name(evil: tuple[str, dict[str, str]], browser: Browser) -> None:
    address, _ = evil
    with visiting(browser) as page:
        page.goto(address + "/add")
        page.locator("input[type=file]").set_input_files(
            {
                "name": "<script>document.title='owned'</script>.txt",
                "mimeType": "text/plain",
                "buffer": b"Nothing was said by anybody here.",
            }
        )
        page.get_by_role("button", name="Add", exact=True).click()
        page.wait_for_selector("[role=status]:text-matches('^Done')", timeout=60_000)
        assert page.title() != "owned"
        assert page.locator(".t-added script").count() == 0
