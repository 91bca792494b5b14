-- Writes ids as they were issued, those that are not known yet; every list has one entry per item.
INSERT INTO item BY NAME
SELECT issued.*
FROM (
    SELECT
        unnest($item_id::INTEGER[]) AS item_id,
        unnest($force::VARCHAR[]) AS force,
        unnest($item_key::VARCHAR[]) AS item_key,
        unnest($report_id::INTEGER[]) AS report_id
) AS issued
ANTI JOIN item USING (item_id);
