-- What a snapshot remembers of how items flow: found once for all its questions, as what is known at a date is.
CREATE TEMPORARY TABLE item_flow_memory AS SELECT * FROM item_flow;

CREATE TEMPORARY VIEW item_flow AS SELECT * FROM item_flow_memory;
