"""What a phrase is the name of: concept, facets, and the item's own name."""

from reportlint.facts.indicators.describe import describe
from reportlint.facts.indicators.sameness import merge, near_names, same_quantity

__all__ = ["describe", "merge", "near_names", "same_quantity"]
