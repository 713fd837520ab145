"""Kinds of report: one TOML file each, with outline, forms, grade scale and basis."""

from reportlint.profiles.loading import ProfileError, load_profiles, usable_profiles
from reportlint.profiles.model import (
    BasisSpec,
    FormSpec,
    GradeBand,
    GradeScale,
    Needs,
    Profile,
    SectionSpec,
)

__all__ = [
    "BasisSpec",
    "FormSpec",
    "GradeBand",
    "GradeScale",
    "Needs",
    "Profile",
    "ProfileError",
    "SectionSpec",
    "load_profiles",
    "usable_profiles",
]
