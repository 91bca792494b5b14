-- How do items come to count as open, cease to, or move between kinds? Told for all dates at once. A snapshot that has
-- asked before answers from its memory: see memory/item_flow.
-- One row per item and flow, of the kind that gains or loses it.
-- Builds on: flow_of_items.
CREATE OR REPLACE VIEW item_flow AS
SELECT * FROM flow_of_items(FALSE);
