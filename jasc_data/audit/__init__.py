"""Who came in, who was refused, who wrote what: and the only way to write on somebody's behalf."""
