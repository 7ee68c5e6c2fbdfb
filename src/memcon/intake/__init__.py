"""Intake: files, pages and archives become Documents; nothing is read for meaning here."""

from memcon.intake.datelines import Dateline, find_dateline
from memcon.intake.documents import document

__all__ = ["Dateline", "document", "find_dateline"]
