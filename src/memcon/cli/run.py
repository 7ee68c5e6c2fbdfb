"""`memcon run`: an archive into a folder of records, on one machine or many."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import click

from memcon.cli.reading_options import (
    columns_option,
    knowledge_option,
    lexicon_option,
    model_option,
    named_column,
    parser_option,
    published_option,
)

_UNITS = {"": 1, "K": 2**10, "M": 2**20, "G": 2**30}


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@click.option("--out", required=True, metavar="FOLDER", help="Where the parts and their manifest go.")
@click.option(
    "--engine", type=click.Choice(["local", "ray", "spark"]), default="local", show_default=True, help="What spreads the work."
)
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes; on a cluster, Ray actors.")
@click.option("--address", metavar="ADDRESS", help="A running Ray cluster's address, or a Spark master's.")
@click.option("--split-size", default="16M", show_default=True, metavar="BYTES", help="About how much one piece holds.")
@published_option
@columns_option
@knowledge_option
@lexicon_option
@model_option
@parser_option
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
def command(
    paths: tuple[str, ...],
    out: str,
    engine: str,
    workers: int,
    address: str | None,
    split_size: str,
    published: str | None,
    columns: tuple[str, ...],
    knowledge_folder: Path | None,
    lexicon_folder: Path | None,
    model: str,
    kind: str,
    as_json: bool,
) -> None:
    """Read an archive into a folder of Parquet parts with a manifest.

    PATHS and FOLDER are local or any address that fsspec knows (s3://, gs://, hdfs://): Parquet, JSON Lines, WARC and all
    else that `memcon read` takes, as files, folders or globs. The parts are the same bytes on one process and on a cluster.
    The model, and folders of your own tables and words, must be where every worker sees them.
    A run that was broken off goes on where it stopped when it is given again; `memcon add FOLDER` puts its records into a
    ledger. Exit code 3: some documents could not be read, each with its reason in its row.

    \b
    Example:
      memcon run archive/2023/*.warc.gz --out records/2023 --workers 2
      memcon run s3://news/2023/ --out s3://records/2023 --engine ray --address auto --workers 400
    """
    from memcon.scale import Reading, run

    reading = Reading(
        model=model,
        knowledge=_absolute(knowledge_folder),
        lexicon=_absolute(lexicon_folder),
        published=published,
        columns=tuple(named_column(pair) for pair in columns),
        parser=kind,
    )
    size = _bytes(split_size)
    folder = run(
        paths, out, reading=reading, engine=engine, workers=workers, address=address, split_bytes=size, progress=_progress()
    )
    counts = {"documents": folder.documents, "failed": folder.failed, "parts": len(folder.parts), "folder": folder.path}
    if as_json:
        click.echo(json.dumps(counts))
    else:
        click.echo(f"memcon: {folder.documents} read, {folder.failed} failed, {len(folder.parts)} parts in {out}", err=True)
    if folder.failed:
        sys.exit(3)


def _absolute(folder: Path | None) -> str | None:
    return str(folder.resolve()) if folder else None


def _bytes(given: str) -> int:
    found = re.fullmatch(r"(\d+)\s*([KMG]?)B?", given.strip().upper())
    if not found or not int(found[1]):
        raise click.BadParameter(f"{given!r} is not like 16M", param_hint="--split-size")
    return int(found[1]) * _UNITS[found[2]]


def _progress() -> Callable[[int, int], None] | None:
    """On a terminal, parts done of parts in all, on one line."""
    if not sys.stderr.isatty():
        return None
    return lambda done, of: click.echo(f"\rmemcon: {done} of {of} parts", nl=done == of, err=True)
