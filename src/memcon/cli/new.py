"""`memcon new`: what is new on what a user watches, as text, Markdown or HTML for a mail."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time

import click

from memcon.cli.desk_output import WIDTH, wrapped
from memcon.cli.ledger_options import database_option, day_from, opened
from memcon.desk.wording import count
from memcon.ledger import Ledger, MergedCommitment, MergedEngagement, Utterance
from memcon.ledger.morning import News, Section

MAIL = "font-family:Georgia,serif;max-width:42em;margin:1em auto;line-height:1.45"  # mail programs keep inline styles only


@click.command()
@database_option
@click.option("--since", default="yesterday", show_default=True, metavar="WHEN", help="A day, yesterday, 7d, or an ISO time.")
@click.option("--md", "form", flag_value="md", help="Markdown.")
@click.option("--html", "form", flag_value="html", help="HTML that a mail can carry.")
@click.option("--json", "form", flag_value="json", help="JSON.")
@click.option("--allow-private", is_flag=True, help="Fetch feeds in your own network too.")
@click.option("--no-fetch", is_flag=True, help="Leave the watched feeds alone.")
def command(database: str, since: str, form: str | None, allow_private: bool, no_fetch: bool) -> None:
    """Tell what is new: watched feeds are fetched first, then what they and all else added since then say.

    \b
    Example:
      memcon new --since yesterday
      memcon new --since 7d --html > mail.html
    """
    with opened(database) as ledger:
        if not no_fetch:
            fetch_feeds(ledger, allow_private=allow_private)
        news = ledger.news(moment_from(since))
    if form == "json":
        click.echo(news.model_dump_json(indent=1))
    else:
        click.echo(as_html(news) if form == "html" else "\n".join(_markdown(news) if form == "md" else _text(news)))


def fetch_feeds(ledger: Ledger, *, allow_private: bool = False) -> None:
    """Add what the watched feeds have, files or addresses; one that can't be fetched is told on standard error."""
    feeds = [watch.value for watch in ledger.watches() if watch.kind == "feed"]
    if not feeds:
        return
    from memcon.cli.add import add_all
    from memcon.intake import read_paths
    from memcon.intake.fetch import Fetcher

    with Fetcher(allow_private=allow_private) as fetcher:
        for name, added in add_all(ledger, read_paths(feeds, fetch=fetcher.read)):
            if added.outcome == "failed":
                click.echo(f"memcon: {name}: {added.reason}", err=True)


def moment_from(text: str) -> str:
    """An ISO time in UTC from a day of the local calendar, "yesterday", "7d", or an ISO time."""
    try:
        given = datetime.fromisoformat(text)
    except ValueError:
        given = datetime.combine(datetime.fromisoformat(str(day_from(text))).date(), time.min)
    return given.astimezone(UTC).isoformat(timespec="seconds")


def _text(news: News) -> Iterator[str]:
    yield f"New since {news.since}: {count(news.documents, 'document')}"
    for section in news.sections:
        yield from ("", heading(section).upper())
        for title, found in groups(section):
            yield from ("", title)
            for mark, line in found:
                yield from wrapped(f"{'~' if mark else '+'} {line}", WIDTH, indent=2, hanging=4)
        if not section.engagements and not section.statements and not section.commitments:
            yield "  nothing"
    yield from ("", "+ new   ~ known before, told of again")


def _markdown(news: News) -> Iterator[str]:
    yield f"# New since {news.since}"
    yield f"\n{count(news.documents, 'document')} added."
    for section in news.sections:
        yield f"\n## {heading(section)}"
        for title, found in groups(section):
            yield f"\n### {title}\n"
            yield from (f"- {'*again:* ' if mark else ''}{line}" for mark, line in found)


def as_html(news: News) -> str:
    """One HTML page without scripts, styles or images from elsewhere."""
    from html import escape

    parts = [f"<h1>New since {escape(news.since)}</h1>", f"<p>{count(news.documents, 'document')} added.</p>"]
    for section in news.sections:
        parts.append(f"<h2>{escape(heading(section))}</h2>")
        for title, found in groups(section):
            items = "".join(f"<li>{'<em>again:</em> ' if mark else ''}{escape(line)}</li>" for mark, line in found)
            parts.append(f"<h3>{title}</h3>\n<ul>{items}</ul>")
    title = f"New since {escape(news.since)}"
    body = "\n".join(parts)
    head = f'<head><meta charset="utf-8"><title>{title}</title></head>'
    return f'<!doctype html>\n<html lang="en">{head}\n<body style="{MAIL}">\n{body}\n</body></html>'


def heading(section: Section) -> str:
    """What a section is about."""
    if section.watch is None:
        return "Everything"
    return section.watch.value.replace("+", " – ") if section.watch.kind == "pair" else section.watch.value


def groups(section: Section) -> Iterator[tuple[str, list[tuple[bool, str]]]]:
    """(title, its lines) of each family that has any; a line says whether it was known before."""
    again = set(section.updated)
    if section.engagements:
        yield "Engagements", [(each.id in again, _engagement(each)) for each in section.engagements]
    if section.statements:
        yield "Statements", [(each.id in again, _statement(each)) for each in section.statements]
    if section.commitments:
        yield "Commitments", [(each.id in again, _commitment(each)) for each in section.commitments]


def _engagement(item: MergedEngagement) -> str:
    day = item.when.start if item.when and item.when.start else "no date"
    people = ", ".join(p.name for p in item.participants if p.name)
    who = f"{' – '.join(item.parties)}{f': {people}' if people else ''}"
    return f"{day} {item.status} {item.kind}, {who} ({_told(item)})"


def _statement(item: Utterance) -> str:
    speakers = ", ".join(speaker.name or "somebody" for speaker in item.speakers)
    return f"{item.day or 'no date'} {speakers}: {' '.join(item.words.split())} ({_told(item)})"


def _commitment(item: MergedCommitment) -> str:
    sides = "+".join(item.by) + (f" to {'+'.join(item.to)}" if item.to else "")
    return (
        f"{item.day or 'no date'} {item.kind} by {sides}, {item.status}: {' '.join((item.what or '').split())} ({_told(item)})"
    )


def _told(item: MergedEngagement | Utterance | MergedCommitment) -> str:
    names = [source.outlet or source.url or source.input_id or source.document[:19] for source in item.sources]
    return f"{item.id}; {', '.join(dict.fromkeys(names))}"
