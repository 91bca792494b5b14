"""Where a figure becomes words: numbers, dates, ages, lists, statuses, and what the pages' words mean."""
