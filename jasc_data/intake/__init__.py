"""From the bytes of a file to a checked upload. Nothing here knows the database."""
