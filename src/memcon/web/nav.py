"""The ways through the house, in the order in which they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Group = Literal["record", "desk", "work"]


@dataclass(frozen=True, slots=True)
class Nav:
    """One entry of the navigation. `under` are beginnings of addresses that belong to it."""

    title: str
    path: str
    group: Group
    under: tuple[str, ...] = ()

    def holds(self, here: str) -> bool:
        """Is this the entry of that address?"""
        return here == self.path or any(here.startswith(each) for each in (f"{self.path}/", *self.under) if each != "//")
