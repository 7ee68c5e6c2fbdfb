"""`memcon positions`: what a party said on an issue over time."""

from __future__ import annotations

import click

from memcon.cli.desk_output import desk_options, on_option, print_answer, standing
from memcon.cli.ledger_options import day_from
from memcon.desk.positions import positions, positions_page, side_by_side, side_by_side_page


@click.command()
@click.option(
    "--actor", "actors", multiple=True, required=True, metavar="PARTY", help="Whose positions; two stand side by side."
)
@click.option("--issue", required=True, metavar="ISSUE", help="On what: an id of `memcon lexicon list issue`.")
@click.option("--against", metavar="PARTY", help="Another party, beside it: the same as a second --actor.")
@desk_options
@on_option
@click.option("--since", metavar="DAY", help="From this day on.")
@click.option("--until", metavar="DAY", help="Up to this day.")
def command(
    actors: tuple[str, ...],
    issue: str,
    against: str | None,
    database: str,
    as_json: bool,
    evidence: bool,
    on: str | None,
    since: str | None,
    until: str | None,
) -> None:
    """Show what a party said on an issue over time: stance, set phrases, and when a phrase changed.

    \b
    Example:
      memcon positions --actor CHN --issue taiwan
      memcon positions --actor CHN --actor USA --issue taiwan --since 2023-06-01
    """
    parties = tuple(dict.fromkeys(party.upper() for party in (*actors, against) if party))
    if len(parties) > 2:
        raise click.UsageError("give one actor, or two")
    days = {"since": day_from(since), "until": day_from(until)}
    with standing(database, parties, on) as (ledger, _):
        if len(parties) == 2:
            answer = side_by_side(ledger, parties[0], parties[1], issue, **days)
            print_answer(answer, side_by_side_page, as_json=as_json, evidence=evidence)
        else:
            print_answer(positions(ledger, parties[0], issue, **days), positions_page, as_json=as_json, evidence=evidence)
