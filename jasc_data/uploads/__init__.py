"""Committing, withdrawing and restoring uploads, and what each changes. With editorial, all that writes."""
