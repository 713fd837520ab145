"""The configuration: what may be set, its defaults, and where each value came from."""

from reportlint.config.model import Config, LexiconAdditions, Limits, Thresholds

__all__ = ["Config", "LexiconAdditions", "Limits", "Thresholds"]
