"""A force's open items by inspection report."""
