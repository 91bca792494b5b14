"""From a snapshot to typed answers, their sentences, charts and tables: one folder a question. Nothing here writes."""
