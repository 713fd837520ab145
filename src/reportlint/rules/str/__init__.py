"""STR: outline."""
