"""`memcon verify`: every quotation and claim of a draft, or every fact of somebody else's records, against the sources."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click

from memcon.cli.desk_output import print_answer
from memcon.cli.verify_inputs import one_document, source_texts
from memcon.desk.verify import CheckedFacts, Verification, read_other_facts, verify, verify_facts
from memcon.desk.verify.page import facts_page, verification_page
from memcon.reading.reader import Reader

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
    "--import", "import_to", type=_file, metavar="FILE", help="With --records: write what is supported here, as JSON Lines."
)
@click.option("--published", metavar="DATE", help="ISO date of the draft, so that its “on Monday” can be checked.")
@click.option("--html", type=_file, metavar="FILE", help="Also write a report as one HTML file.")
@click.option("--strict", is_flag=True, help="Exit 1 for what is only worth a look, too.")
@click.option("--evidence", is_flag=True, help="Show the source's sentences.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(
    draft: str | None,
    against: tuple[str, ...],
    records: Path | None,
    import_to: Path | None,
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
      memcon verify --records theirs.jsonl --against sources/
    """
    if (draft is None) == (records is None):
        raise click.UsageError("give a draft, or --records FILE")
    if (records and html) or (import_to and not records):
        raise click.UsageError("--html goes with a draft, --import with --records")
    reader = Reader()
    with ExitStack() as stack:
        sources = source_texts(against, reader, stack)
        if records:
            facts = verify_facts(records.name, read_other_facts(records), sources, reader.knowledge, reader.lexicon)
            _tell_facts(facts, import_to, as_json=as_json, evidence=evidence, strict=strict)
            return
        assert draft is not None
        document = one_document(draft, published)
        answer = verify(document, reader.read(document), sources, reader.lexicon)
    if html:
        _write_html(answer, html)
    print_answer(answer, verification_page, as_json=as_json, evidence=evidence)
    sys.exit(0 if answer.passes(strict=strict) else 1)


def _write_html(answer: Verification, path: Path) -> None:
    from memcon.export.verification import verification_html

    path.write_text(verification_html(answer), encoding="utf-8")


def _tell_facts(facts: CheckedFacts, import_to: Path | None, *, as_json: bool, evidence: bool, strict: bool) -> None:
    print_answer(facts, facts_page, as_json=as_json, evidence=evidence)
    if import_to:
        lines = [json.dumps(each, ensure_ascii=False) for each in candidates(facts)]
        import_to.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        click.echo(f"memcon: {len(lines)} of {len(facts.facts)} kept as candidates in {import_to}", err=True)
    sys.exit(0 if facts.passes(strict=strict) else 1)


def candidates(facts: CheckedFacts) -> list[dict[str, Any]]:
    """The facts that the sources support, each with the document and the place of its words."""
    return [
        {
            "kind": fact.kind,
            "line": fact.line,
            "speaker": fact.finding.speaker,
            "fields": {field.field: field.value for field in fact.fields},
            "evidence": [source.model_dump(include={"document", "start", "end", "exact"}) for source in fact.finding.sources],
        }
        for fact in facts.facts
        if not fact.fails
    ]
