"""Feeds, archives, office files, mail and tables: small files made here, read back as documents."""

import csv
import gzip
import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import pyarrow
import pyarrow.parquet
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from memcon.document import Document
from memcon.errors import InputError, TooLarge
from memcon.intake import Failed, Source, read_bytes, read_paths
from memcon.intake.markdown import markdown_text

STORY = "Sand met Bello in Oslo on Monday, and the two ministers spoke of fish."


def read(data: bytes, name: str) -> list[Document]:
    sources = list(read_bytes(data, name))
    documents = [source for source in sources if isinstance(source, Document)]
    assert len(documents) == len(sources), sources
    return documents


def failures(data: bytes, name: str) -> list[Failed]:
    return [source for source in read_bytes(data, name) if isinstance(source, Failed)]


def outcome(sources: list[Source]) -> list[str | None]:
    return [source.input_id if isinstance(source, Document) else type(source.error).__name__ for source in sources]


RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Daily</title>
<item><title>Talks &amp; fish</title><link>https://example.org/1</link><pubDate>Mon, 19 Jun 2023 08:00:00 GMT</pubDate>
<description>&lt;p&gt;{STORY}&lt;/p&gt;&lt;p&gt;They ate.&lt;/p&gt;</description></item>
<item><title>Empty</title></item></channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Ministry</title><entry><title>Talks</title><id>urn:1</id>
<updated>2023-06-19T08:00:00Z</updated><summary>Short.</summary><content type="html">&lt;p&gt;{STORY}&lt;/p&gt;</content>
<link href="https://example.org/2"/></entry></feed>"""


def test_rss() -> None:
    first, second = read_bytes(RSS.encode(), "news.rss")
    assert isinstance(first, Document)
    assert first.text == f"{STORY}\n\nThey ate."
    assert (first.title, first.outlet, first.url) == ("Talks & fish", "The Daily", "https://example.org/1")
    assert (first.published.date, first.published.basis, first.input_id) == ("2023-06-19", "metadata", "news-1")
    assert isinstance(second, Failed)
    assert second.name == "news.rss:2"


def test_atom_is_told_by_its_first_bytes() -> None:
    (entry,) = read(ATOM.encode(), "feed")
    assert (entry.text, entry.outlet, entry.published.date) == (STORY, "Ministry", "2023-06-19")


def test_an_entry_with_an_empty_content_and_no_date() -> None:
    feed = ATOM.replace("<updated>2023-06-19T08:00:00Z</updated>", "").replace("&lt;p&gt;", "").replace("&lt;/p&gt;", "")
    (entry,) = read(feed.replace("<content", "<content/><content", 1).encode(), "feed.atom")
    assert (entry.text, entry.published.date) == (STORY, None)


def test_no_feed() -> None:
    assert outcome(list(read_bytes(b"<a><b/></a>", "a.xml"))) == ["InputError"]


def warc_record(kind: str, url: str, block: str) -> bytes:
    length = len(block.encode())
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Length: {length}\r\n"
    return f"{head}Content-Type: application/http; msgtype={kind}\r\n\r\n{block}\r\n\r\n".encode()


def warc(gzipped: bool) -> bytes:
    pages = [
        ("https://example.org/1", "200 OK", "text/html; charset=utf-8", f"<p>{STORY}</p><p>Sí.</p>"),
        ("https://example.org/2", "404 Not Found", "text/html", "<p>Gone</p>"),
        ("https://example.org/3", "200 OK", "image/png", "x"),
        ("https://example.org/4", "200 OK", "text/plain", STORY),
    ]
    records = [
        warc_record("response", url, f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{body}")
        for url, status, kind, body in pages
    ]
    records.append(warc_record("metadata", "urn:x", "x"))
    return b"".join(gzip.compress(record) if gzipped else record for record in records)


@pytest.mark.parametrize("gzipped", [True, False])
def test_warc(gzipped: bool) -> None:
    page, plain = read(warc(gzipped), "crawl.warc.gz" if gzipped else "crawl.warc")
    assert (page.text, page.url, page.input_id) == (f"{STORY}\n\nSí.", "https://example.org/1", "crawl-1")
    assert (plain.text, plain.url, plain.published.date) == (STORY, "https://example.org/4", None)


def test_a_damaged_warc_ends_with_its_failure_named() -> None:
    sources = list(read_bytes(warc(True)[:-40] + b"\x00" * 40, "crawl.warc.gz"))
    assert isinstance(sources[0], Document)
    assert outcome(list(read_bytes(b"WARC/1.0\r\nnonsense", "crawl"))) in ([], ["InputError"])


def test_damage_that_is_read_past_is_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    broken = warc(False).replace(b"Content-Length: 1\r\n", b"Content-Length: 0\r\n", 1)
    first, *_ = read_bytes(broken.replace(STORY.encode(), STORY.encode() + b"more", 1), "crawl.warc")
    assert isinstance(first, Document)
    assert capsys.readouterr() == ("", "")


def zipped(entries: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return target.getvalue()


def test_a_zip_is_read_as_if_its_entries_lay_there() -> None:
    inner = zipped({"deep.txt": STORY.encode()})
    data = zipped(
        {"b.txt": STORY.encode(), "a/n.jsonl": b'{"text": "Sand met."}', "__MACOSX/x.txt": b"x", "c.zip": inner, "d.txt": b""}
    )
    assert outcome(list(read_bytes(data, "all.zip"))) == ["n-1", "b", "deep", "EmptyInput"]
    assert [failure.name for failure in failures(data, "all.zip")] == ["all.zip/d.txt"]


def test_compressed_files() -> None:
    assert read(gzip.compress(STORY.encode()), "a.txt.gz")[0].input_id == "a"
    assert read(zstandard.compress(STORY.encode()), "a.txt.zst")[0].text == STORY
    assert read(gzip.compress(b'{"text": "Sand met."}'), "n.jsonl.gz")[0].input_id == "n-1"
    assert read(gzip.compress(STORY.encode()), "noname")[0].text == STORY


def test_bombs_and_nests_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.intake.containers.ALWAYS_UNPACKED", 100_000)
    bomb = b"\x00" * 5_000_000
    for data, name in [
        (gzip.compress(bomb), "a.txt.gz"),
        (zstandard.compress(bomb), "a.txt.zst"),
        (zipped({"a.txt": bomb}), "a.zip"),
    ]:
        (failure,) = failures(data, name)
        assert isinstance(failure.error, TooLarge)
    nested = STORY.encode()
    for _ in range(5):
        nested = zipped({"a.zip": nested})
    (failure,) = failures(nested, "a.zip")
    assert "inside one another" in str(failure.error)
    monkeypatch.setattr("memcon.intake.containers.MOST_ENTRIES", 1)
    assert isinstance(failures(zipped({"a": b"x", "b": b"y"}), "a.zip")[0].error, TooLarge)


@pytest.mark.parametrize("name", ["a.zip", "a.gz", "a.zst", "a.pdf", "a.docx", "a.parquet", "a.warc.gz"])
def test_damaged_files(name: str) -> None:
    for data in (b"nonsense of no format", b"PK\x03\x04 broken", b"\x1f\x8b broken", b"%PDF-1.7 broken", b""):
        assert all(isinstance(failure.error, InputError) for failure in failures(data, name))
        assert not [source for source in read_bytes(data, name) if isinstance(source, Document)]


def pdf(*pages: str, title: str = "Talks") -> bytes:
    """A PDF with these lines as its text layer, in one base font."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for page in pages:
        drawn = " ".join(f"({line}) Tj T*" for line in page.split("\n"))
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td {drawn} ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        resources = f"<< /Font << /F1 {font} >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R /Resources {resources} >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< /Title ({title}) >>")
    data = "%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    count = len(objects) + 1
    tail = f"trailer << /Size {count} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(data)}\n%%EOF"
    return f"{data}xref\n0 {count}\n0000000000 65535 f \n{table}{tail}".encode()


def test_pdf() -> None:
    (made,) = read(pdf("Sand met Bello in Oslo.", "They spoke of fish\nand went on to"), "talks.pdf")
    assert made.text == "Sand met Bello in Oslo.\n\nThey spoke of fish\nand went on to"
    assert made.title == "Talks"
    (running,) = read(pdf("Sand met Bello and", "spoke of fish."), "talks")
    assert "\n\n" not in running.text


def test_pdfs_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    writer = PdfWriter()
    writer.add_blank_page(72, 72)
    empty = io.BytesIO()
    writer.write(empty)
    assert "text layer" in str(failures(empty.getvalue(), "a.pdf")[0].error)
    writer.encrypt("secret", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    assert "password" in str(failures(locked.getvalue(), "a.pdf")[0].error)
    monkeypatch.setattr("memcon.intake.pdf.MOST_PAGES", 1)
    assert isinstance(failures(pdf("a", "b"), "a.pdf")[0].error, TooLarge)
    monkeypatch.setattr("memcon.intake.pdf.MAX_CHARACTERS", 3)
    assert isinstance(failures(pdf(STORY), "a.pdf")[0].error, TooLarge)


def word(*paragraphs: str) -> bytes:
    opened = docx.Document()
    for paragraph in paragraphs:
        opened.add_paragraph(paragraph)
    table = opened.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Oslo", "Rome"
    opened.core_properties.title = "Talks"
    target = io.BytesIO()
    opened.save(target)
    return target.getvalue()


@pytest.mark.parametrize("name", ["talks.docx", "talks"])
def test_word(name: str) -> None:
    (made,) = read(word(STORY, "They ate."), name)
    assert (made.text, made.title, made.input_id) == (f"{STORY}\n\nThey ate.\n\nOslo\tRome", "Talks", "talks")


def test_a_word_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.intake.word.MOST_UNPACKED", 100)
    assert isinstance(failures(word(STORY), "a.docx")[0].error, TooLarge)


def test_rich_text() -> None:
    (made,) = read(rb"{\rtf1\ansi Sand {\b met} Bello\'92s envoy.\par They ate.}", "talks.rtf")
    assert made.text == "Sand met Bello’s envoy.\nThey ate."


def message(subject: str = "Talks", html: bool = False) -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = subject
    made["From"] = "Press Office <press@example.org>"
    made["Date"] = "Mon, 19 Jun 2023 08:00:00 +0000"
    made.set_content(f"<p>{STORY}</p><p>They ate.</p>" if html else STORY, subtype="html" if html else "plain")
    return made


def test_mail() -> None:
    (made,) = read(message().as_bytes(), "a.eml")
    assert made.text.strip() == STORY
    assert (made.title, made.outlet, made.published.date, made.published.basis) == (
        "Talks",
        "Press Office",
        "2023-06-19",
        "metadata",
    )
    assert read(message(html=True).as_bytes(), "a.eml")[0].text == f"{STORY}\n\nThey ate."
    assert outcome(list(read_bytes(b"Subject: x\n\n", "a.eml"))) == ["EmptyInput"]
    assert outcome(list(read_bytes(b"Content-Type: multipart/mixed; boundary=x\n\n--x--\n", "a.eml"))) == ["EmptyInput"]


def test_a_mailbox(monkeypatch: pytest.MonkeyPatch) -> None:
    first = message("One").as_bytes() + b"\n>From there they went on.\n"
    data = b"From a Mon\n" + first + b"\nFrom b Tue\n" + message("Two").as_bytes()
    one, two = read(data, "all.mbox")
    assert (one.title, two.title, two.input_id) == ("One", "Two", "all-2")
    assert "\nFrom there" in one.text
    monkeypatch.setattr("memcon.intake.mail.MAX_CHARACTERS", 100)
    assert outcome(list(read_bytes(data, "all.mbox"))) == ["TooLarge", "TooLarge"]


ROWS = [
    {"ID": "1", "Text": STORY, "Published": "2023-06-19", "outlet": "The Daily"},
    {"ID": "", "Text": "", "Published": "soon", "outlet": ""},
]


@pytest.mark.parametrize(("delimiter", "name"), [(",", "t.csv"), (";", "t.csv"), ("\t", "t.tsv")])
def test_csv(delimiter: str, name: str) -> None:
    target = io.StringIO()
    writer = csv.DictWriter(target, ["ID", "Text", "Published", "outlet"], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(ROWS)
    made, empty = read_bytes(b"\xef\xbb\xbf" + target.getvalue().encode(), name)
    assert isinstance(made, Document)
    assert (made.input_id, made.text, made.outlet, made.published.date) == ("1", STORY, "The Daily", "2023-06-19")
    assert isinstance(empty, Failed)
    assert empty.name == f"{name}:2"


def test_csv_in_windows_letters() -> None:
    assert (
        read("text\nSand met Señor Bello in the café.\n".encode("cp1252"), "t.csv")[0].text
        == "Sand met Señor Bello in the café."
    )


def test_parquet(tmp_path: Path) -> None:
    file = tmp_path / "t.parquet"
    table = pyarrow.table({"body": [STORY, None], "day": ["2023-06-19", None], "more": [1, 2]})
    pyarrow.parquet.write_table(table, file)
    sources = list(read_paths([file], columns={"text": "Body", "published": "day"}))
    assert outcome(sources) == ["t-1", "EmptyInput"]
    assert isinstance(sources[0], Document)
    assert (sources[0].text, sources[0].published.date) == (STORY, "2023-06-19")
    (failure,) = read_paths([file])
    assert isinstance(failure, Failed)
    assert "body, day, more" in str(failure.error)


SAMPLES = {
    "a.rss": RSS.encode(),
    "a.atom": ATOM.encode(),
    "a.warc": warc(False),
    "a.warc.gz": warc(True),
    "a.zip": zipped({"a.txt": STORY.encode(), "b.jsonl": b'{"text": "Sand met."}'}),
    "a.gz": gzip.compress(STORY.encode()),
    "a.zst": zstandard.compress(STORY.encode()),
    "a.pdf": pdf("Sand met Bello.", "They ate."),
    "a.rtf": rb"{\rtf1\ansi Sand {\b met} Bello\'92s \u8217? envoy.\par They ate.}",
    "a.eml": message(html=True).as_bytes(),
    "a.mbox": b"From a\n" + message().as_bytes(),
    "a.csv": b'id,text\n1,"Sand, met"\n2,x\n',
    "a.html": f"<html><head><title>x</title></head><body><p>{STORY}</p><p>They ate.</p></body></html>".encode(),
    "a.jsonl": b'{"id": 1, "text": "Sand met.", "published": "2023-01-01"}\n',
    "a.md": b"---\ntitle: x\n---\n# H\n\n* a\n* [b](c)\n",
}


@given(st.sampled_from(sorted(SAMPLES)), st.integers(0, 3_000), st.integers(0, 60), st.binary(max_size=12))
def test_damage_anywhere_is_a_failure_or_a_document(name: str, at: int, length: int, put: bytes) -> None:
    data = SAMPLES[name]
    at %= len(data) + 1
    for source in read_bytes(data[:at] + put + data[at + length :], name):
        assert isinstance(source, Document | Failed)


def test_a_block_quotation_in_markdown_is_a_quotation() -> None:
    source = 'Olin said:\n\n> Mend the "old" wall\n> before the frost.\n>\n> — Lena Olin\n\n> “It stands.”\n\nThen she left.\n'
    assert markdown_text(source).split("\n\n") == [
        "Olin said:",
        "“Mend the 'old' wall\nbefore the frost.”",
        "— Lena Olin",
        "“It stands.”",
        "Then she left.",
    ]
