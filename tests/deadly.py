"""A reader that ends its own process at one word: what running out of memory looks like from outside."""

import os
from dataclasses import dataclass

from memcon.document import Document
from memcon.reading.processes import Setup
from memcon.reading.reader import Reader
from memcon.record import Record


class DeadlyReader(Reader):
    def read(self, text: Document, **_: object) -> Record:
        if "fatal" in text.text:
            os._exit(9)
        return super().read(text)


@dataclass(frozen=True)
class DeadlySetup(Setup):
    def reader(self) -> Reader:
        return DeadlyReader(model=self.model)
