"""Dates that contradict each other, or that no calendar has."""

from reportlint.facts.chronology.misfits import Misfit, Trouble, misfits_in

__all__ = ["Misfit", "Trouble", "misfits_in"]
