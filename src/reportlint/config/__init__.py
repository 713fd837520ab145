"""The configuration: what may be set, its defaults, and where each value came from."""

from reportlint.config.errors import ConfigError, suggestion
from reportlint.config.loading import Loaded, load
from reportlint.config.model import Config, LexiconAdditions, Limits, Thresholds

__all__ = [
    "Config",
    "ConfigError",
    "LexiconAdditions",
    "Limits",
    "Loaded",
    "Thresholds",
    "load",
    "suggestion",
]
