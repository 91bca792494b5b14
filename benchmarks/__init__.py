"""How fast the dashboard is, as it grows and beside its peers: ``make bench`` writes docs/benchmarks.md."""
