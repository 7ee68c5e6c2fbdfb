"""`memcon trajectory`: cooperation and conflict between two parties over time."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from memcon.cli.desk_output import desk_options, on_option, print_answer, standing, two_parties
from memcon.cli.ledger_options import day_from
from memcon.desk.trajectory import HALF_LIFE, trajectory, trajectory_page


@click.command()
@click.argument("parties", nargs=2, metavar="PARTY PARTY")
@desk_options
@on_option
@click.option("--by", type=click.Choice(["week", "month"]), default="week", show_default=True, help="The step.")
@click.option("--since", metavar="DAY", help="From this day on.")
@click.option("--until", metavar="DAY", help="Up to this day.")
@click.option("--constant", is_flag=True, help="Only outlets that report in every quarter of the window.")
@click.option("--weight", "weights", multiple=True, metavar="OUTLET=NUMBER", help="Weigh an outlet's reports; 0 leaves it out.")
@click.option("--half-life", type=click.FloatRange(min=1), default=HALF_LIFE, show_default=True, help="Of the decay, in days.")
@click.option("--held-only", is_flag=True, help="Leave out what was only planned, proposed or called off.")
@click.option("--plot", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Draw it too: .svg or .png.")
def command(parties: tuple[str, ...], database: str, as_json: bool, evidence: bool, on: str | None, **given: Any) -> None:
    """Show cooperation and conflict between two parties over time, with change points and what made them.

    \b
    Example:
      memcon trajectory USA CHN --by month --plot trajectory.svg
      memcon trajectory USA CHN --constant --weight "Example Wire=0.5"
    """
    pair = two_parties(parties)
    with standing(database, pair, on) as (ledger, _):
        answer = trajectory(
            ledger,
            pair,
            by=given["by"],
            since=_day(given["since"]),
            until=_day(given["until"]),
            sources="constant" if given["constant"] else "all",
            weights=dict(map(_weight, given["weights"])),
            half_life=given["half_life"],
            planned=not given["held_only"],
        )
    if given["plot"]:
        from memcon.desk.plots import plot_trajectory

        plot_trajectory(answer, given["plot"])
    print_answer(answer, trajectory_page, as_json=as_json, evidence=evidence)


def _day(text: str | None) -> date | None:
    found = day_from(text)
    return date.fromisoformat(found) if found else None


def _weight(text: str) -> tuple[str, float]:
    outlet, equals, number = text.rpartition("=")
    try:
        return (outlet, float(number)) if equals else _refuse(text)
    except ValueError:
        return _refuse(text)


def _refuse(text: str) -> tuple[str, float]:
    raise click.BadParameter(f"{text!r} is no weight like \"Example Wire=0.5\"", param_hint="--weight")
