"""From a document to facts: outline, numbers, units, periods, indicators, tables, claims."""
