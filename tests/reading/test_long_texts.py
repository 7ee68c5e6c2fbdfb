"""A text as long as a book costs what its length costs, and far parts of it do not speak into each other."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

import memcon
from memcon import intake
from memcon.reading.memory import STORY, stories
from memcon.reading.reader import Reader

LONG = 5_000_000  # characters
SLOWER = 1.3  # a byte of the long text to one of a tenth of it; the rest is the machine's
TRIES = 3  # a busy machine may slow one; a reader that slows down does so each time
PEOPLE = ("Ada Brook", "Ivo Lang", "Mira Stone", "Tom Hale", "Lena Voss", "Karl Munk", "Ruth Eames", "Otto Wren")


def report(chance: random.Random) -> str:
    """A story of a few sentences with titles, names, pronouns, quotations and dates."""
    host, guest = chance.sample(("Norway", "Kenya", "Chile", "Japan", "Egypt", "Canada", "Peru", "Ghana"), 2)
    person, other = chance.sample(PEOPLE, 2)
    return (
        f"Foreign Minister {person} of {guest} met {host}'s defence minister, {other}, in Oslo on {chance.randint(1, 28)} March. "
        f"“We agreed to reopen the {chance.choice(('port', 'border', 'embassy'))},” the minister said after the talks. "
        f"He will visit {host} again in {chance.choice(('May', 'June', 'July'))}, his spokesman told reporters. "
        f"The two sides promised to {chance.choice(('share water', 'lower tariffs', 'free prisoners'))}, {other} added. "
        f"The president of {guest} called the {chance.choice(('deal', 'visit', 'plan'))} a success and thanked her counterpart."
    )


def weather(chance: random.Random) -> str:
    """Some sentences that tell of nobody."""
    told = ("A frost of {} degrees is due in the hills", "The harvest rose by {} percent", "{} shops shut in the town")
    return " ".join(f"{chance.choice(told).format(chance.randint(2, 90))}, and the valley waits for rain." for _ in range(9))


def text_of(length: int) -> str:
    chance, shortest = random.Random(5), 1_000
    stories = (report(chance) + "\n\n" + weather(chance) for _ in range(length // shortest + 1))
    return "\n\n".join(stories)[:length]


@pytest.mark.long
def test_time_grows_with_the_length_and_no_faster(share: int) -> None:
    """5 MB against 0.5 MB; a tenth of both without --soak."""
    reader = Reader()
    reader.read(text_of(20_000), published="2024-05-20")
    short, long = text_of(LONG // share // 10), text_of(LONG // share)
    grown = (seconds_a_character(reader, long) / seconds_a_character(reader, short) for _ in range(TRIES))
    assert any(ratio <= SLOWER for ratio in grown)


MOST_GROWTH = 250  # megabytes for each of text: its words' parses, what is named, the facts and their evidence
PEAK = """
import re, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from test_long_texts import text_of
from memcon.reading.reader import Reader
def peak(): return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
reader = Reader()
reader.read(text_of(20_000), published="2024-05-20")
before = peak()
reader.read(text_of(int(sys.argv[2])), published="2024-05-20")
print(peak() - before)
"""


@pytest.mark.long
def test_memory_grows_with_the_length_and_no_faster(share: int) -> None:
    """A text of 5 MB; a tenth of it without --soak."""
    length = LONG // share
    run = [sys.executable, "-c", PEAK, str(Path(__file__).parent), str(length)]
    grown = float(subprocess.run(run, capture_output=True, text=True, check=True).stdout)
    assert grown <= MOST_GROWTH * length / 1_000_000


def seconds_a_character(reader: Reader, text: str) -> float:
    begun = time.process_time()
    record = reader.read(text, published="2024-05-20")
    spent = time.process_time() - begun
    assert len(record.statements) > len(text) / 2000
    return spent / len(text)


def test_a_report_is_one_story_and_a_book_is_many() -> None:
    reader = Reader()
    one = reader.analyse(intake.document(text_of(20_000), published="2024-05-20"))
    assert [story for story, _ in stories(one)] == [one]
    long = reader.analyse(intake.document(text_of(200_000), published="2024-05-20"))
    found = list(stories(long))
    assert len(found) == -(-len(long.mentions) // STORY) > 2
    assert [sentence for _, sentences in found for sentence in sentences] == list(long.sentences)
    for story, sentences in found:
        near = [m for sentence in sentences for m in long.mentions_in(sentence.start, sentence.end)]
        assert {(m.start, m.end) for m in near} <= {(m.start, m.end) for m in story.mentions}
        assert len(story.mentions) <= 3 * STORY
        for mention in (m for m in story.mentions if m.of is not None):
            whole = next(m for m in long.mentions if m.start == mention.start)
            assert whole.of is not None
            assert story.mentions[mention.of].start == long.mentions[whole.of].start


def test_the_president_of_a_far_story_is_not_the_president_of_this_one() -> None:
    far = "President Ada Brook of Ghana spoke in Oslo. “We will open the port,” she said.\n\n"
    between = "The envoy of Chile met the envoy of Peru in Lima, and the envoy of Japan left.\n\n" * STORY
    near = "“Nothing was agreed,” the president said in Cairo."
    record = memcon.read(far + between + near, published="2024-05-20")
    last = record.statements[-1]
    assert last.content.exact.startswith("“Nothing") or last.content.exact.startswith("Nothing")
    assert all(speaker.name != "Ada Brook" for speaker in last.speakers)
    beside = memcon.read(far + near, published="2024-05-20")
    assert [speaker.name for speaker in beside.statements[-1].speakers] == ["Ada Brook"]
