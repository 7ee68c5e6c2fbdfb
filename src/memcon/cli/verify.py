"""`memcon verify`: every quotation and claim of a draft, or every fact of somebody else's records, against the sources."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from pathlib import Path

import click

from memcon.cli.desk_output import print_answer
from memcon.cli.ledger_options import database_option, opened
from memcon.cli.verify_inputs import one_document, source_texts
from memcon.desk.verify import CheckedFacts, Verification, read_other_facts, verify, verify_facts
from memcon.desk.verify.page import facts_page, verification_page
from memcon.ledger import NewCandidate
from memcon.reading.reader import Reader

IN_LEDGER = "the ledger"  # what `--import` says without a file
_file = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("draft", metavar="[DRAFT]", required=False)
@click.option(
    "--against",
    multiple=True,
    required=True,
    metavar="PATH|DB",
    help="A source: a file, a folder, a glob, or a ledger; may be given again.",
)
@click.option(
    "--records",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Instead of a draft: facts with quotes, as JSON or JSON Lines (langextract's, say).",
)
@click.option(
    "--import",
    "import_to",
    is_flag=False,
    flag_value=IN_LEDGER,
    metavar="[FILE]",
    help="With --records: keep what is supported as candidates, in the ledger of --db or, given a FILE, as JSON Lines.",
)
@database_option
@click.option("--published", metavar="DATE", help="ISO date of the draft, so that its “on Monday” can be checked.")
@click.option("--html", type=_file, metavar="FILE", help="Also write a report as one HTML file.")
@click.option("--strict", is_flag=True, help="Exit 1 for what is only worth a look, too.")
@click.option("--evidence", is_flag=True, help="Show the source's sentences.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(
    draft: str | None,
    against: tuple[str, ...],
    records: Path | None,
    import_to: str | None,
    database: str,
    published: str | None,
    html: Path | None,
    strict: bool,
    evidence: bool,
    as_json: bool,
) -> None:
    """Check every quotation and attributed claim of DRAFT against its sources.

    Exit code 1: something is altered, turned round, merged, misdated, given to the wrong speaker, or not found; with
    --records, or a field has no support.

    \b
    Example:
      memcon verify draft.md --against sources/ --html report.html
      memcon verify draft.md --against memcon.db --strict
      memcon verify --records theirs.jsonl --against memcon.db --import --db memcon.db
    """
    if (draft is None) == (records is None):
        raise click.UsageError("give a draft, or --records FILE")
    if import_to and not records:
        raise click.UsageError("--import goes with --records")
    reader = Reader()
    with ExitStack() as stack:
        sources = source_texts(against, reader, stack)
        if records:
            facts = verify_facts(records.name, read_other_facts(records), sources, reader.knowledge, reader.lexicon)
            if html:
                _write_html(facts, html)
            print_answer(facts, facts_page, as_json=as_json, evidence=evidence)
            if import_to:
                _keep(facts, import_to, database)
            sys.exit(0 if facts.passes(strict=strict) else 1)
        assert draft is not None
        document = one_document(draft, published)
        answer = verify(document, reader.read(document), sources, reader.lexicon)
    if html:
        _write_html(answer, html)
    print_answer(answer, verification_page, as_json=as_json, evidence=evidence)
    sys.exit(0 if answer.passes(strict=strict) else 1)


def _write_html(answer: Verification | CheckedFacts, path: Path) -> None:
    from memcon.export.verification import facts_html, verification_html

    text = facts_html(answer) if isinstance(answer, CheckedFacts) else verification_html(answer)
    path.write_text(text, encoding="utf-8")


def _keep(facts: CheckedFacts, import_to: str, database: str) -> None:
    proposed = candidates(facts)
    if import_to != IN_LEDGER:
        lines = [json.dumps(each.model_dump(mode="json"), ensure_ascii=False) for each in proposed]
        Path(import_to).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        click.echo(f"memcon: {len(lines)} of {len(facts.facts)} kept as candidates in {import_to}", err=True)
        return
    with opened(database) as ledger:
        here = [each for each in proposed if ledger.has(each.document)]
        new = ledger.propose(here)
    click.echo(f"memcon: {len(here)} of {len(facts.facts)} kept as candidates in {database}, {new} of them new", err=True)
    if len(here) < len(proposed):
        click.echo(
            f"memcon: {len(proposed) - len(here)} rest on documents that {database} has not: `memcon add` them", err=True
        )


def candidates(facts: CheckedFacts) -> list[NewCandidate]:
    """The facts that the sources support, each on the words of the source that it was found in."""
    return [
        NewCandidate(
            document=source.document,
            kind=fact.kind,
            start=source.start,
            end=source.end,
            exact=source.exact,
            speakers=fact.speakers,
            fields={field.field: field.value for field in fact.fields},
            in_quotation_marks=source.in_quotation_marks,
            made_by=facts.name,
        )
        for fact in facts.facts
        if not fact.fails and fact.finding.verdict != "speaker not settled"
        for source in fact.finding.sources[:1]
    ]
