"""Every item of a force at a date."""
