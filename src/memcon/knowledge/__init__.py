"""Who is who and when: states, organisations, offices and their holders, looked up by name **and date**."""

from memcon.knowledge.holdings import Tenure
from memcon.knowledge.knowledge import Knowledge
from memcon.knowledge.names import Entry, Name
from memcon.knowledge.offices import TitleForm
from memcon.knowledge.resolve import Resolution
from memcon.knowledge.tables import Holding, Igo, Person, Place, State

__all__ = [
    "Entry",
    "Holding",
    "Igo",
    "Knowledge",
    "Name",
    "Person",
    "Place",
    "Resolution",
    "State",
    "Tenure",
    "TitleForm",
]
