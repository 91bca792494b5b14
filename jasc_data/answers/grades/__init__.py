"""How open recommendations and AFIs divide by grade."""
