"""Keeping a paper as it is issued, and the standing texts that every paper carries."""

import hashlib

from jasc_data.answers.standing_texts.answer import standing_texts
from jasc_data.audit.acting import acting
from jasc_data.documents.paper.standing import STANDING, own_text, text_in_force
from jasc_data.domain.access import Action
from jasc_data.domain.actor import Actor
from jasc_data.editorial.papers import PaperToIssue, issued_papers
from jasc_data.editorial.written_text import by, needed_text, refused
from jasc_data.store.connection import Store


def issue_paper(store: Store, paper: PaperToIssue, actor: Actor) -> int:
    """Keeps the paper under a new number, which is returned. Raises WrittenRefused for an empty document."""
    if not paper.document:
        raise refused("The document is empty")
    with acting(store, actor, Action.ISSUE_PAPERS) as snapshot:
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


def write_standing_text(store: Store, text_key: str, text: str, actor: Actor, *, base: int | None = None) -> None:
    """Keeps a text under its key; earlier ones stay in the log. Raises WrittenRefused when it cannot be kept.

    base: the number of the version that it rests on, 0 for the product's own; when another was written since, it is
    refused. None does not ask.
    """
    _keep_standing_text(store, text_key, needed_text(text, "The text"), actor, base)


def restore_own_text(store: Store, text_key: str, actor: Actor, *, base: int | None = None) -> None:
    """Goes back to the product's own text, in the log too. Raises WrittenRefused when it is in force already."""
    _keep_standing_text(store, text_key, "", actor, base)


def _keep_standing_text(store: Store, text_key: str, text: str, actor: Actor, base: int | None) -> None:
    if text_key not in STANDING:
        raise refused("No part of the paper carries a standing text of that name")
    with acting(store, actor, Action.WRITE_STANDING_TEXTS) as snapshot:
        held = standing_texts(snapshot)
        latest = held.latest(text_key)
        if base not in (None, latest.version_id if latest else 0):
            raise refused(f"The text was changed meanwhile by {latest.who if latest else ''}: look at it again")
        if (text or own_text(text_key)) == text_in_force(held, text_key):
            raise refused("The text stands so already")
        snapshot.write("editorial/insert_standing_text", text_key=text_key, text=text, **by(actor))
        snapshot.raise_version()
