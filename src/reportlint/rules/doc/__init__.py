"""DOC: the file."""
