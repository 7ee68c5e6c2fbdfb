"""Many records, one history: the ledger. docs/ledger.md tells how it works."""

from memcon.ledger.ledger import Ledger

__all__ = ["Ledger"]
