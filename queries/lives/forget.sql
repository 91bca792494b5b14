-- Forgets the spans of forces, and of items by their keys as written, before they are told again.
-- Parameters: forces, keys.
DELETE FROM item_span
WHERE
    said_id IN (
        SELECT said_id
        FROM item_said
        WHERE
            force IN (SELECT unnest($forces::VARCHAR[]))
            OR item_key IN (SELECT unnest($keys::VARCHAR[]))
    );
