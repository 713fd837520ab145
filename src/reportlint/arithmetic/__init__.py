"""Intervals, verdicts and localisation: pure mathematics over printed figures."""
