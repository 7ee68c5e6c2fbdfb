"""What a server is told when it starts, and what it keeps while it runs."""

from __future__ import annotations

import getpass
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from memcon.export.parties import Parties
from memcon.knowledge import Knowledge
from memcon.knowledge.folder import user_folder
from memcon.ledger import Ledger
from memcon.lexicon import Lexicon
from memcon.web.adding import Adder

if TYPE_CHECKING:
    from memcon.reading.reader import Reader

MEGABYTE = 1_000_000
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Settings:
    """How a server is run.

    `hosts`: names under which it may be asked for, without port; what asks for another is turned away, so that no page of
    the web can reach it by a name of its own. `token`: what a visitor must show. `user_header`: the header in which a
    reverse proxy names the user it has let in. `largest_upload` in bytes. `today`: an ISO day in place of the clock's."""

    token: str | None = None
    user_header: str | None = None
    hosts: tuple[str, ...] = LOOPBACK
    reviewer: str | None = None
    allow_private: bool = False
    largest_upload: int = 25 * MEGABYTE
    knowledge_folder: Path | None = None
    lexicon_folder: Path | None = None
    today: str | None = None


def login() -> str:
    """Who runs the server, for decisions that nobody else claims."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container without a user database
        return "unknown"


@dataclass
class House:
    """The ledger and all that pages need beside it; one for a server. What is dear is made when it is first asked for."""

    ledger: Ledger
    settings: Settings
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    read_with: Callable[[], Reader] | None = None

    @cached_property
    def knowledge(self) -> Knowledge:
        """Who is who, with the user's own tables."""
        return Knowledge.load(user_folder(self.settings.knowledge_folder))

    @cached_property
    def parties(self) -> Parties:
        """Names of parties."""
        return Parties(self.knowledge)

    @cached_property
    def reader(self) -> Reader:
        """The reader; its model is loaded with the first text."""
        from memcon.reading.reader import Reader

        return self.read_with() if self.read_with else Reader(knowledge=self.knowledge, lexicon=self.lexicon)

    @cached_property
    def lexicon(self) -> Lexicon:
        """What words mean, with the user's own."""
        return Lexicon.load(self.settings.lexicon_folder)

    @cached_property
    def adder(self) -> Adder:
        """What adds in the background."""
        return Adder(self.ledger, lambda document: self.reader.read(document))

    def close(self) -> None:
        """Finish what is being added, and give the ledger back."""
        if "adder" in self.__dict__:
            self.adder.close()
        self.ledger.close()
