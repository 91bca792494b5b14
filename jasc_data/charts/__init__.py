"""Pure functions from an answer to a chart: a figure, its alt text and its table. Nothing here asks the store."""
