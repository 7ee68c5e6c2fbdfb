"""spaCy's small English pipeline, run for what the rules read: tags, parts of speech, lemmas, arcs; the same out, for less.

Three stages of the stock pipeline do the same work over and over, and here do it once a word:

- the embedding of a token depends on the token alone, so its vector is kept, and only the convolutions run each time;
- the attribute ruler's patterns, all but a few, look at one token, so their outcome is kept by word, tag and label;
  sentences where one of the few could match go through spaCy's own components;
- the lemma depends on what these give.

`fitting` says whether a pipeline is built like that; any other model runs as spaCy runs it (`parsing.SpacyParser`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from memcon.reading.parsed import Line, line_of

KEPT = 30_000  # words whose vectors and forms are kept, some 15 MB; then they are found anew
BATCH = 16  # sentences that the parser takes in step
COMPONENTS = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer")
EMBEDDING = (
    "extract_features",
    "list2ragged",
    "with_array",  # the hash tables
    "with_array",  # the layer that mixes them
    "ragged2list",
)


def fitting(nlp: Any) -> bool:
    """Whether the pipeline is one of spaCy's CNN pipelines without vectors, so that `Pipeline` gives what it gives."""
    if tuple(nlp.pipe_names) != COMPONENTS:
        return False
    model = nlp.get_pipe("tok2vec").model
    if not (model.has_ref("embed") and model.has_ref("encode")):
        return False
    names = tuple(layer.name.split("(")[0] for layer in model.get_ref("embed").layers)
    lemmatizer, ruler = nlp.get_pipe("lemmatizer"), nlp.get_pipe("attribute_ruler")
    return (
        names == EMBEDDING
        and "pad" in model.get_ref("encode").attrs
        and getattr(lemmatizer, "mode", None) == "rule"
        and all(_understood(pattern) for item in ruler.patterns for pattern in item["patterns"])
    )


def _understood(pattern: list[dict[str, Any]]) -> bool:
    """A pattern of one token, whatever it asks of it (word, tag and label decide), or of two by word, tag or label."""
    known = all(set(token) <= {"LOWER", "ORTH", "TAG", "DEP", "IS_SPACE"} for token in pattern)
    return known and len(pattern) <= 2


class Form(NamedTuple):
    """A word as the pipeline leaves it. `given` are its tag and label before the ruler; `opens`: a pattern of two may begin."""

    text: str
    tag: str
    part: str
    lemma: str
    label: str
    given: tuple[str, str]
    opens: bool


class Pipeline:
    """A fitting pipeline that keeps what it found of each word. Not safe for several threads at once."""

    def __init__(self, nlp: Any) -> None:
        import numpy

        self._nlp = nlp
        self._tagger = nlp.get_pipe("tagger")
        self._parser = nlp.get_pipe("parser")
        self._ruler = nlp.get_pipe("attribute_ruler")
        self._lemmatizer = nlp.get_pipe("lemmatizer")
        model = nlp.get_pipe("tok2vec").model
        extract, _, hashes, mixer, _ = model.get_ref("embed").layers
        self._features = list(extract.attrs["columns"])
        self._hashes, self._mixer = hashes, mixer
        self._encode = model.get_ref("encode").layers[0]
        self._pad = int(model.get_ref("encode").attrs["pad"])
        self._softmax = self._tagger.model.layers[-1]
        self._tags = list(self._tagger.labels)
        self._pairs = [p for item in self._ruler.patterns for p in item["patterns"] if len(p) == 2]
        self._vectors = numpy.zeros((KEPT, model.get_dim("nO")), dtype="float32")
        self._places: dict[tuple[int, int, int], int] = {}
        self._forms: dict[tuple[int, int, int], Form] = {}

    def parse(self, texts: Sequence[str]) -> list[Line]:
        """The lines of these texts, in order."""
        docs = [self._nlp.make_doc(text) for text in texts]
        order = sorted(range(len(docs)), key=lambda place: len(docs[place]))
        lines: dict[int, Line] = {}
        for first in range(0, len(order), BATCH):
            places = order[first : first + BATCH]
            lines.update(zip(places, self._parse([docs[place] for place in places]), strict=True))
        return [lines[place] for place in range(len(docs))]

    def _parse(self, docs: list[Any]) -> Iterable[Line]:
        if not any(len(doc) for doc in docs):
            return [line_of(doc) for doc in docs]
        vectors = self._encoded(docs)
        for doc, (first, last) in zip(docs, self._bounds(docs), strict=True):
            doc.tensor = vectors[first:last]
        tags = self._softmax.predict(vectors).argmax(axis=1).tolist()
        states = self._parser.predict(docs)
        self._parser.set_annotations(docs, states)
        return [self._line(doc, tags[a:b]) for doc, (a, b) in zip(docs, self._bounds(docs), strict=True)]

    def _bounds(self, docs: list[Any]) -> list[tuple[int, int]]:
        """Where each doc lies in an array with rows of nothing before, between and after."""
        bounds = []
        place = self._pad
        for doc in docs:
            bounds.append((place, place + len(doc)))
            place += len(doc) + self._pad
        return bounds

    def _encoded(self, docs: list[Any]) -> Any:
        import numpy

        bounds = self._bounds(docs)
        rows = numpy.zeros((bounds[-1][1] + self._pad, self._vectors.shape[1]), dtype="float32")
        for doc, (first, last) in zip(docs, bounds, strict=True):
            rows[first:last] = self._vectors[self._known(doc)]
        return self._encode.predict(rows)

    def _known(self, doc: Any) -> list[int]:
        """The places of the words' vectors; those of new words are found first."""
        keys = list(map(tuple, doc.to_array(["ORTH", "NORM", "SPACY"]).tolist()))
        places = self._places
        new = [number for number, key in enumerate(keys) if key not in places]
        if new:
            if len(places) + len(new) > KEPT:
                places.clear()
                new = list(range(len(keys)))
            self._embed(doc, {keys[number]: number for number in new})
        return [places[key] for key in keys]

    def _embed(self, doc: Any, new: dict[tuple[int, int, int], int]) -> None:
        numbers = list(new.values())
        features = doc.to_array(self._features)[numbers]
        vectors = self._mixer.predict(self._hashes.predict(features))
        first = len(self._places)
        self._vectors[first : first + len(numbers)] = vectors
        self._places.update(zip(new, range(first, first + len(numbers)), strict=True))

    def _line(self, doc: Any, tags: list[int]) -> Line:
        import numpy

        words, spaces, labels, arcs = doc.to_array(["ORTH", "SPACY", "DEP", "HEAD"]).astype(numpy.int64).T.tolist()
        keys = list(zip(words, tags, labels, strict=True))
        known = self._forms
        forms = [known.get(key) or self._form(key, doc[number]) for number, key in enumerate(keys)]
        if any(form.opens for form in forms) and any(self._paired(*pair) for pair in pairwise(forms)):
            return self._stock(doc, forms)
        return Line(
            texts=[form.text for form in forms],
            spaces=spaces,
            tags=[form.tag for form in forms],
            parts=[form.part for form in forms],
            lemmas=[form.lemma for form in forms],
            labels=[form.label for form in forms],
            heads=[number + arc for number, arc in enumerate(arcs)],
        )

    def _form(self, key: tuple[int, int, int], token: Any) -> Form:
        """What the ruler and the lemmatizer make of a word with this tag and label, wherever it stands."""
        from spacy.tokens import Doc

        given = self._tags[key[1]], token.dep_
        alone = Doc(token.vocab, words=[token.text], spaces=[False], tags=[given[0]], heads=[0], deps=[given[1]])
        (word,) = self._lemmatizer(self._ruler(alone))
        form = Form(word.text, word.tag_, word.pos_, word.lemma_, word.dep_, given, opens=False)
        form = form._replace(opens=any(_fits(first, form) for first, _ in self._pairs))
        if len(self._forms) >= KEPT:
            self._forms.clear()
        self._forms[key] = form
        return form

    def _paired(self, form: Form, following: Form) -> bool:
        return form.opens and any(_fits(first, form) and _fits(second, following) for first, second in self._pairs)

    def _stock(self, doc: Any, forms: list[Form]) -> Line:
        """The line as spaCy's own components make it."""
        for token, form in zip(doc, forms, strict=True):
            token.tag_ = form.given[0]
        return line_of(self._lemmatizer(self._ruler(doc)))


def _fits(wanted: dict[str, Any], form: Form) -> bool:
    """Whether a token can match this token of a pattern; what is not understood here can."""
    values = {"LOWER": form.text.lower(), "ORTH": form.text, "TAG": form.given[0], "DEP": form.given[1]}
    return all(_allowed(test, values[name]) for name, test in wanted.items() if name in values)


def _allowed(test: Any, value: str) -> bool:
    if isinstance(test, str):
        return value == test
    if "IN" in test:
        return value in test["IN"]
    return re.search(test["REGEX"], value) is not None if "REGEX" in test else True
