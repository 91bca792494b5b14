-- What a snapshot remembers of the uploads: which are live, and which report each known one stands for. Both are small,
-- nearly every question builds on them, and a table is planned at once where their definitions would be planned anew.
-- The temporary views stand before the stored ones of their names, also inside the views built on those; all that is
-- remembered ends with the snapshot's transaction.
CREATE TEMPORARY TABLE live_upload_memory AS SELECT * FROM live_upload;

CREATE TEMPORARY VIEW live_upload AS SELECT * FROM live_upload_memory;

CREATE TEMPORARY TABLE report_meant_memory AS SELECT * FROM report_meant;

CREATE TEMPORARY VIEW report_meant AS SELECT * FROM report_meant_memory;
