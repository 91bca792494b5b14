"""The DuckDB store, mechanics alone: opening it, its schema, one consistent state of it, its integrity. No question."""
