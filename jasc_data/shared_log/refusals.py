"""Why a log and a store do not go together, each in sentences for whoever meets them."""

from jasc_data.domain.failures import LogRefused
from jasc_data.shared_log.entry import Head
from jasc_data.shared_log.held import Held

UNREACHABLE = "The shared log in PostgreSQL cannot be reached"
NOTHING_COMMITTED = (
    f"{UNREACHABLE}, so nothing can be committed now. Nothing was changed. What this server holds can still be looked "
    "at. Try again when it can be reached; see docs/scale.md."
)
SHOWN_AS_HELD = f"{UNREACHABLE}: what other servers committed since may be missing here, and nothing can be committed."
SHOWN_BEHIND = (
    "Another server has committed since, and this one has not taken it in yet, because somebody is writing here. "
    "Look again in a moment."
)
NEWER = (
    "The shared log was written by a newer release of the dashboard. Update this server's dashboard. "
    "Nothing was changed."
)
OLDER = (
    "This server's store was brought to a newer release before it held all that an earlier one wrote to the shared "
    "log. Nothing was changed. Use a new place for the store (JASC_STORE), after log --begin on a server that holds "
    "everything; see docs/scale.md."
)
ANOTHER = (
    "This server's store belongs to another log than the one that JASC_LOG names. Nothing was changed. Check JASC_LOG, "
    "or use a new place for the store (JASC_STORE): it is then made from the log."
)
BEHIND = (
    "The shared log holds less than this server took in from it: PostgreSQL was put back to an earlier state, or lost "
    "something. Nothing was changed. Put PostgreSQL right, or use a new place for the store (JASC_STORE) if the "
    "earlier state is meant; see docs/scale.md."
)
DIFFERS = (
    "This server's store does not hold what the shared log says it does: something was written to it without the log. "
    "Nothing was changed. Use a new place for the store (JASC_STORE): it is then made from the log."
)
DAMAGED = (
    "An entry of the shared log is not as it was written. Nothing was changed. Restore PostgreSQL from its backup; see "
    "docs/scale.md."
)
NOT_OF_THE_LOG = (
    "The store holds records that are not in the shared log which JASC_LOG names. Nothing was changed. {remedy}"
)
HAND_OVER = "To hand them over to that log, which is empty: log --begin on the command line."
NEW_PLACE = "That log holds records of its own: use a new place for the store (JASC_STORE)."
WITHOUT_LOG = (
    "The store is one server's copy of a shared log, and no log is set. Nothing was changed. Set JASC_LOG as it was, "
    "or restore a backup from before it was used (restore-backup FILE)."
)
KEPT_ALL_THE_SAME = (
    "What was just sent is in the shared log and stands, but this server could not write it to its own file. "
    "Do not send it again: the server takes it in from the log as soon as it can. What stopped it: {why}"
)


def prove_together(head: Head, held: Held) -> None:
    """Raises LogRefused when the store that holds that cannot follow the log that stands there."""
    if head.log_id != held.log_id:
        raise LogRefused(ANOTHER)
    if head.number < held.number or (head.number == held.number and head.sha256 != held.sha256):
        raise LogRefused(BEHIND)
    if head.schema_version > held.schema_version:
        raise LogRefused(NEWER)
