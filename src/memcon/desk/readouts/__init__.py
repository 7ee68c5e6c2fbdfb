"""readouts: two texts on one engagement, laid side by side."""

from memcon.desk.readouts.comparing import compare, readouts_of
from memcon.desk.readouts.types import Comparison, Edit, Pair, Point, Readouts, Side, Topic, Wordings

__all__ = ["Comparison", "Edit", "Pair", "Point", "Readouts", "Side", "Topic", "Wordings", "compare", "readouts_of"]
