-- Every item's report must be held, the class "no report stated" included.
SELECT item_record.item_key
FROM item_record
ANTI JOIN report USING (report_id);
