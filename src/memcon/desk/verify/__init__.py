"""verify: every quotation and attributed claim of a draft, and every fact of somebody else's records, against the sources."""

from memcon.desk.verify.types import Finding, SourceText, SourceWords, Verdict, Verification, WordChange
from memcon.desk.verify.verifying import ledger_sources, verify

__all__ = [
    "Finding", "SourceText", "SourceWords", "Verdict", "Verification", "WordChange", "ledger_sources", "verify",
]  # fmt: skip
