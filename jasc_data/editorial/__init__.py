"""What people write beside the exports, each in an append-only log: meetings, repeat findings, commentary, steps to
green, sign-offs, replies, activity, papers. With uploads, all that writes."""
