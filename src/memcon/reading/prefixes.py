"""Words with a prefix and a hyphen, "co-chaired", "re-opened", given to the parser as one word.

The tokenizer cuts them in three, and the model then takes the prefix for the verb: "will *co* - chair the commission". A letter
in the hyphen's place keeps offsets; behind the parse the word is as written again.
"""

from __future__ import annotations

import re

from memcon.lexicon.inflection import inflected
from memcon.reading.parsed import Line, Word

_PREFIXED = re.compile(r"\b(?:[Cc]o|[Rr]e)-(?=[a-z]{4})")
_FILLER = "o"
# What is done together keeps its hyphen in the lexicon, "co-chair"; of others the word is one: "cooperate", "reopen".
_TOGETHER = frozenset("chair host lead head sponsor organise organize preside sign convene moderate mediate author".split())
_AGAIN = frozenset(
    """open elect enter engage establish start affirm impose introduce join build examine commit consider define instate
    activate appoint unite operate ordinate exist admit arrest export import deploy negotiate occupy place schedule""".split()
)
_VERBS = {form: verb for verb in sorted(_TOGETHER | _AGAIN) for form in inflected(verb, {})}


def joined(text: str) -> str:
    """The text with its prefixes joined to their words, of the same length; the same object where there are none."""
    return _PREFIXED.sub(lambda match: match[0][:-1] + _FILLER, text) if "o-" in text or "e-" in text else text


def parted(line: Line, text: str) -> Line:
    """The line of a joined text with its words as `text` has them, and their lemmas as the lexicon has them."""
    if line.text.rstrip() == text.rstrip():
        return line
    columns = line.columns()
    for number, word in enumerate(line.words):
        written = text[word.idx : word.idx + len(word.text)]
        if written != word.text:
            columns["texts"][number] = written
            columns["lemmas"][number] = _lemma(written.lower(), word)
    return Line(**columns)


def _lemma(written: str, word: Word) -> str:
    """ "co-chaired" → "co-chair", "re-opened" → "reopen"; the model knows neither word."""
    prefix, _, rest = written.partition("-")
    if word.tag_.startswith("VB"):
        rest = _VERBS.get(rest, word.lemma_[len(prefix) + 1 :])
    return f"{prefix}-{rest}" if prefix == "co" and rest in _TOGETHER else prefix + rest
