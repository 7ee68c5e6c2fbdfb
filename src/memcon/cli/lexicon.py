"""`memcon lexicon`: check and show the words that memcon reads by."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from memcon.errors import DataError
from memcon.lexicon import Lexicon, Predicate
from memcon.lexicon.checking import problems, unproved
from memcon.lexicon.examples import PUBLISHED, failing_examples

folder_option = click.option(
    "--lexicon",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder of your own words, over the built-in ones.",
)


@click.group()
def command() -> None:
    """Check and show the words that memcon reads by (docs/lexicon.md).

    \b
    Example:
      memcon lexicon show meet
    """


@command.command()
@folder_option
@click.option("--examples", is_flag=True, help="Also read every example sentence and compare (takes a minute).")
def check(folder: Path | None, examples: bool) -> None:
    """Check the lexicon; name file and line of what is wrong.

    \b
    Example:
      memcon lexicon check --lexicon my-words --examples
    """
    lexicon = Lexicon.load(folder)
    found = list(problems(lexicon))
    if examples and not found:
        found = list(_failing(lexicon))
    for line in found:
        click.echo(line, err=True)
    if found:
        raise DataError(f"{len(found)} problem{'s' if len(found) > 1 else ''} in the lexicon")
    click.echo(
        f"{len(lexicon.predicates)} predicates ({len(unproved(lexicon))} without all three examples), "
        f"{len(lexicon.titles)} titles, {len(lexicon.cues)} lists of status cues, {len(lexicon.issues)} issues: "
        f"all well. Version {lexicon.version}."
    )


def _failing(lexicon: Lexicon) -> Iterator[str]:
    from memcon.reading.reader import Reader

    reader = Reader(lexicon=lexicon)
    return failing_examples(lexicon.predicates, lambda text: reader.read(text, published=PUBLISHED))


@command.command(name="list")
@folder_option
@click.argument("section", type=click.Choice(["engagement", "speech", "commitment", "event", "issue", "title", "cue"]))
def list_(folder: Path | None, section: str) -> None:
    """List the words of one section, one a line, tab-separated.

    \b
    Example:
      memcon lexicon list engagement
    """
    for row in rows(Lexicon.load(folder), section):
        click.echo("\t".join(row))


@command.command()
@folder_option
@click.argument("word")
def show(folder: Path | None, word: str) -> None:
    """Show what a verb, noun, title, issue, PLOVER type or CAMEO code means here, and where that is written.

    \b
    Example:
      memcon lexicon show "hold talks"
    """
    found = list(_meanings(Lexicon.load(folder), word.lower()))
    if not found:
        raise click.ClickException(f"{word!r} is not in the lexicon; docs/lexicon.md shows how to add it")
    click.echo("\n\n".join(found))


def rows(lexicon: Lexicon, section: str) -> Iterator[tuple[str, ...]]:
    """The rows of `memcon lexicon list`: word, what it signals, file:line."""
    if section == "issue":
        yield from ((issue.id, issue.label, issue.source) for issue in lexicon.issues)
    elif section == "title":
        yield from ((form, title.office_type, title.source) for title in lexicon.titles for form in title.forms)
    elif section == "cue":
        yield from ((term, cue.sense, cue.source) for cue in lexicon.cues for term in cue.terms)
    else:
        for predicate in lexicon.predicates:
            if getattr(predicate, section):
                yield f"{predicate.lemma} ({predicate.pos})", _signal(predicate, section), predicate.source


def _meanings(lexicon: Lexicon, word: str) -> Iterator[str]:
    for predicate in lexicon.predicates:
        if word in {predicate.lemma, predicate.head}:
            signals = [f"  {section}: {_signal(predicate, section)}" for section in predicate.sections]
            examples = [f"  {example}" for example in (*predicate.positive, *predicate.negated, *predicate.planned)]
            frame = f" [{predicate.frame}]" if predicate.frame else ""
            yield "\n".join([f"{predicate.lemma} ({predicate.pos}){frame}  {predicate.source}", *signals, *examples])
    for title in lexicon.titles:
        if word in title.forms:
            only = f", only {', '.join(title.parties)}" if title.parties else ""
            yield f"{word} (title)  {title.source}\n  {title.office_type}, level {title.level}{only}"
    for cue in lexicon.cues:
        if word in cue.terms:
            yield f"{word} (status cue, {cue.form})  {cue.source}\n  {cue.sense}, governs {', '.join(cue.governs)}"
    for issue in lexicon.issues:
        if word in {issue.id, *issue.terms}:
            yield f"{word} (issue)  {issue.source}\n  {issue.id}: {issue.label}"
    yield from _codes(lexicon, word)


def _codes(lexicon: Lexicon, word: str) -> Iterator[str]:
    """PLOVER types by name and CAMEO codes by number."""
    for entry in lexicon.plover:
        if word == entry.id.lower():
            modes = ", ".join(f"{mode} {score:+g}" for mode, score in entry.modes.items()) or "none"
            told = f"quad {entry.quad}, score {entry.score:+g}, modes: {modes}"
            yield f"{entry.id} (PLOVER)  {entry.source}\n  {entry.meaning}\n  {told}"
    code = lexicon.cameo_code(word) if word.isdecimal() else None
    if code:
        becomes = " ".join(filter(None, (code.type, code.mode))) or "nothing in PLOVER"
        decision = f"\n  decided: {code.decision}" if code.decision else ""
        yield f"{code.code} (CAMEO)  {code.source}\n  {code.label}: becomes {becomes}{decision}"


def _signal(predicate: Predicate, section: str) -> str:
    """The section's fields that say something, as in the data."""
    signal = getattr(predicate, section)
    values = {name: getattr(signal, name) for name in type(signal).__slots__}
    told = {name: "|".join(value) if isinstance(value, tuple) else value for name, value in values.items()}
    return ", ".join(f"{name} = {value}" for name, value in told.items() if value not in (None, "", False))
