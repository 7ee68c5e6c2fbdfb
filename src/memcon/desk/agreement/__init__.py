"""agreement: between reviewers, and between a reviewer and memcon."""

from memcon.desk.agreement.alpha import f1, nominal_alpha
from memcon.desk.agreement.decided import agreement_of_reviewers
from memcon.desk.agreement.folders import agreement_of_folders
from memcon.desk.agreement.types import Agreement, Disagreement, FamilyAgreement, FieldAgreement

__all__ = [
    "Agreement", "Disagreement", "FamilyAgreement", "FieldAgreement", "agreement_of_folders", "agreement_of_reviewers", "f1",
    "nominal_alpha",
]  # fmt: skip
