"""The four steps of an upload. Nothing is written before the last one; leaving commits nothing."""
