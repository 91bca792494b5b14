"""The DuckDB store: opening it, reading one consistent state of it, and (in ``uploads`` alone) writing it."""
