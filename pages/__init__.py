"""The pages: each asks for a typed answer and draws it."""
