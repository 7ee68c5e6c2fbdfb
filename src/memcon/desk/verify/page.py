"""A verification laid out for people."""

from __future__ import annotations

from memcon.desk.evidence import Quoted
from memcon.desk.pages import Line, Page, Section
from memcon.desk.verify.supporting import CheckedFact, CheckedFacts
from memcon.desk.verify.types import Finding, SourceWords, Verification

LONGEST = 300  # characters of a quotation shown


def verification_page(answer: Verification) -> Page:
    """What fails first, then what is worth a look, then what holds."""
    fails = [finding for finding in answer.findings if finding.fails]
    cautions = [finding for finding in answer.findings if finding.caution]
    holds = [finding for finding in answer.findings if not finding.fails and not finding.caution]
    told = ", ".join(f"{number} {verdict}" for verdict, number in answer.counts.items())
    return Page(
        title=f"Verify: {answer.draft}",
        about=(f"{len(answer.findings)} quotations and claims against {answer.sources} sources", told or "nothing to check"),
        sections=(
            Section(title="Wrong", lines=tuple(map(finding_line, fails)), nothing="Nothing."),
            Section(title="Worth a look", lines=tuple(map(finding_line, cautions)), nothing="Nothing."),
            Section(title="Holds", lines=tuple(map(finding_line, holds)), nothing="Nothing."),
        ),
    )


def facts_page(answer: CheckedFacts) -> Page:
    """Somebody else's facts: those that fail first."""
    fails = tuple(_fact_line(fact) for fact in answer.facts if fact.fails)
    holds = tuple(_fact_line(fact) for fact in answer.facts if not fact.fails)
    return Page(
        title=f"Verify: {answer.name}",
        about=(f"{len(answer.facts)} facts against {answer.sources} sources: {len(fails)} fail",),
        sections=(
            Section(title="Wrong", lines=fails, nothing="Nothing."),
            Section(title="Holds", lines=holds, nothing="Nothing."),
        ),
    )


def _fact_line(fact: CheckedFact) -> Line:
    line = finding_line(fact.finding)
    fields = [
        f"{'supported' if each.supported else 'UNSUPPORTED'}: {each.field} = {_short(each.value)}" for each in fact.fields
    ]
    return line.model_copy(update={"notes": (f"{fact.kind}, line {fact.line}", *fields, *line.notes)})


def finding_line(finding: Finding) -> Line:
    """One finding with its differences and where the words stand."""
    marks = ("“", "”") if finding.kind == "quotation" else ("", "")
    said = f"{finding.speaker}: " if finding.speaker else ""
    notes = [f"- “{change.source}” + “{change.draft}”" for change in finding.changes] if finding.kind == "quotation" else []
    nearest = "nearest" if finding.verdict == "not found" else "source"
    notes += [*finding.notes, *(f"{nearest}: {_where(source)}" for source in finding.sources)]
    return Line(
        mark=finding.verdict.upper(),
        text=f"{said}{marks[0]}{_short(finding.exact)}{marks[1]}",
        notes=tuple(notes),
        items=(finding.id,),
        quotes=tuple(_quoted(finding, source) for source in finding.sources),
    )


def _where(source: SourceWords) -> str:
    who = f"{', '.join(source.speakers)}: " if source.speakers else ""
    return f"{who}“{_short(source.exact)}” ({source.source}, {source.start}–{source.end})"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _quoted(finding: Finding, source: SourceWords) -> Quoted:
    return Quoted(
        item=finding.id,
        report="",
        fact="",
        **source.model_dump(include=set(Quoted.model_fields) & set(SourceWords.model_fields)),
    )
