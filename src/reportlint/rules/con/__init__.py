"""CON: consistency."""
