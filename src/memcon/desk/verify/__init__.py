"""verify: every quotation and attributed claim of a draft, and every fact of somebody else's records, against the sources."""

from memcon.desk.verify.others import OtherFact, read_other_facts
from memcon.desk.verify.supporting import CheckedFact, CheckedFacts, FieldCheck, verify_facts
from memcon.desk.verify.types import Finding, SourceText, SourceWords, Verdict, Verification, WordChange
from memcon.desk.verify.verifying import ledger_sources, verify

__all__ = [
    "CheckedFact", "CheckedFacts", "FieldCheck", "Finding", "OtherFact", "SourceText", "SourceWords", "Verdict",
    "Verification", "WordChange", "ledger_sources", "read_other_facts", "verify", "verify_facts",
]  # fmt: skip
