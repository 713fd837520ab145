"""NUM: recomputation."""
