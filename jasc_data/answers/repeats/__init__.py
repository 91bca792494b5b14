"""Open items that ask what an earlier item of the force asked: suggested by their words, counted once confirmed."""
