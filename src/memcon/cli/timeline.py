"""`memcon timeline`: the engagements of a pair or a person, past and ahead."""

from __future__ import annotations

from pathlib import Path

import click

from memcon.cli.desk_output import desk_options, on_option, print_answer, standing, two_parties
from memcon.cli.ledger_options import day_from
from memcon.desk.timeline import timeline, timeline_page


@click.command()
@click.argument("parties", nargs=-1, required=True, metavar="PARTY [PARTY]")
@desk_options
@on_option
@click.option("--person", metavar="NAME", help="Only engagements of this person.")
@click.option("--since", metavar="DAY", help="From this day on: 2023-06-19, yesterday, 7d.")
@click.option("--until", metavar="DAY", help="Up to this day.")
@click.option(
    "--plot", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Also draw it, as FILE.svg or FILE.png."
)
def command(
    parties: tuple[str, ...],
    database: str,
    as_json: bool,
    evidence: bool,
    on: str | None,
    person: str | None,
    since: str | None,
    until: str | None,
    plot: Path | None,
) -> None:
    """List the engagements of two parties (or one): past, ahead, and how each came to its status.

    \b
    Example:
      memcon timeline USA CHN --since 2023-06-01 --evidence
      memcon timeline USA CHN --person Blinken --plot timeline.svg
    """
    pair = two_parties(parties)
    with standing(database, pair, on) as (ledger, day):
        answer = timeline(ledger, pair, day, person=person, since=day_from(since), until=day_from(until))
    if plot:
        from memcon.desk.plots import plot_timeline

        plot_timeline(answer, plot)
    print_answer(answer, timeline_page, as_json=as_json, evidence=evidence)
