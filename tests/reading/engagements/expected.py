"""What a line of a test asks of an engagement: kind, status, parties, start and place ("-" leaves it open)."""

from __future__ import annotations

from memcon.record import Engagement


def fits(wanted: str, engagement: Engagement) -> bool:
    """Whether the engagement is the one that the words ask for."""
    kind, status, parties, start, place = wanted.split(" ", 4)
    return (
        engagement.kind == kind
        and engagement.status == status
        and set(engagement.parties) == set(parties.split("/"))
        and (start == "-" or (engagement.when is not None and engagement.when.start == start))
        and (place == "-" or engagement.place.name == place)
    )
