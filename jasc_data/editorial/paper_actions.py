"""Keeping a paper as it is issued, and the standing texts that every paper carries."""

import hashlib

from jasc_data.domain.actor import Actor
from jasc_data.editorial.papers import PaperToIssue, issued_papers, standing_text_log
from jasc_data.editorial.written_text import by, needed_text, one_line, refused
from jasc_data.store.connection import Store


def issue_paper(store: Store, paper: PaperToIssue, actor: Actor) -> int:
    """Keeps the paper under a new number, which is returned. Raises WrittenRefused for an empty document."""
    if not paper.document:
        raise refused("The document is empty")
    with store.writing(keep=True) as snapshot:
        snapshot.write(
            "editorial/insert_issued_paper",
            **by(actor)
            | {
                "paper_number": None,
                "meeting_on": paper.meeting_on,
                "as_of": paper.as_of,
                "since": paper.since,
                "log_entry": paper.known_at,
                "options": paper.options,
                "parts": paper.parts,
                "anonymised": paper.anonymised,
                "document": paper.document,
                "sha256": hashlib.sha256(paper.document).hexdigest(),
            },
        )
        snapshot.raise_version()
        return issued_papers(snapshot)[-1].paper_number


def write_standing_text(store: Store, text_key: str, text: str, actor: Actor) -> None:
    """Keeps a text under its key; earlier ones stay in the log. Raises WrittenRefused when it stands so already."""
    key, kept = one_line(needed_text(text_key, "The key"), "The key"), needed_text(text, "The text")
    with store.writing(keep=True) as snapshot:
        held = {entry.text_key: entry.text for entry in standing_text_log(snapshot)}
        if held.get(key) == kept:
            raise refused("The text stands so already")
        snapshot.write("editorial/insert_standing_text", text_key=key, text=kept, **by(actor))
        snapshot.raise_version()
