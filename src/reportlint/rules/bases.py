"""From the bases of profiles to those of flags."""

from __future__ import annotations

from reportlint.profiles import BasisSpec
from reportlint.result import Basis, BasisStatus


def basis(spec: BasisSpec) -> Basis:
    """What a flag rests on, from the entry of a profile."""
    return Basis(spec.document, spec.clause, BasisStatus(spec.status))
