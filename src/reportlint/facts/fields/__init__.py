"""Problems and measures fields: where a report owes them, and what they say."""

from reportlint.facts.fields.finding import find_fields
from reportlint.facts.fields.model import Field, FieldRole

__all__ = ["Field", "FieldRole", "find_fields"]
