"""Many records, one history: the ledger. docs/ledger.md tells how it works.

from memcon.ledger import Ledger

with Ledger.open("memcon.db") as ledger:
    ledger.add(document, record)
    for engagement in ledger.engagements(between=("USA", "CHN"), status="held"):
        print(engagement.when, engagement.kind, [source.outlet for source in engagement.sources])
"""

from memcon.ledger.facets import Facets
from memcon.ledger.ledger import Ledger
from memcon.ledger.queries import Filters
from memcon.ledger.types import (
    Added,
    Candidate,
    Change,
    Decision,
    Disagreement,
    DocumentRow,
    DocumentVersion,
    MergedCommitment,
    MergedEngagement,
    MergedEvent,
    NewCandidate,
    Page,
    PersonRow,
    SearchHit,
    Source,
    Utterance,
    Why,
)

__all__ = [
    "Added",
    "Candidate",
    "Change",
    "Decision",
    "Disagreement",
    "DocumentRow",
    "DocumentVersion",
    "Facets",
    "Filters",
    "Ledger",
    "MergedCommitment",
    "MergedEngagement",
    "MergedEvent",
    "NewCandidate",
    "Page",
    "PersonRow",
    "SearchHit",
    "Source",
    "Utterance",
    "Why",
]
