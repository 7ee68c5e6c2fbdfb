"""Office-holders from elsewhere into a user's own knowledge folder, whose rows go before the built-in ones.

Formats: CSV, Wikidata SPARQL results (JSON), FollowTheMoney `Person`/`Position`/`Occupancy` (JSON lines). Each reader
turns its file into `Claim`s; `store` writes them as the tables of docs/knowledge.md.
"""

from memcon.knowledge.importers.claims import Claim, Skipped
from memcon.knowledge.importers.files import read_claims
from memcon.knowledge.importers.store import Change, add_claims, check_folder, end_holding

__all__ = ["Change", "Claim", "Skipped", "add_claims", "check_folder", "end_holding", "read_claims"]
