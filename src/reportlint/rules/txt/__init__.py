"""TXT: wording and residue."""
