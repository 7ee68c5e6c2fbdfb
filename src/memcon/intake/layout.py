"""Find the parts of a page: what is the story, and what stands around it.

A stated cascade over the paragraphs, in text order; the first that applies decides:
  1. after a closing line ("###", "Notes to editors") in the lower part nothing is the story
  2. boilerplate (subscribe, read more, copyright, telephone lines)
  3. embedded posts
  4. bylines ("By …", "Reporting by …", "… contributed to this report")
  5. captions and photo credits, as a paragraph of their own or run into one
  6. the turns of a transcript
  7. above the story: header lines, date lines, headlines
  8. between paragraphs: headings
  9. the story's paragraphs, less their dateline and closing credits
The words are in `data/layout.toml`. Accepted gap: a caption without a credit, "(L)" or "file photo" is read as story.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from memcon.document import Block, BlockKind
from memcon.intake.credits import find_credits, is_byline, reporters_start
from memcon.intake.datelines import dateline_at
from memcon.intake.dates import find_dates
from memcon.intake.paragraphs import split_paragraphs
from memcon.intake.transcripts import Turn, find_turns
from memcon.intake.words import layout_words

__all__ = ["find_blocks"]

LOWER_PART = 0.5  # of the text: a closing line above it closes nothing
FIRST_PARAGRAPHS = 5  # where a city's name and a dash are a dateline
LAST_PARAGRAPHS = 4  # where a bare "… contributed." is a byline
LONGEST_LINE = 400  # characters: longer paragraphs are no boilerplate line
MOST_HEADER_LINES = 15  # above a story
LONGEST_HEADLINE = 220
LONGEST_HEADING = 90
LONGEST_DATE_LINE = 120
CAPTION_WORDS = 60  # a longer paragraph that ends in a credit is story with a credit run in
LONGEST_POST = 400  # characters of an embedded post above its signature

_POST_SIGNATURE = re.compile(r"[—–-]+ ?[^\n—–]{1,80}\(@\w{1,30}\)")
_POST_LINK = re.compile(r"pic\.(?:twitter|x)\.com/\w+")
_WEB_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
_CONTACT = re.compile(r"[^.!?]{0,40}(?:\+?\(?\d[\d ()\-./]{7,20}\d|[\w.+\-]+@[\w\-]+\.[\w.\-]+)[^.!?]{0,40}$")
_TIMESTAMP = re.compile(r"\(\d{1,2}:\d{2}(?::\d{2})?\)\s*")
_PLACED_PERSON = re.compile(r"\((?:L|R|C|left|right|center|centre|L-R|2nd L|2nd R|first left|from left)\)")
_LIST_MARK = re.compile(r"(?:\(?\d{1,2}[.)]|[•·▪●*–-])\s+(?=[“(\[]?[^\W_a-z])")
_STAGE_DIRECTION = re.compile(r"[(\[][^()\[\]]{1,80}[)\]]\.?$")
_DATE_LINE_EXTRA = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\b\d{1,2}[:.]\d{2}(?::\d{2})?\b|\b[ap]\.?m\b\.?|\b(?:e[ds]?t|gmt|utc|cest|cet|bst|ist|msk|jst|kst|hrs?)\b"
    r"|\b(?:published|posted|date|updated|on|at|as of|a year ago|read|min|ago)\b"
    r"|<|a min read|\b\d+ (?:years?|months?|days?|hours?|minutes?) ago\b|[\d\s,.|/:()•·–—+-]",
    re.IGNORECASE,
)
_PLACE_LINE = re.compile(r"[^\W\d_a-z][\w.'\- ]{1,25}, (?:D\.?C\.?|[^\W\d_a-z][\w.]+(?: [^\W\d_a-z]\w+)?)")
_ENDS_IN_WEEKDAY = re.compile(r"\b(?:MON|TUE|WED|THU|FRI|SAT|SUN)[A-Za-z]*,? $", re.IGNORECASE)
_ENDS_IN_PREPOSITION = re.compile(r"\b(?:on|of|in|by|for|until|since|from|to|and|before|after) $")
_TITLE_BREAK = re.compile(r"[^\W\d_]\s?[–—:]\s|[^\W\d_] - ")
_SENTENCE_END = re.compile(r"[.!?][”')\]]*$")
_SENTENCE_BREAK = re.compile(r"[.!?][”')\]]?\s+(?=[“'(\[]?[^\W\d_a-z])")


@dataclass(slots=True)
class _Page:
    """What is known of the page so far, while its paragraphs are gone through."""

    text: str
    title: str | None
    paragraphs: tuple[tuple[int, int], ...]
    turns: dict[int, Turn]
    begun: bool = False  # the story has begun
    closed: bool = False  # nothing more is the story
    asking: bool = False  # the last turn was a question
    blocks: list[Block] = field(default_factory=list)

    def add(self, start: int, end: int, kind: BlockKind) -> None:
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start < end:
            self.blocks.append(Block(start, end, kind))


def find_blocks(text: str, *, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of a text (best its shadow), in text order, not overlapping. All visible characters are in one.

    `title`, where known, tells the headline inside the text."""
    paragraphs = split_paragraphs(text)
    page = _Page(text, title.strip() if title else None, paragraphs, find_turns(text, paragraphs))
    for number in range(len(paragraphs)):
        _place(page, number)
    return tuple(page.blocks)


def _place(page: _Page, number: int) -> None:
    start, end = page.paragraphs[number]
    page.begun = page.begun or number >= MOST_HEADER_LINES
    line = page.text[start:end] if end - start <= LONGEST_LINE else ""
    if page.closed or (line and _is_closing(page, line, start)):
        page.add(start, end, "boilerplate")
    elif start in page.turns:
        _place_turn(page, page.turns[start], end)
    elif line and _is_edge(page, number) and (_is_date_line(line) or _is_place_line(line)):
        page.add(start, end, "dateline")
    elif line and (kind := _whole_kind(page, number, line)):
        page.add(start, end, kind)
    elif line and not page.begun and _place_header(page, number, line):
        pass
    elif line and page.begun and not page.turns and _is_heading(page, number, line):
        page.add(start, end, "heading")
    else:
        _place_story(page, number)


def _whole_kind(page: _Page, number: int, line: str) -> BlockKind | None:
    """The kind of a line that is wholly one thing and not the story."""
    if _is_boilerplate(line):
        return "boilerplate"
    if _is_embed(page, number, line):
        return "embed"
    if is_byline(line, at_end=number >= len(page.paragraphs) - LAST_PARAGRAPHS):
        return "byline"
    start, end = page.paragraphs[number]
    if find_credits(page.text, start, end)[:1] == ((start, end),):
        return "credit"
    if _is_caption(line):
        return "caption"
    return None


def _is_edge(page: _Page, number: int) -> bool:
    """Above the story or at its foot, where ministries sign with place and date."""
    return not page.begun or (number > 1 and number >= len(page.paragraphs) - LAST_PARAGRAPHS)


def _is_closing(page: _Page, line: str, start: int) -> bool:
    words = layout_words()
    plain = line.strip().lower()
    if plain.rstrip(":") not in words.closing_lines and not plain.startswith(words.closing_starts):
        return False
    page.closed = page.begun and start >= LOWER_PART * len(page.text)
    return page.closed or plain in words.closing_lines


def _is_boilerplate(line: str) -> bool:
    words = layout_words()
    plain = line.lower().lstrip(" *•>-–—[(")
    if plain.rstrip(" .:>»)]") in words.boilerplate_lines or _WEB_ADDRESS.match(plain):
        return True
    if plain.startswith(words.boilerplate_starts):
        return not _reads_as_sentence(line)
    nothing_said = not any(character.isalnum() for character in line) or _is_date_tail(line)
    return nothing_said or _CONTACT.match(line) is not None


def _reads_as_sentence(line: str) -> bool:
    """A boilerplate word may begin a real sentence ("Subscribe or lose it, the minister said."): long, with an end."""
    return len(line) > 160 and bool(_SENTENCE_END.search(line)) and "copyright" not in line.lower()


def _is_embed(page: _Page, number: int, line: str) -> bool:
    if _POST_SIGNATURE.search(line) or (len(line) <= LONGEST_POST and _POST_LINK.search(line)):
        return not dateline_at(page.text, *page.paragraphs[number], first=not page.begun)
    if number + 1 == len(page.paragraphs) or len(line) > LONGEST_POST:
        return False
    start, end = page.paragraphs[number + 1]
    return bool(_POST_SIGNATURE.match(page.text, start, end))


def _is_caption(line: str) -> bool:
    if len(line.split()) > CAPTION_WORDS:
        return False
    return line.lower().startswith(layout_words().caption_starts) or bool(_PLACED_PERSON.search(line))


def _place_turn(page: _Page, turn: Turn, end: int) -> None:
    page.begun = True
    page.asking = turn.is_question
    page.add(turn.start, turn.end, "speaker")
    _place_spoken(page, turn.end, end)


def _place_spoken(page: _Page, start: int, end: int) -> None:
    stamp = _TIMESTAMP.match(page.text, start, end)
    if stamp:
        page.add(start, stamp.end(), "boilerplate")
        start = stamp.end()
    page.add(start, end, "question" if page.asking else "paragraph")


def _place_header(page: _Page, number: int, line: str) -> bool:
    """Lines above the story; False where the story begins here."""
    start, end = page.paragraphs[number]
    words = layout_words()
    plain = line.lower().strip(" .:-–—*")
    if plain in words.header_lines or line.lower().startswith(words.header_starts):
        page.add(start, end, "boilerplate")
    elif _is_headline(page, number, line):
        _place_headline(page, start, end)
    else:
        return False
    return True


def _is_date_line(line: str) -> bool:
    """A line that holds a date and nothing but a weekday, a clock time, a place or the like."""
    dates = find_dates(line) if len(line) <= LONGEST_DATE_LINE else ()
    if not dates:
        return False
    rest = line
    for date in reversed(dates):
        rest = rest[: date.start] + " " + rest[date.end :]
    if _TITLE_BREAK.search(rest):
        return False
    left = _DATE_LINE_EXTRA.sub(" ", rest).split()
    return len(left) <= 3 and all(word[0].isupper() for word in left)


def _is_place_line(line: str) -> bool:
    return len(line) <= 40 and _PLACE_LINE.fullmatch(line) is not None


def _is_headline(page: _Page, number: int, line: str) -> bool:
    if page.title and line.strip(" .") == page.title.strip(" ."):
        return True
    if number + 1 >= len(page.paragraphs) or len(line) > LONGEST_HEADLINE or line[-1] in ":,":
        return False
    if line.count("“") != line.count("”") or find_credits(page.text, *page.paragraphs[number]):
        return False
    if dateline_at(page.text, *page.paragraphs[number], first=True):
        return False
    return not _SENTENCE_END.search(line) or (_is_title_case(line) and len(_SENTENCE_BREAK.findall(line)) == 0)


def _is_title_case(line: str) -> bool:
    words = [word for part in line.split() if (word := part.strip("“”'().,;:?!")) and word[0].isalpha()]
    return len(words) >= 4 and all(word[0].isupper() or word in layout_words().headline_small_words for word in words)


def _place_headline(page: _Page, start: int, end: int) -> None:
    """A headline; a full date at its end is the masthead's ("… SAT 07 MAY 2011")."""
    dates = find_dates(page.text[start:end])
    if dates and dates[-1].iso() and _is_date_tail(page.text[start + dates[-1].end : end]):
        cut = start + dates[-1].start
        weekday = _ENDS_IN_WEEKDAY.search(page.text[start:cut])
        cut = start + weekday.start() if weekday else cut - (page.text[cut - 1] == "(")
        if weekday or not _ENDS_IN_PREPOSITION.search(page.text[start:cut]):
            page.add(start, cut, "byline" if is_byline(page.text[start:cut].strip(" |–—-")) else "headline")
            page.add(cut, end, "dateline")
            return
    page.add(start, end, "headline")


def _is_date_tail(rest: str) -> bool:
    reached = 0
    for found in _DATE_LINE_EXTRA.finditer(rest):
        if not _is_blank(rest[reached : found.start()]):
            return False
        reached = found.end()
    return _is_blank(rest[reached:])


def _is_blank(text: str) -> bool:
    return not text or text.isspace()


def _is_heading(page: _Page, number: int, line: str) -> bool:
    if number + 1 >= len(page.paragraphs) or len(line) > LONGEST_HEADING or line[-1] in ".!?:;,”…" or "“" in line:
        return False
    return (line[0].isupper() or line[0].isdigit()) and not find_credits(page.text, *page.paragraphs[number])


def _place_story(page: _Page, number: int) -> None:
    text = page.text
    start, end = page.paragraphs[number]
    if page.turns:
        page.begun = True
        if _STAGE_DIRECTION.match(text, start, end):
            page.add(start, end, "boilerplate")
        else:
            _place_spoken(page, start, end)
        return
    if numbering := _LIST_MARK.match(text, start, end):
        page.add(start, numbering.end(), "boilerplate")
        start = numbering.end()
    dateline = dateline_at(text, start, end, first=not page.begun or number < FIRST_PARAGRAPHS)
    if dateline:
        page.add(start, dateline, "dateline")
        start = dateline
    reporters = reporters_start(text, start, end)
    _place_with_credits(page, start, reporters or end)
    if reporters:
        page.add(reporters, end, "byline")
    page.begun = True


def _place_with_credits(page: _Page, start: int, end: int) -> None:
    """A paragraph less the credits run into it; the sentence or two before a credit are a caption's words."""
    for credit_start, credit_end in find_credits(page.text, start, end):
        words = page.text[start:credit_start]
        short = len(words.split()) <= CAPTION_WORDS and len(_SENTENCE_BREAK.findall(words)) <= 1
        page.add(start, credit_start, "caption" if short else "paragraph")
        page.add(credit_start, credit_end, "credit")
        start = credit_end
    for link in _POST_LINK.finditer(page.text, start, end):
        page.add(start, link.start(), "paragraph")
        page.add(link.start(), link.end(), "embed")
        start = link.end()
    page.add(start, end, "paragraph")
