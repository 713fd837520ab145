"""Data: indicators with aliases, formulas, units, residue phrases, typos (TOML, validated)."""
