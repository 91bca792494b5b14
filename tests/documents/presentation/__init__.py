"""Views of a meeting."""
