"""The desk: the questions that people bring to a ledger. Functions with typed results; docs/desk/ has a page for each."""

from __future__ import annotations

from memcon.desk.channels import Channels, all_channels, channels
from memcon.desk.dossier import Dossier, dossier
from memcon.desk.due import Windows
from memcon.desk.evidence import Quoted, Shelf
from memcon.desk.known import known_on
from memcon.desk.person import PersonDossier, person_dossier
from memcon.desk.positions import Positions, SideBySide, positions, side_by_side
from memcon.desk.promises import Promise, Promises, promises
from memcon.desk.timeline import Timeline, timeline
from memcon.desk.trajectory import Trajectory, trajectory

__all__ = [
    "Channels",
    "Dossier",
    "PersonDossier",
    "Positions",
    "Promise",
    "Promises",
    "Quoted",
    "Shelf",
    "SideBySide",
    "Timeline",
    "Trajectory",
    "Windows",
    "all_channels",
    "channels",
    "dossier",
    "known_on",
    "person_dossier",
    "positions",
    "promises",
    "side_by_side",
    "timeline",
    "trajectory",
]
