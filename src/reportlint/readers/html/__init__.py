"""Web pages as browsers and word processors save them."""

from reportlint.readers.html.reader import read_html, read_mht

__all__ = ["read_html", "read_mht"]
