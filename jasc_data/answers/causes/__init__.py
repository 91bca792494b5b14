"""The causes of concern that are open, and the items that belong to each."""
