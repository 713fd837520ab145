"""The injection benchmark: true reports, one slip of the pen in each, and what is said of it."""
