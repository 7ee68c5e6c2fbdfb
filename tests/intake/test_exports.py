"""Exports of Factiva and Nexis in their four layouts."""

import io

import docx
import pytest

from memcon.document import Document
from memcon.intake import read_bytes
from memcon.intake.exports import find_articles

FACTIVA_CODED = """
HD      Sand meets Bello
        in Oslo
BY      By Jane Roe
WC      56 words
PD      19 June 2023
ET      08:00
SN      The Daily
SC      DLY
LA      English
CY      Copyright 2023 The Daily
LP
OSLO, June 19 (AP) - Sand met Bello on Monday.

TD
They spoke of fish.

They ate.

CO      abc : A Company
IN      i1 : Fishing
AN      Document DLY0000020230619ej6j0001

HD      Second story
WC      5 words
PD      20 June 2023
SN      The Weekly
LP
Bello left.

AN      Document WKLY000020230620ej6k0002z
"""

FACTIVA_SHOWN = """Politics
Sand meets Bello
By Jane Roe
1,256 words
19 June 2023
08:00
The Daily
DLY
English
(c) 2023 The Daily

Sand met Bello on Monday.

They ate.

Document DLY0000020230619ej6j0001

Second story
5 words
20 June 2023
The Weekly
WKLY
English

Bello left.

Document WKLY000020230620ej6k0002z

No words here

Document WKLY000020230620ej6k0003z
"""

NEXIS = """
                               1 of 2 DOCUMENTS


                               The Daily

                             June 19, 2023 Monday
                              Late Edition - Final

Sand meets Bello
in Oslo

BYLINE: By JANE ROE

SECTION: Section A; Column 0; Foreign Desk;
Pg. 1

LENGTH: 56 words

DATELINE: OSLO

   Sand met Bello on Monday.

   They ate.

URL: http://example.org/

LOAD-DATE: June 20, 2023

LANGUAGE: ENGLISH

                       Copyright 2023 The Daily Company
                              All Rights Reserved

                               2 of 2 DOCUMENTS

                               The Weekly

                             20 June 2023

HEADLINE: Second
story

LENGTH: 5 words

Bello left.

Copyright 2023 The Weekly

                               3 of 2 DOCUMENTS
No date at all
"""

NEXIS_UNI = """Sand meets Bello

The Daily

June 19, 2023 Monday

Copyright 2022 The Daily Company All Rights Reserved

Section: A; Pg. 1

Length: 56 words

Byline: By Jane Roe

Body

Sand met Bello on Monday.

They ate.

Graphic

PHOTO: Sand

Load-Date: June 20, 2023

End of Document

Second story

20 June 2023

Body

Bello left.

Load-Date: June 21, 2023

End of Document
"""


@pytest.mark.parametrize("text", [FACTIVA_CODED, FACTIVA_SHOWN, NEXIS, NEXIS_UNI])
def test_layouts(text: str) -> None:
    first, second = find_articles(text)
    assert first.title in ("Sand meets Bello", "Sand meets Bello in Oslo")
    assert (first.outlet, first.date) == ("The Daily", "2023-06-19")
    assert first.text.endswith("They ate.")
    assert "Sand met Bello on Monday." in first.text
    assert "DATELINE" not in first.text
    assert (second.title, second.date, second.text) == ("Second story", "2023-06-20", "Bello left.")
    assert second.outlet in ("The Weekly", None)


def test_factivas_own_ids() -> None:
    assert [article.id for article in find_articles(FACTIVA_CODED)] == ["DLY0000020230619ej6j0001", "WKLY000020230620ej6k0002z"]


def test_no_export() -> None:
    assert find_articles("Document 12 was signed in Oslo.\nBody\nEnd of story") == ()
    assert find_articles("\nEnd of Document\n") == ()


def documents(data: bytes, name: str) -> list[Document]:
    return [source for source in read_bytes(data, name) if isinstance(source, Document)]


def test_as_text_rich_text_html_and_word() -> None:
    opened = docx.Document()
    for line in NEXIS_UNI.splitlines():
        opened.add_paragraph(line)
    word = io.BytesIO()
    opened.save(word)
    rich = "{\\rtf1\\ansi " + FACTIVA_SHOWN.replace("\n", "\\par\n") + "}"
    page = "<html><body>" + "".join(f"<div>{line}</div>" for line in FACTIVA_SHOWN.splitlines() if line) + "</body></html>"
    for data, name in [
        (NEXIS.encode(), "a.txt"),
        (rich.encode(), "a.rtf"),
        (page.encode(), "a.html"),
        (word.getvalue(), "a.docx"),
    ]:
        first, second = documents(data, name)
        assert (first.outlet, first.published.date, first.published.basis) == ("The Daily", "2023-06-19", "metadata")
        assert first.text == "Sand met Bello on Monday.\n\nThey ate." or name == "a.html"
        assert second.text == "Bello left."
    assert [made.input_id for made in documents(NEXIS.encode(), "a.txt")] == ["a-1", "a-2"]
