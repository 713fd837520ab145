"""Corpora of passages in which people have marked every figure and every relation."""
