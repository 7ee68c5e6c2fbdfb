"""Agreement of two reviewers of a ledger, or of a reviewer and memcon, from their decisions."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from memcon.desk.agreement.alpha import f1
from memcon.desk.agreement.folders import field_agreement
from memcon.desk.agreement.types import Agreement, Disagreement, FamilyAgreement
from memcon.errors import LedgerError
from memcon.ledger import Decision, Ledger

MACHINE = "memcon"
VERDICTS = frozenset({"confirm", "correct", "reject"})
FAMILIES = {"e": "engagements", "s": "statements", "c": "commitments", "v": "events"}

Judgements = Mapping[str, str]  # field → what somebody says of it: "as read", or a value; "item" → right or wrong


def agreement_of_reviewers(ledger: Ledger, first: str, second: str) -> Agreement:
    """How two people's decisions agree on the items that both decided on; `memcon` as the second stands for the machine.

    A confirmed or corrected item is right, a rejected one wrong; a field that nobody corrected is as it was read.
    Raises LedgerError where either has decided nothing."""
    made = {name: _judgements(ledger, name) for name in (first, second) if name != MACHINE}
    for name, judged in made.items():
        if not judged:
            known = ", ".join(sorted({each.by for each in ledger.decisions()})) or "nobody"
            raise LedgerError(f"{name} has decided nothing in this ledger; decisions are by {known}")
    items = sorted(set.intersection(*(set(judged) for judged in made.values())))
    one, other = (made.get(name) or {item: {"item": "right"} for item in items} for name in (first, second))
    fields = sorted({(FAMILIES[item[0]], field) for item in items for field in (*one[item], *other[item])})
    compared = []
    for family, field in fields:
        values = [
            (_of(one[item], field), _of(other[item], field))
            for item in items
            if FAMILIES[item[0]] == family and (field == "item" or "wrong" not in (one[item]["item"], other[item]["item"]))
        ]
        compared.append(field_agreement(family, field, values))
    return Agreement(
        first=first,
        second=second,
        units=len(items),
        families=tuple(_families(items, one, other)),
        fields=tuple(compared),
        disagreements=tuple(_differences(items, one, other)),
    )


def _of(judged: Judgements, field: str) -> str:
    return judged.get(field, "as read")


def _judgements(ledger: Ledger, name: str) -> dict[str, dict[str, str]]:
    """What a person last said of each item: right or wrong, and the value of each field corrected."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for decision in ledger.decisions():
        if decision.by == name and decision.kind in VERDICTS and not decision.undone:
            for item in decision.items:
                _take(found[item], decision)
    return dict(found)


def _take(judged: dict[str, str], decision: Decision) -> None:
    judged["item"] = "wrong" if decision.kind == "reject" else "right"
    if decision.kind == "correct" and decision.field:
        judged[decision.field] = _shown(decision.value)


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)


def _families(items: list[str], one: Mapping[str, Judgements], other: Mapping[str, Judgements]) -> list[FamilyAgreement]:
    """F1 of the items that each holds for right."""
    families = []
    for letter, family in FAMILIES.items():
        own = [item for item in items if item.startswith(letter)]
        right = [{item for item in own if judged[item]["item"] == "right"} for judged in (one, other)]
        matched = len(right[0] & right[1])
        if own:
            score = f1(matched, len(right[0]), len(right[1]))
            families.append(
                FamilyAgreement(family=family, matched=matched, first=len(right[0]), second=len(right[1]), f1=score)
            )
    return families


def _differences(items: list[str], one: Mapping[str, Judgements], other: Mapping[str, Judgements]) -> list[Disagreement]:
    return [
        Disagreement(
            family=FAMILIES[item[0]], where=item, field=field, first=_of(one[item], field), second=_of(other[item], field)
        )
        for item in items
        for field in sorted({*one[item], *other[item]})
        if _of(one[item], field) != _of(other[item], field)
    ]
