"""Engagements: people of two or more parties in contact, or a trip of a known traveller."""

from memcon.reading.engagements.finding import find_engagements

__all__ = ["find_engagements"]
