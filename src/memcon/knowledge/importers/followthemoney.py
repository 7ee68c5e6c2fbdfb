"""Office-holders from FollowTheMoney: `Person`, `Position` and `Occupancy` entities, a JSON object a line.

Checked against the parts of the schema that are used here, so that neither followthemoney nor pyicu is needed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memcon.errors import DataError
from memcon.knowledge.dates import is_partial_date
from memcon.knowledge.importers.claims import Claim, Skipped, office_of_label

if TYPE_CHECKING:
    from memcon.knowledge.knowledge import Knowledge

__all__ = ["read_followthemoney"]

_USED = ("Person", "Position", "Occupancy")
_STATUSES = ("current", "ended", "unknown")

Entity = dict[str, list[str]]


def read_followthemoney(path: Path, text: str, knowledge: Knowledge, as_of: str) -> tuple[list[Claim], list[Skipped]]:
    """The claims of the occupancies in a file of entities, each numbered by its line.

    Raises DataError with file and line for a line that is no entity, and for an occupancy whose holder or post is missing."""
    entities: dict[str, dict[str, Entity]] = {schema: {} for schema in _USED}
    lines: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            identifier, schema, properties = _entity(path, number, line)
            entities.setdefault(schema, {})[identifier] = properties
            lines[identifier] = number
    claims: list[Claim] = []
    skipped: list[Skipped] = []
    for identifier, occupancy in entities["Occupancy"].items():
        found = _claim(path, lines[identifier], occupancy, entities, knowledge, as_of)
        if isinstance(found, Claim):
            claims.append(found)
        else:
            skipped.append(found)
    return claims, skipped


def _entity(path: Path, number: int, line: str) -> tuple[str, str, Entity]:
    where = f"{path}:{number}"
    try:
        entity: Any = json.loads(line)
    except json.JSONDecodeError as error:
        raise DataError(f"{where}: not JSON ({error.msg})") from error
    if not isinstance(entity, dict) or not isinstance(entity.get("id"), str) or not isinstance(entity.get("schema"), str):
        raise DataError(f"{where}: an entity needs an id and a schema")
    properties = entity.get("properties", {})
    if not isinstance(properties, dict) or not all(isinstance(v, list) for v in properties.values()):
        raise DataError(f"{where}: properties must be lists of values")
    return entity["id"], entity["schema"], {key: [str(v) for v in values] for key, values in properties.items()}


def _claim(
    path: Path,
    line: int,
    occupancy: Entity,
    entities: dict[str, dict[str, Entity]],
    knowledge: Knowledge,
    as_of: str,
) -> Claim | Skipped:
    holder_id, post_id = _one(occupancy, "holder"), _one(occupancy, "post")
    person, post = entities["Person"].get(holder_id), entities["Position"].get(post_id)
    if person is None or post is None:
        missing = f"holder {holder_id!r}" if person is None else f"post {post_id!r}"
        raise DataError(f"{path}:{line}: the {missing} of this occupancy is not in the file")
    status, start, end = (_one(occupancy, name) for name in ("status", "startDate", "endDate"))
    if status and status not in _STATUSES:
        raise DataError(f"{path}:{line}: no status {status!r}; there are {', '.join(_STATUSES)}")
    country, label, name = _country(post, knowledge), _one(post, "name"), _one(person, "name")
    kind, target = office_of_label(label, country, knowledge)
    if not country or kind is None:
        return Skipped(line, f"{name}: {label!r} is no office of a known kind and country")
    identifier = next((q for q in (*person.get("wikidataId", ()), holder_id) if q[:1] == "Q" and q[1:].isdigit()), None)
    return Claim(
        line, name, identifier, tuple(person.get("alias", ())), country, kind, label, target, _date(start), _date(end),
        as_of if status == "current" or not (end or status) else "", "FollowTheMoney", "see the data set's licence",
    )  # fmt: skip


def _one(entity: Entity, name: str) -> str:
    return next(iter(entity.get(name, ())), "")


def _date(value: str) -> str:
    """Whole or partial, without a time of day."""
    return value[:10] if is_partial_date(value[:10]) else value


def _country(post: Entity, knowledge: Knowledge) -> str:
    """The alpha-3 code of the post's country, which FollowTheMoney writes as alpha-2."""
    code = _one(post, "country").upper()
    return next((s.code for s in knowledge.states.values() if code and code in (s.iso2, s.code)), "")
