"""`memcon channels`: at which levels two parties talk, and which have gone silent."""

from __future__ import annotations

import json

import click

from memcon.cli.desk_output import desk_options, on_option, page_lines, print_answer, standing, two_parties
from memcon.desk.channels import all_channels, all_channels_page, channels, channels_page


@click.command()
@click.argument("parties", nargs=-1, metavar="PARTY PARTY")
@desk_options
@on_option
@click.option("--all", "every", is_flag=True, help="Every pair in the ledger, silent longest first.")
def command(parties: tuple[str, ...], database: str, as_json: bool, evidence: bool, on: str | None, every: bool) -> None:
    """Show the channels between two parties: last contact per level, the usual gap, what is planned, which are silent.

    \b
    Example:
      memcon channels USA CHN --on 2023-06-17
      memcon channels --all --json
    """
    if every == bool(parties):
        raise click.UsageError("give two parties, or --all")
    pair = () if every else two_parties(parties)
    if not every and len(pair) != 2:
        raise click.UsageError("give two parties: USA CHN")
    with standing(database, pair, on) as (ledger, day):
        found = all_channels(ledger, day) if every else (channels(ledger, pair, day),)
    if not every:
        print_answer(found[0], channels_page, as_json=as_json, evidence=evidence)
    elif as_json:
        click.echo(json.dumps([each.model_dump(mode="json") for each in found], ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(page_lines(all_channels_page(found, day), evidence=evidence)))
