"""Open counts at every held date, and what opened and closed between."""
