"""Free phrases about people, answered: "the Chinese foreign minister", "Secretary Blinken", "China's top diplomat"."""

from __future__ import annotations

import re

from memcon.knowledge.knowledge import Knowledge

__all__ = ["split_title"]

_HEADS = re.compile(
    r"^(?:(?:His|Her) (?:Royal |Serene )?(?:Excellency|Majesty|Highness)|H\.E\.|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Gen\.|General|Sir|Dame|Lord|Sheikh|Shaykh|Sheikha)\s+"
)


def split_title(phrase: str, knowledge: Knowledge) -> tuple[str | None, str | None]:
    """A title and a name, told apart: the longest run of words from the left that is a title, and what follows it.

    ("Prime Minister Ehud Barak") gives ("Prime Minister", "Ehud Barak"). Either may be None."""
    words = phrase.split()
    for end in range(min(len(words), 9), 0, -1):
        title = " ".join(words[:end])
        if knowledge.offices.is_title(title):
            rest = _HEADS.sub("", " ".join(words[end:])).strip()
            return title, rest or None
    return None, phrase.strip() or None
