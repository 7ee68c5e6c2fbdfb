"""Parties in the codes of others: names, COW and GW numbers, PLOVER's and CAMEO's countries, Wikidata ids."""

from __future__ import annotations

import tomllib
from functools import cached_property
from importlib.resources import files
from typing import Any

from memcon.knowledge import Knowledge
from memcon.knowledge.tables import read_table

_COUNTRY = 4  # column of groups.csv: the country that a non-state party belongs to
WITHOUT_COUNTRY = "IMG"  # PLOVER's code for an armed group that belongs to no one country
ORGANISATION = "IGO"


class Parties:
    """The look-up, over a `Knowledge`. A code that no table knows is its own name, and has no other codes."""

    def __init__(self, knowledge: Knowledge | None = None) -> None:
        self._knowledge = knowledge or Knowledge.load()

    @cached_property
    def _tables(self) -> dict[str, Any]:
        text = (files("memcon.export") / "data" / "parties.toml").read_text(encoding="utf-8")
        return tomllib.loads(text)

    @cached_property
    def _countries_of_groups(self) -> dict[str, str]:
        return {row[0]: row[_COUNTRY] for row in read_table("groups")}

    def is_state(self, code: str) -> bool:
        """Is it a state or a territory?"""
        return code in self._knowledge.states

    def is_organisation(self, code: str) -> bool:
        """Is it an organisation of states?"""
        return code in self._knowledge.igos

    def name(self, code: str) -> str:
        """The plain English name: "China", "European Union", "Hamas"."""
        if code in self._knowledge.states:
            return self._knowledge.states[code].name
        if code in self._knowledge.igos:
            return self._knowledge.igos[code].name
        return self._knowledge.groups.get(code, code)

    def iso(self, code: str) -> str | None:
        """ISO 3166 alpha-3 (with XKX for Kosovo); None for what is no state or territory."""
        return code if self.is_state(code) else None

    def iso2(self, code: str) -> str | None:
        """ISO 3166 alpha-2; None for what is no state or territory."""
        return self._knowledge.states[code].iso2 if self.is_state(code) else None

    def cow(self, code: str) -> int | None:
        """Correlates of War state number, as it is today."""
        return int(self._knowledge.states[code].cow) if self.is_state(code) and self._knowledge.states[code].cow else None

    def gw(self, code: str) -> int | None:
        """Gleditsch and Ward state number, as it is today."""
        return int(self._knowledge.states[code].gw) if self.is_state(code) and self._knowledge.states[code].gw else None

    def wikidata(self, code: str) -> str | None:
        """Wikidata id of a state or an organisation."""
        known = self._knowledge.states.get(code) or self._knowledge.igos.get(code)
        return known.qid or None if known else None

    def plover(self, code: str) -> str:
        """PLOVER's country code: alpha-3, KOS, or UNO, EUR, IGO, IMG for what is no state."""
        tables = self._tables["plover"]
        if code in self._knowledge.states:
            return str(tables["states"].get(code, code))
        if code in self._knowledge.igos:
            return str(tables["codes"].get(code) or tables["types"].get(self._knowledge.igos[code].type, ORGANISATION))
        if code in self._countries_of_groups:
            return self._countries_of_groups[code] or WITHOUT_COUNTRY
        return code

    def sector(self, code: str) -> str | None:
        """PLOVER's sector of a party that acts: GOV for a state, as a state acts by its government; else None."""
        return "GOV" if self.is_state(code) else None

    def cameo_country(self, code: str) -> str | None:
        """CAMEO's country code; None for what is no state."""
        if code in self._knowledge.states:
            return str(self._tables["cameo"]["states"].get(code, code))
        return self._countries_of_groups.get(code) or None

    def cameo_group(self, code: str) -> str | None:
        """CAMEO's code of a known international group."""
        group = self._tables["cameo"]["groups"].get(code)
        return str(group) if group else None
