"""From a snapshot to answers: one module a question. Nothing here draws or writes."""
