-- Every item's report must be held, the class "no report stated" included.
SELECT item_said.item_key
FROM item_said
ANTI JOIN report USING (report_id);
