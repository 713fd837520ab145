"""SCO: scores and grades."""
