"""Intake: files, pages and archives become Documents; nothing is read for meaning here."""

from memcon.intake.datelines import Dateline, find_dateline
from memcon.intake.documents import document
from memcon.intake.paths import read_bytes, read_paths
from memcon.intake.sources import Context, Failed, Source

__all__ = ["Context", "Dateline", "Failed", "Source", "document", "find_dateline", "read_bytes", "read_paths"]
