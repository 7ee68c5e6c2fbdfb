"""A verification as one HTML file: no network, no script, every word of a draft or a source escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from memcon.desk.verify.supporting import CheckedFact, CheckedFacts
from memcon.desk.verify.types import Finding, SourceWords, Verification

_STYLE = """
body{font:16px/1.5 Georgia,serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}
article{border-left:.3rem solid;padding:.2rem 1rem;margin:1rem 0}
.fails{border-color:#a4262c}.caution{border-color:#8a6100}.holds{border-color:#2b6a2f}
.verdict{font:700 .8rem/1.4 system-ui,sans-serif;text-transform:uppercase;letter-spacing:.03em}
.fails .verdict{color:#a4262c}.caution .verdict{color:#735100}.holds .verdict{color:#2b6a2f}
del{background:#fbe3e4;color:#7d1a1f}ins{background:#e0f2e1;color:#1d5221;text-decoration:none}
.note,.source{font-size:.9rem;color:#444}blockquote{margin:.3rem 0 .3rem 1rem;color:#333}
@media(prefers-color-scheme:dark){body{background:#181818;color:#e8e8e8}.note,.source,blockquote{color:#c4c4c4}
del{background:#4a1f22;color:#ffb9bd}ins{background:#1d3d20;color:#b5e6b9}
.fails .verdict{color:#ff9aa0}.caution .verdict{color:#e7bd5a}.holds .verdict{color:#8fd194}}
"""


def verification_html(answer: Verification) -> str:
    """The whole report: what is wrong first, then what is worth a look, then what holds."""
    groups = (
        ("Wrong", "fails", [finding for finding in answer.findings if finding.fails]),
        ("Worth a look", "caution", [finding for finding in answer.findings if finding.caution]),
        ("Holds", "holds", [finding for finding in answer.findings if not finding.fails and not finding.caution]),
    )
    counts = ", ".join(f"{number} {escape(verdict)}" for verdict, number in answer.counts.items())
    body = "".join(_section(title, kind, map(_article, findings)) for title, kind, findings in groups)
    about = f"{len(answer.findings)} quotations and claims against {answer.sources} sources: {counts or 'nothing to check'}."
    return _whole(answer.draft, about, body)


def facts_html(answer: CheckedFacts) -> str:
    """The same for somebody else's facts: each with its fields, supported or not."""
    fails = [fact for fact in answer.facts if fact.fails]
    cautions = [fact for fact in answer.facts if not fact.fails and fact.finding.caution]
    holds = [fact for fact in answer.facts if not fact.fails and not fact.finding.caution]
    groups = (("Wrong", "fails", fails), ("Worth a look", "caution", cautions), ("Holds", "holds", holds))
    body = "".join(_section(title, kind, map(_fact_article, facts)) for title, kind, facts in groups)
    return _whole(answer.name, f"{len(answer.facts)} facts against {answer.sources} sources: {len(fails)} fail.", body)


def _whole(name: str, about: str, body: str) -> str:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>Verify: {escape(name)}</title><style>{_STYLE}</style></head><body><main>"
        f"<h1>Verify: {escape(name)}</h1><p>{about}</p>"
        f"{body}</main></body></html>\n"
    )


def _section(title: str, kind: str, articles: Iterable[tuple[str, str]]) -> str:
    shown = [f'<article class="{kind}" id="{escape(name)}">{article}</article>' for name, article in articles]
    return f"<section><h2>{title} ({len(shown)})</h2>{''.join(shown) or '<p>Nothing.</p>'}</section>"


def _article(finding: Finding) -> tuple[str, str]:
    return finding.id, "".join(_parts(finding))


def _fact_article(fact: CheckedFact) -> tuple[str, str]:
    rows = "".join(
        f"<li>{'supported' if each.supported else '<strong>unsupported</strong>'}: "
        f"{escape(each.field)} = {escape(each.value)}</li>"
        for each in fact.fields
    )
    head = f'<div class="note">{escape(fact.kind)}, line {fact.line}</div>'
    return fact.finding.id, f"{head}{''.join(_parts(fact.finding))}{f'<ul>{rows}</ul>' if rows else ''}"


def _parts(finding: Finding) -> Iterator[str]:
    who = f"{escape(finding.speaker)}: " if finding.speaker else ""
    words = escape(" ".join(finding.exact.split()))
    yield f'<div class="verdict">{escape(finding.verdict)}</div>'
    yield f"<p>{who}{f'“{words}”' if finding.kind == 'quotation' else words}</p>"
    for change in finding.changes if finding.kind == "quotation" else ():
        gone = f"<del>{escape(change.source)}</del>" if change.source else ""
        come = f"<ins>{escape(change.draft)}</ins>" if change.draft else ""
        yield f'<p class="note">source and draft: {gone} {come}</p>'
    for note in finding.notes:
        yield f'<p class="note">{escape(note)}</p>'
    for source in finding.sources:
        yield _source(source, nearest=finding.verdict == "not found")


def _source(source: SourceWords, *, nearest: bool) -> str:
    who = f"{escape(', '.join(source.speakers))} · " if source.speakers else ""
    name = escape(source.source)
    linked = (
        f'<a href="{escape(source.url)}">{name}</a>' if source.url and source.url.startswith(("http://", "https://")) else name
    )
    before, found, after = _around(source)
    label = "nearest: " if nearest else ""
    return (
        f"<blockquote>{escape(before)}<mark>{escape(found)}</mark>{escape(after)}</blockquote>"
        f'<p class="source">{label}{who}{linked} · characters {source.start}–{source.end}</p>'
    )


def _around(source: SourceWords) -> tuple[str, str, str]:
    """The sentence before, at and after the words."""
    found = " ".join(source.exact.split())
    before, mark, after = source.sentence.partition(found)
    return (before, found, after) if mark else ("", found, "")
