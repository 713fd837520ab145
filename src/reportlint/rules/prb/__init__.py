"""PRB: problems, causes, measures."""
