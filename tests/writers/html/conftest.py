"""A browser for the pages that are written."""

from chromium import browser, tab

__all__ = ["browser", "tab"]
