"""What people wrote, which no upload holds: copied from log to log, each entry as it is and in its order."""

from jasc_data.store.original_files import kept_file
from jasc_data.store.snapshot import Snapshot

_LOGS = {
    "editorial/meeting_log": "editorial/insert_meeting_action",
    "editorial/repeat_log": "editorial/insert_repeat_action",
    "editorial/tracking_log": "editorial/insert_tracking_action",
    "editorial/commentary_log": "editorial/insert_commentary_action",
    "editorial/step_log": "editorial/insert_step_action",
    "editorial/sign_off_log": "editorial/insert_sign_off_action",
    "editorial/reply_log": "editorial/insert_reply_action",
    "editorial/activity_log": "editorial/insert_activity_action",
    "editorial/paper_log": "editorial/insert_issued_paper",
    "editorial/standing_text_log": "editorial/insert_standing_text",
}


def copy_logs(old: Snapshot, into: Snapshot) -> None:
    """Writes every entry of every log into the other store, which holds none of them yet, and the files they name."""
    for log, insert in _LOGS.items():
        for entry in old.raw(log):
            into.write(insert, **entry)
    for entry in old.raw("editorial/tracking_log"):
        content = kept_file(old, entry["sha256"])
        if content is not None:
            into.keep_file(content)
