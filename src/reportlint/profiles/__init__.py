"""Kinds of report: one TOML file each, with outline, forms, grade scale and basis."""

from reportlint.profiles.loading import ProfileError, load_profiles
from reportlint.profiles.model import GradeBand, GradeScale, Needs, Profile, SectionSpec

__all__ = [
    "GradeBand",
    "GradeScale",
    "Needs",
    "Profile",
    "ProfileError",
    "SectionSpec",
    "load_profiles",
]
