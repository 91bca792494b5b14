"""One item across the exports that speak for it."""
