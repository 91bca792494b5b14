"""Steps to green: how far each item is by what its owners say, what is ready to close, and where the export differs."""
