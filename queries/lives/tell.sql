-- Tells the lives of forces, and of items by their keys as written; of all where both are NULL.
-- Parameters: forces, keys.
-- Needs: live_upload.
INSERT INTO item_span BY NAME
SELECT * FROM item_life($forces, $keys);
