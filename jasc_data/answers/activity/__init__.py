"""Inspections, super-complaints and board dates: what is going on, and what is expected when."""
