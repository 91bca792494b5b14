-- What a snapshot remembers no longer holds once its transaction has written: the next question finds it again.
DROP MACRO TABLE IF EXISTS temp.cell_at;

DROP TABLE IF EXISTS temp.prepared;

DROP TABLE IF EXISTS temp.cell_memory;

DROP VIEW IF EXISTS temp.live_upload;

DROP TABLE IF EXISTS temp.live_upload_memory;

DROP VIEW IF EXISTS temp.report_meant;

DROP TABLE IF EXISTS temp.report_meant_memory;
