"""Statements: words attributed to a speaker, direct, partial or indirect."""

from memcon.reading.statements.assemble import find_statements

__all__ = ["find_statements"]
