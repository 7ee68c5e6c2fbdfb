"""How a commitment is put together: its sides, words, amount, due date and issues."""

from __future__ import annotations

from memcon.reading.acts import Side
from memcon.reading.analysis import Analysis
from memcon.reading.commitments.amounts import amount_in
from memcon.reading.commitments.content import due_in
from memcon.reading.commitments.drafts import Draft
from memcon.reading.issues import find_issues
from memcon.reading.parsing import Parse
from memcon.record import CommitmentKind

OWN_WORD = 0.8


def made(
    analysis: Analysis,
    parse: Parse,
    kind: CommitmentKind,
    by: Side,
    to: Side,
    words: tuple[int, int],
    what: tuple[int, int] | None,
    rule: str,
) -> Draft:
    """The draft of a commitment whose words are [start, end) and which promises, asks or refuses `what`."""
    start, end = words
    if kind == "agreement" and len(by.parties) > 1 and not _is_addressed(analysis, to):
        to = Side()
    due, due_text = due_in(analysis, *(what or (start, end)))  # "was invited *Thursday* to come in May"
    named = [(span, "by") for span in by.spans] + [(span, "to") for span in to.spans]
    return Draft(
        kind=kind,
        by=by.parties,
        to=tuple(party for party in to.parties if party not in by.parties),
        start=start,
        end=end,
        rule=rule,
        evidence=(analysis.evidence(start, end, "kind", "what"), *(analysis.evidence(*span, field) for span, field in named)),
        what=analysis.span(*what) if what else None,
        amount=amount_in(analysis, parse, *what) if what and kind in {"pledge", "agreement"} else None,
        due=due,
        due_text=due_text,
        issues=find_issues(analysis.document, parse.start, parse.end, analysis.lexicon, (*by.parties, *to.parties)),
        confidence=OWN_WORD,
    )


def _is_addressed(analysis: Analysis, to: Side) -> bool:
    """Whether those who agreed did so with somebody else still: who hosted their talks is no side to it."""
    return any(analysis.shadow[:start].rstrip().endswith((" with", " to")) for start, _ in to.spans)
