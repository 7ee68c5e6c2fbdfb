"""What agreement answers with."""

from __future__ import annotations

from memcon.record import Model


class FieldAgreement(Model):
    """One field of one family of facts. `alike` of the `units` that both rated have the same value; `alpha` is
    Krippendorff's, None where nothing can be said."""

    family: str
    field: str
    units: int
    alike: int
    alpha: float | None = None

    @property
    def share(self) -> float:
        """How many of the units are alike, 0 to 1."""
        return self.alike / self.units if self.units else 0.0


class FamilyAgreement(Model):
    """The facts of one family that both found, and how many each found. `f1` takes one as the truth of the other."""

    family: str
    matched: int
    first: int
    second: int
    f1: float | None = None


class Disagreement(Model):
    """One fact on which the two differ: where it stands, in which field, and what each says."""

    family: str
    where: str
    field: str
    first: str
    second: str


class Agreement(Model):
    """How far two reviewers, or a reviewer and memcon, agree. `units` counts what both looked at."""

    first: str
    second: str
    units: int
    families: tuple[FamilyAgreement, ...] = ()
    fields: tuple[FieldAgreement, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
