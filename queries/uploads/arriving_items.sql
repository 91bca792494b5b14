-- Takes in the items of one upload, to be laid beside what is held; every list has one entry per item.
-- Parameters: the columns of item_record.
CREATE OR REPLACE TEMPORARY TABLE arriving_item AS
SELECT
    unnest($row_number::INTEGER[]) AS row_number,
    unnest($item_key::VARCHAR[]) AS item_key,
    unnest($force::VARCHAR[]) AS force,
    unnest($kind::VARCHAR[]) AS kind,
    unnest($report_id::INTEGER[]) AS report_id,
    unnest($reference::VARCHAR[]) AS reference,
    unnest($report_type::VARCHAR[]) AS report_type,
    unnest($report_published::DATE[]) AS report_published,
    unnest($number::VARCHAR[]) AS number,
    unnest($text::VARCHAR[]) AS text,
    unnest($addressee::VARCHAR[]) AS addressee,
    unnest($addressed_elsewhere::BOOLEAN[]) AS addressed_elsewhere,
    unnest($grade::VARCHAR[]) AS grade,
    unnest($status::VARCHAR[]) AS status,
    unnest($status_written::VARCHAR[]) AS status_written,
    unnest($lead::VARCHAR[]) AS lead,
    unnest($deadline::VARCHAR[]) AS deadline,
    unnest($deadline_on::DATE[]) AS deadline_on,
    unnest($deadline_basis::VARCHAR[]) AS deadline_basis,
    unnest($target_date::DATE[]) AS target_date,
    unnest($overdue_reason::VARCHAR[]) AS overdue_reason,
    unnest($steps_to_green::VARCHAR[]) AS steps_to_green,
    unnest($closed_on::DATE[]) AS closed_on,
    unnest($cause_of_concern::VARCHAR[]) AS cause_of_concern;
