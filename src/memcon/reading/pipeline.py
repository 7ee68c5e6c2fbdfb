"""spaCy's small English pipeline, run for what the rules read: tags, parts of speech, lemmas, arcs; the same out, for less.

Three stages of the stock pipeline do the same work over and over, and here do it once a word:

- the embedding of a token depends on the token alone, so its vector is kept, and only the convolutions run each time;
- the attribute ruler's patterns, all but a few, look at one token, so their outcome is kept by word, tag and label;
  neighbours that one of the few could match go through spaCy's own components, and that is kept, too;
- the lemma depends on what these give.

`fitting` says whether a pipeline is built like that; any other model runs as spaCy runs it (`parsing.SpacyParser`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from memcon.reading.arithmetic import one_thread
from memcon.reading.convolutions import Network, fitting_network
from memcon.reading.parsed import Line, line_of
from memcon.reading.small import SmallNetwork

KEPT = 16_000  # words whose vectors are kept, some 8 MB; then they are found anew
FORMS = 20_000  # words with a tag and a label whose forms are kept, some 5 MB
KNOWN = 64  # sentences whose new words are met together
BATCH = 32  # sentences that the parser takes in step
COMPONENTS = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer")
HASHES = 1 << 64  # spaCy's numbers of strings are below; NumPy may give them with a sign
Columns = tuple[list[int], list[int], list[int]]  # of a sentence: numbers of tags, of labels, and heads by place
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
        and fitting_network(model, nlp.get_pipe("tagger").model, nlp.get_pipe("parser").model)
        and getattr(lemmatizer, "mode", None) == "rule"
        and all(_understood(pattern) for item in ruler.patterns for pattern in item["patterns"])
    )


def _understood(pattern: list[dict[str, Any]]) -> bool:
    """A pattern of one token, whatever it asks of it (word, tag and label decide), or of two by word, tag or label."""
    known = all(set(token) <= {"LOWER", "ORTH", "TAG", "DEP", "IS_SPACE"} for token in pattern)
    named = {"LOWER", "ORTH"} & set(pattern[0]) or isinstance(pattern[0].get("DEP"), str)
    return known and (len(pattern) == 1 or (len(pattern) == 2 and bool(named)))


class Form(NamedTuple):
    """A word as the pipeline leaves it. `given` are its tag and label before the ruler; `opens`: a pattern of two may begin."""

    text: str
    tag: str
    part: str
    lemma: str
    label: str
    given: tuple[str, str]
    opens: bool


class Ruled(NamedTuple):
    """What the attribute ruler sets on a word. `lemma` is empty where that is the lemmatizer's."""

    tag: str
    pos: int
    part: str
    morph: Any
    lemma: str
    label: str


class Alone(NamedTuple):
    """What the lemmatizer asks of a token."""

    text: str
    orth: int
    pos: int
    pos_: str
    morph: Any


class Pipeline:
    """A fitting pipeline that keeps what it found of each word. Not safe for several threads at once."""

    def __init__(self, nlp: Any, small: SmallNetwork | None = None) -> None:
        import numpy

        self._nlp = nlp
        self._ruler = nlp.get_pipe("attribute_ruler")
        self._lemmatizer = nlp.get_pipe("lemmatizer")
        model = nlp.get_pipe("tok2vec").model
        extract, _, hashes, mixer, _ = model.get_ref("embed").layers
        self._features = list(extract.attrs["columns"])
        self._hashes, self._mixer = hashes, mixer
        self._annotate = Choosing(nlp, small) if small else Stepping(nlp)
        self._tags = list(nlp.get_pipe("tagger").labels)
        self._pairs = [p for item in self._ruler.patterns for p in item["patterns"] if len(p) == 2]
        self._vectors = numpy.zeros((KEPT, model.get_dim("nO")), dtype="float32")
        self._places: dict[tuple[int, int, int], int] = {}
        self._forms: dict[tuple[int, int, int], Form] = {}
        self._rulings: dict[tuple[str, str, str], Ruled] = {}
        self._met: dict[tuple[tuple[str, str, str], ...], list[Form]] = {}
        self._lemmas: dict[tuple[str, str, int], str] = {}
        self._named, self._tests = _named_words(self._ruler.patterns)
        self._openers = {first["DEP"] for first, _ in self._pairs if isinstance(first.get("DEP"), str)}
        _with_sets(self._lemmatizer.lookups.get_table("lemma_index"))

    def parse(self, texts: Sequence[str]) -> list[Line]:
        """The lines of these texts, in order."""
        lines: list[Line] = []
        for first in range(0, len(texts), KNOWN):
            docs = [self._nlp.make_doc(text) for text in texts[first : first + KNOWN]]
            lines += self._lines(docs)
        return lines

    def _lines(self, docs: list[Any]) -> list[Line]:
        known = self._meet(docs)
        order = sorted(range(len(docs)), key=lambda place: len(docs[place]))  # sentences of one length end together
        lines: dict[int, Line] = {}
        for first in range(0, len(order), BATCH):
            chosen = order[first : first + BATCH]
            parsed = self._parse([docs[place] for place in chosen], [known[place] for place in chosen])
            lines.update(zip(chosen, parsed, strict=True))
        return [lines[place] for place in range(len(docs))]

    def _parse(self, docs: list[Any], known: list[list[int]]) -> Iterable[Line]:
        if not any(len(doc) for doc in docs):
            return [line_of(doc) for doc in docs]
        vectors = self._vectors[[place for places in known for place in places]]
        columns = self._annotate(docs, vectors, [len(doc) for doc in docs])
        return [self._line(doc, *own) for doc, own in zip(docs, columns, strict=True)]

    def _meet(self, docs: list[Any]) -> list[list[int]]:
        """The places of the words' vectors, for each doc; those of new words are found first."""
        keys = [list(map(tuple, doc.to_array(["ORTH", "NORM", "SPACY"]).tolist())) for doc in docs]
        places = self._places
        new = {
            key: (doc, number)
            for doc, row in zip(docs, keys, strict=True)
            for number, key in enumerate(row)
            if key not in places
        }
        if len(places) + len(new) > KEPT:
            places.clear()
            new = {key: (doc, number) for doc, row in zip(docs, keys, strict=True) for number, key in enumerate(row)}
        if new:
            self._embed(new)
        return [[places[key] for key in row] for row in keys]

    def _embed(self, new: dict[tuple[int, int, int], tuple[Any, int]]) -> None:
        import numpy

        features = {id(doc): doc.to_array(self._features) for doc, _ in new.values()}
        rows = numpy.stack([features[id(doc)][number] for doc, number in new.values()])
        first = len(self._places)
        self._vectors[first : first + len(new)] = self._mixer.predict(self._hashes.predict(rows))
        self._places.update(zip(new, range(first, first + len(new)), strict=True))

    def _line(self, doc: Any, tags: list[int], labels: list[int], heads: list[int]) -> Line:
        import numpy

        words, spaces = doc.to_array(["ORTH", "SPACY"]).astype(numpy.int64).T.tolist()
        keys = list(zip(words, tags, labels, strict=True))
        known = self._forms
        forms = [known.get(key) or self._form(key, doc[number]) for number, key in enumerate(keys)]
        if any(form.opens for form in forms):
            forms = self._with_pairs(forms, doc.vocab)
        return Line(
            texts=[form.text for form in forms],
            spaces=spaces,
            tags=[form.tag for form in forms],
            parts=[form.part for form in forms],
            lemmas=[form.lemma for form in forms],
            labels=[form.label for form in forms],
            heads=heads,
        )

    def _form(self, key: tuple[int, int, int], token: Any) -> Form:
        """What the ruler and the lemmatizer make of a word with this tag and label, wherever it stands."""
        given = self._tags[key[1]], token.vocab.strings[key[2] % HASHES]
        text = token.text
        lower = text.lower()
        named = lower in self._named or text.isspace() or any(test.search(lower) for test in self._tests)
        ruled = self._ruled(text if named else "", text, *given, token.vocab)
        lemma = ruled.lemma or self._lemma(text, token.orth, ruled)
        form = Form(text, ruled.tag, ruled.part, lemma, ruled.label, given, opens=False)
        if named or given[1] in self._openers:
            form = form._replace(opens=any(_fits(first, form) for first, _ in self._pairs))
        if len(self._forms) >= FORMS:
            self._forms.clear()
        self._forms[key] = form
        return form

    def _ruled(self, named: str, text: str, tag: str, label: str, vocab: Any) -> Ruled:
        """What the ruler sets on a word: the same for all words that no pattern names."""
        from spacy.tokens import Doc

        key = named, tag, label
        if key not in self._rulings:
            if len(self._rulings) >= KEPT:
                self._rulings.clear()
            alone = Doc(vocab, words=[text], spaces=[False], tags=[tag], heads=[0], deps=[label])
            (word,) = self._ruler(alone)
            self._rulings[key] = Ruled(word.tag_, word.pos, word.pos_, word.morph, word.lemma_, word.dep_)
        return self._rulings[key]

    def _lemma(self, text: str, orth: int, ruled: Ruled) -> str:
        key = text, ruled.part, ruled.morph.key
        if key not in self._lemmas:
            if len(self._lemmas) >= KEPT:
                self._lemmas.clear()
                self._lemmatizer.cache.clear()
            word = Alone(text, orth, ruled.pos, ruled.part, ruled.morph)
            self._lemmas[key] = self._lemmatizer.lemmatize(word)[0]
        return self._lemmas[key]

    def _paired(self, form: Form, following: Form) -> bool:
        return form.opens and any(_fits(first, form) and _fits(second, following) for first, second in self._pairs)

    def _with_pairs(self, forms: list[Form], vocab: Any) -> list[Form]:
        """The forms, where patterns of two words may match with what spaCy's own components make of those words."""
        matched = [self._paired(*pair) for pair in pairwise(forms)]
        first = 0
        while first < len(matched):
            last = first
            while last < len(matched) and matched[last]:
                last += 1
            if last > first:
                forms[first : last + 1] = self._neighbours(forms[first : last + 1], vocab)
            first = last + 1
        return forms

    def _neighbours(self, forms: list[Form], vocab: Any) -> list[Form]:
        """A few words that follow each other, as the ruler and the lemmatizer leave them: no pattern sees further."""
        from spacy.tokens import Doc

        key = tuple((form.text, *form.given) for form in forms)
        if key not in self._met:
            if len(self._met) >= KEPT:
                self._met.clear()
            words, (tags, labels) = [form.text for form in forms], zip(*(form.given for form in forms), strict=True)
            alone = Doc(vocab, words=words, spaces=[False] * len(words), tags=tags, heads=[*range(len(words))], deps=labels)
            self._met[key] = [
                form._replace(tag=word.tag_, part=word.pos_, lemma=word.lemma_, label=word.dep_)
                for form, word in zip(forms, self._lemmatizer(self._ruler(alone)), strict=True)
            ]
        return self._met[key]


class Stepping:
    """Tags, labels and heads as spaCy's parser finds them, step by step."""

    def __init__(self, nlp: Any) -> None:
        self._parser = nlp.get_pipe("parser")
        self._network = Network(nlp.get_pipe("tok2vec").model, nlp.get_pipe("tagger").model, self._parser.model)

    def __call__(self, docs: list[Any], vectors: Any, lengths: list[int]) -> Iterator[Columns]:
        import numpy

        tags = self._network.tags(vectors, lengths)
        with one_thread():
            states = self._parser.predict(docs)
        self._parser.set_annotations(docs, states)
        for doc, end in zip(docs, accumulate(lengths), strict=True):
            labels, arcs = doc.to_array(["DEP", "HEAD"]).astype(numpy.int64).T.tolist()
            yield tags[end - len(doc) : end], labels, [number + arc for number, arc in enumerate(arcs)]


class Choosing:
    """The same as the smaller parser finds them, all heads at once; the docs are left as they are."""

    def __init__(self, nlp: Any, network: SmallNetwork) -> None:
        self._network = network
        self._labels = [nlp.vocab.strings.add(name) for name in network.names]

    def __call__(self, docs: list[Any], vectors: Any, lengths: list[int]) -> Iterator[Columns]:
        tags, labels, heads = self._network.found(vectors, lengths)
        for end, length in zip(accumulate(lengths), lengths, strict=True):
            own = slice(end - length, end)
            yield tags[own], [self._labels[label] for label in labels[own]], heads[own]


def _with_sets(index: Any) -> None:
    """Words known to the lemmatizer as sets: it asks whether a list of tens of thousands holds a word, for each rule."""
    for part in list(index):
        index[part] = frozenset(index[part])


def _named_words(patterns: list[dict[str, Any]]) -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """The words, in lower case, that patterns of the ruler name, and the expressions that they try."""
    words: set[str] = set()
    tests: list[re.Pattern[str]] = []
    for test in (token.get(name) for item in patterns for p in item["patterns"] for token in p for name in ("LOWER", "ORTH")):
        if isinstance(test, str):
            words.add(test.lower())
        elif test is not None:
            words.update(word.lower() for name in ("IN", "NOT_IN") for word in test.get(name, ()))
            tests.extend(re.compile(test[name]) for name in ("REGEX",) if name in test)
    return frozenset(words), tuple(tests)


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
