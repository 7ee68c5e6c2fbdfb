"""A draft, checked against the ledger. It is read, and forgotten."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from memcon import intake
from memcon.desk.verify import verify
from memcon.desk.verify.types import Verification
from memcon.desk.verify.verifying import ledger_sources
from memcon.web.settings import House

LONGEST = 500_000  # characters of a draft


class Draft(BaseModel):
    """A text that is not published yet. `published` gives its relative days a day to count from."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(min_length=1, max_length=LONGEST)]
    published: Annotated[str | None, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")] = None


def checked(house: House, draft: Draft) -> Verification:
    """All findings of a draft. Raises InputError where there is no text in it, or the day is none."""
    text = intake.document(draft.text, published=draft.published, input_id="draft")
    return verify(text, house.reader.read(text), ledger_sources(house.ledger), house.lexicon)
