-- The spans as they were, in the spans' place; see item_span.
CREATE TEMPORARY VIEW item_span AS SELECT * FROM item_span_memory;
