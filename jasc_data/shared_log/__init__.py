"""The log of record in PostgreSQL, for several servers: each keeps its own store as a read model that replays it.

An entry is all rows that one kept transaction appended, for nothing that is recorded is ever changed or deleted. Who
commits takes the log's lock, takes in what is new, writes, and appends; PostgreSQL keeps the entry before the store
keeps its rows, so a server that dies between the two takes them in from the log. See docs/scale.md.
"""
