"""The renderers of tables, one a medium."""
