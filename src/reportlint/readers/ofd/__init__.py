"""OFD, the national fixed layout format (GB/T 33190-2016): text with its boxes."""

from reportlint.readers.ofd.reader import read_ofd

__all__ = ["read_ofd"]
