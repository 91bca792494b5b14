-- What is known of every item at a date, as far as a change of it is worth telling?
-- Parameters: day.
-- One row per item that counts as open or was ever held.
SELECT
    item_key,
    force,
    kind,
    report_id,
    counts,
    listed,
    status,
    addressed_elsewhere,
    grade,
    hash(
        report_id, number, text, addressee, status, lead, deadline, target_date, overdue_reason, steps_to_green,
        cause_of_concern
    )::VARCHAR AS details
FROM item_at($day);
