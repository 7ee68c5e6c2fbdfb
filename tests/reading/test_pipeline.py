"""The quick pipeline gives what spaCy's own gives, and a row's bits do not depend on its company."""

import numpy
import pytest
import spacy

from memcon.reading import arithmetic
from memcon.reading.parsed import Line, line_of
from memcon.reading.parsing import DEFAULT_MODEL, UNUSED, SpacyParser
from memcon.reading.pipeline import COMPONENTS, Pipeline, fitting

SENTENCES = [
    "The two ministers, who hadn't met since March, held talks in Tallinn on Friday.",
    "There were three rounds of talks, and there's no date for a fourth.",
    "“We ain't going to let's-see our way out of this,” she said; y'all heard it.",
    "He's gonna go, they gotta stay, and it got worse: 'nuff said.",
    "Envoys of   Peru and Chile (both newly named) did not say what they had discussed.",
    "What did Oslo ask Bern for that Rome would not give?",
    "Yes.",
    "",
]


@pytest.fixture(scope="module")
def nlp():
    return spacy.load(DEFAULT_MODEL, exclude=UNUSED)


@pytest.fixture(scope="module")
def quick():
    return Pipeline(spacy.load(DEFAULT_MODEL, exclude=UNUSED))


def test_the_default_model_fits(nlp):
    assert tuple(nlp.pipe_names) == COMPONENTS
    assert fitting(nlp)


def test_other_pipelines_run_as_spacy_runs_them():
    assert not fitting(spacy.blank("en"))


def test_columns_are_those_of_spacy(nlp, quick):
    for line, doc in zip(quick.parse(SENTENCES), nlp.pipe(SENTENCES), strict=True):
        assert line.columns() == line_of(doc).columns()
        assert line.text == doc.text


def test_words_hold_what_tokens_hold(nlp, quick):
    for line, doc in zip(quick.parse(SENTENCES), nlp.pipe(SENTENCES), strict=True):
        for word, token in zip(line, doc, strict=True):
            assert (word.left_edge.i, word.right_edge.i) == (token.left_edge.i, token.right_edge.i)
            for name in ("lefts", "rights", "children", "subtree", "ancestors"):
                assert [item.i for item in getattr(word, name)] == [item.i for item in getattr(token, name)], name
            for name in ("is_punct", "is_space", "idx", "lower_", "whitespace_"):
                assert getattr(word, name) == getattr(token, name), name


def test_stretches_are_spans(nlp, quick):
    (line,), doc = quick.parse(SENTENCES[:1]), nlp(SENTENCES[0])
    for first, last in [(2, 5), (0, 0), (5, 2), (-3, None), (3, 400)]:
        assert line[first:last].text == doc[first:last].text
        assert [word.i for word in line[first:last]] == [token.i for token in doc[first:last]]
    assert line[3].nbor(-1) is line[2]
    with pytest.raises(IndexError):
        line[0].nbor(-1)


def test_a_parse_does_not_depend_on_its_company(quick):
    alone = [quick.parse([sentence])[0].columns() for sentence in SENTENCES]
    assert [line.columns() for line in quick.parse(SENTENCES * 9)] == alone * 9


def test_a_line_is_made_again_from_its_columns(quick):
    for line in quick.parse(SENTENCES):
        assert Line(**line.columns()).columns() == line.columns()


def test_caches_may_overflow(monkeypatch, nlp):
    monkeypatch.setattr("memcon.reading.pipeline.KEPT", 40)
    monkeypatch.setattr("memcon.reading.pipeline.FORMS", 40)
    small = Pipeline(spacy.load(DEFAULT_MODEL, exclude=UNUSED))
    for sentence in SENTENCES * 2:
        (line,) = small.parse([sentence])
        assert line.columns() == line_of(nlp(sentence)).columns()


def test_the_parser_names_its_model():
    assert SpacyParser().name.startswith("en_core_web_sm")


def test_rows_agree_wherever_they_stand():
    weights = numpy.random.default_rng(1).standard_normal((288, 96)).astype("float32")
    unit = arithmetic.row_unit([weights])
    if unit is None:  # this machine's OpenBLAS has none, and BLIS is used
        return
    rows = numpy.random.default_rng(2).standard_normal((unit * 7, 288)).astype("float32")
    with arithmetic.one_thread():
        together = rows @ weights
        for first in range(unit * 6):
            assert numpy.array_equal(rows[first : first + unit] @ weights, together[first : first + unit])


def test_without_a_sound_unit_the_parse_is_the_same(monkeypatch, nlp):
    monkeypatch.setattr("memcon.reading.convolutions.row_unit", lambda weights: None)
    slow = Pipeline(spacy.load(DEFAULT_MODEL, exclude=UNUSED))
    for line, doc in zip(slow.parse(SENTENCES), nlp.pipe(SENTENCES), strict=True):
        assert line.columns() == line_of(doc).columns()
