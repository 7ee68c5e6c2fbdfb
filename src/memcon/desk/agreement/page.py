"""Agreement laid out for people."""

from __future__ import annotations

from memcon.desk.agreement.types import Agreement
from memcon.desk.pages import Line, Page, Section


def agreement_page(answer: Agreement) -> Page:
    """The scores, then where the two differ."""
    return Page(
        title=f"Agreement: {answer.first} and {answer.second}",
        about=(f"{answer.units} units that both looked at", "alpha: 1 perfect, 0 what chance gives; F1: 1 the same facts"),
        sections=(
            Section(
                title="Facts",
                lines=tuple(
                    Line(
                        mark=f"F1 {_number(each.f1)}",
                        text=f"{each.family}: {each.matched} in both, {each.first} and {each.second}",
                    )
                    for each in answer.families
                ),
            ),
            Section(
                title="Fields",
                lines=tuple(
                    Line(
                        mark=f"alpha {_number(each.alpha)}",
                        text=f"{each.family} {each.field}: {each.alike} of {each.units} alike",
                    )
                    for each in answer.fields
                    if each.units
                ),
            ),
            Section(
                title="Where they differ",
                lines=tuple(
                    Line(mark=each.where, text=f"{each.family} {each.field}: {each.first or '∅'} | {each.second or '∅'}")
                    for each in answer.disagreements
                ),
                nothing="Nowhere.",
            ),
        ),
    )


def _number(value: float | None) -> str:
    return "  – " if value is None else f"{value:.2f}"
