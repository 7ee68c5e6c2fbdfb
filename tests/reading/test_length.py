"""A long document takes no more work for each word than a short one."""

from __future__ import annotations

import cProfile

import memcon

STORY = (
    "President Emmanuel Macron praised Prime Minister Narendra Modi on Tuesday. The president said that he had asked for item {n}. "
    "The two leaders were content, the secretary told reporters. The ministry's spokeswoman, Ana {name}, said that both sides knew "
    "of round {n}. \"We look forward to round {n},\" she said. Defence Minister Tomas {name} was silent, and the minister's deputy, "
    "who knows his Chinese counterpart, said that they would wait for the premier."
)  # fmt: skip
NAMES = "Abell Bruns Carow Delvi Eskin Farro Gelb Horvat Ivers Jurin Kolar Lasko Maric Noren Olsen Perko".split()
LETTERS = "abcdefghijklmnop"


def calls(stories: int, reader: memcon.Reader) -> int:
    """How many calls of functions reading so many stories as one document takes."""
    told = (STORY.format(n=n, name=NAMES[n % 16] + LETTERS[n // 16]) for n in range(stories))
    text, counted = "\n\n".join(told), cProfile.Profile()
    counted.runcall(reader.read, text, published="2024-03-05")
    return sum(entry.callcount for entry in counted.getstats())


def test_eight_times_the_text_takes_eight_times_the_work_and_little_more() -> None:
    reader = memcon.Reader()
    calls(2, reader)  # what is loaded once
    assert calls(160, reader) <= 8 * 1.5 * calls(20, reader)
