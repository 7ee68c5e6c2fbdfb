"""Files, folders, globs and standard input: one failure costs only itself."""

from pathlib import Path

import pytest

from memcon.document import Document
from memcon.errors import EmptyInput, InputError, NotText, TooLarge
from memcon.intake import Failed, Source, read_bytes, read_paths
from memcon.intake.documents import MAX_CHARACTERS

STORY = "Sand met Bello in Oslo on Monday, and the two ministers spoke of fish."


def ids(sources: list[Source]) -> list[str | None]:
    return [source.input_id if isinstance(source, Document) else type(source.error).__name__ for source in sources]


def only(sources: list[Source]) -> Document:
    (source,) = sources
    assert isinstance(source, Document)
    return source


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text(STORY)
    (tmp_path / "a.txt").write_text(f"OSLO, June 19, 2021 — {STORY}")
    (tmp_path / "c.txt").write_text("")
    (tmp_path / "d.bin").write_bytes(bytes(range(32)) * 20)
    (tmp_path / ".hidden.txt").write_text(STORY)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "e").write_text(STORY)
    return tmp_path


def test_a_folder_in_order(folder: Path) -> None:
    sources = list(read_paths([folder], published="2023-06-20"))
    assert ids(sources) == ["a", "b", "EmptyInput", "NotText", "e"]
    dates = [source.published.date for source in sources if isinstance(source, Document)]
    assert dates == ["2021-06-19", "2023-06-20", "2023-06-20"]
    failed = [source for source in sources if isinstance(source, Failed)]
    assert [Path(failure.name).name for failure in failed] == ["c.txt", "d.bin"]
    assert isinstance(failed[0].error, EmptyInput)
    assert isinstance(failed[1].error, NotText)


def test_a_glob_and_a_missing_file(folder: Path) -> None:
    sources = list(read_paths([f"{folder}/*.txt", f"{folder}/*.nothing", folder / "gone.txt"]))
    assert ids(sources) == ["a", "b", "EmptyInput", "InputError", "InputError"]


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_text(STORY)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    (failure,) = read_paths([file])
    assert isinstance(failure, Failed)
    assert "Permission denied" in str(failure.error)


def test_too_large(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * MAX_CHARACTERS)
    (failure,) = read_paths([tmp_path / "a.txt"])
    assert isinstance(failure, Failed)
    assert isinstance(failure.error, TooLarge)


def test_standard_input() -> None:
    assert only(list(read_paths(["-"], stdin=STORY.encode()))).text == STORY
    assert only(list(read_paths(["-"], stdin=b'{"text": "Sand met Bello."}'))).text == "Sand met Bello."
    assert ids(list(read_paths(["-"]))) == ["EmptyInput"]


def test_invalid_utf8_warns_and_moves_nothing() -> None:
    made = only(list(read_bytes(b"Sand met Bello at the caf\xe9 in Oslo, \x93they\x94 said.", "a.txt")))
    assert made.text == "Sand met Bello at the café in Oslo, “they” said."
    assert made.warnings


LINES = b"""{"id": "x", "text": "Sand met Bello.", "published": "2023-06-19", "title": "T", "url": "u", "outlet": "o"}
{"text": "Sand met

{"id": 7, "text": "Bello left.\\r\\nHe\\ud800", "published": "soon"}
{"id": "none"}
[1]
{"text": ""}
"""


def test_json_lines() -> None:
    sources = list(read_bytes(LINES, "news.jsonl", None))
    assert ids(sources) == ["x", "InputError", "7", "EmptyInput", "InputError", "EmptyInput"]
    assert [source.name for source in sources if isinstance(source, Failed)] == [f"news.jsonl:{line}" for line in (2, 5, 6, 7)]
    first, third = (source for source in sources if isinstance(source, Document))
    assert (first.title, first.url, first.outlet, first.published.date) == ("T", "u", "o", "2023-06-19")
    assert third.text == "Bello left.\r\nHe\ufffd"
    assert any("soon" in warning for warning in third.warnings)


def test_json_lines_without_ids_are_numbered() -> None:
    assert ids(list(read_bytes(b'\xef\xbb\xbf{"text": "Sand met."}\n\n{"text": "Bello met."}', "n.jsonl"))) == ["n-1", "n-3"]


def test_a_line_that_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.intake.jsonl._LONGEST_LINE", 40)
    data = b'{"text": "' + b"x" * 200 + b'"}\n{"text": "Bello left."}\n'
    assert ids(list(read_bytes(data, "n.jsonl"))) == ["TooLarge", "n-2"]


def test_json() -> None:
    assert ids(list(read_bytes(b'{"id": "a", "text": "Sand met."}', "n.json"))) == ["a"]
    assert ids(list(read_bytes(b'[{"text": "Sand met."}, 3]', "n.json"))) == ["n-1", "InputError"]
    assert ids(list(read_bytes(b"[" * 100_000, "n.json"))) == ["InputError"]


def test_columns_are_mapped(tmp_path: Path) -> None:
    (tmp_path / "n.jsonl").write_text('{"body": "Sand met.", "day": "2023-06-19", "text": 3}')
    made = only(list(read_paths([tmp_path / "n.jsonl"], columns={"text": "body", "published": "day"})))
    assert (made.text, made.published.date) == ("Sand met.", "2023-06-19")


MARKDOWN = b"""---
title: "Talks in Oslo"
date: 2023-06-19
publisher: The Daily
---
# Talks in Oslo

The **ministers** met in
[Oslo](https://example.org) <!-- no --> on *Monday*.

- fish
- the `border`
"""


def test_markdown() -> None:
    made = only(list(read_bytes(MARKDOWN, "talks.md")))
    assert made.text == "Talks in Oslo\n\nThe ministers met in\nOslo  on Monday.\n\nfish\n\nthe border"
    assert (made.title, made.outlet, made.published.date, made.published.basis) == (
        "Talks in Oslo",
        "The Daily",
        "2023-06-19",
        "metadata",
    )
    assert only(list(read_bytes(b"# Talks\n\nSand met.\n\n<div>x</div>\n", "t.md"))).title == "Talks"
    assert only(list(read_bytes(b"Sand met.", "t.md"))).title is None


PAGE = """<!doctype html><html><head><title>Talks in Oslo | The Daily</title>
<meta property="article:published_time" content="2023-06-19T08:00:00Z"><meta property="og:site_name" content="The Daily">
<meta property="og:title" content="Talks in Oslo"></head><body><nav>Home</nav><article><h1>Talks in Oslo</h1>
<p>OSLO — The two ministers met in Oslo on Monday and they talked about trade for two hours in the old town hall.</p>
<p>“We will go on,” Sand said after the talks had ended, and she added that both of the delegations would meet in May.</p>
<p>They meet again in spring, the ministry said in a long statement that was sent to reporters late in the evening.</p>
</article><footer>Copyright</footer></body></html>"""


def test_a_page() -> None:
    made = only(list(read_bytes(PAGE.encode(), "talks.html")))
    assert "\n\n“We will go on,” Sand said" in made.text
    assert "Copyright" not in made.text
    assert (made.title, made.outlet, made.published.date, made.published.basis) == (
        "Talks in Oslo",
        "The Daily",
        "2023-06-19",
        "metadata",
    )


def test_a_page_is_told_by_its_first_bytes() -> None:
    assert only(list(read_bytes(PAGE.encode(), "talks"))).title == "Talks in Oslo"


def test_ten_thousand_nested_tags() -> None:
    page = (
        "<html><head><title>Deep</title><script>x</script></head><body>"
        + "<div>" * 10_000
        + f"<p>{STORY}</p><p>They <b>ate</b>.</p><!-- no"
    )
    made = only(list(read_bytes(page.encode(), "deep.html", None)))
    assert made.text == f"{STORY}\n\nThey ate."
    assert made.title == "Deep"


@pytest.mark.parametrize(
    "page", ["<html><body></body></html>", "<script>" * 50_000, "<" * 100_000, "<!--" * 50_000, "<html><title"]
)
def test_pages_without_a_story(page: str) -> None:
    (source,) = read_bytes(page.encode(), "a.html")
    assert isinstance(source, Failed | Document)
    assert isinstance(source, Document) or isinstance(source.error, InputError)


def test_the_pages_own_character_set() -> None:
    page = (
        '<html><head><meta charset="windows-1251"></head><body><p>Министры встретились.</p><p>Они говорили.</p></body></html>'
    )
    assert only(list(read_bytes(page.encode("cp1251"), "a.html"))).text == "Министры встретились.\n\nОни говорили."


def test_addresses_are_handed_to_whoever_fetches() -> None:
    url = "https://example.org/a?b=*"
    (refused,) = read_paths([url])
    assert isinstance(refused, Failed)
    fetched = read_paths([url], fetch=lambda address, context: read_bytes(STORY.encode(), address.rsplit("/", 1)[-1], context))
    assert only(list(fetched)).text == STORY
