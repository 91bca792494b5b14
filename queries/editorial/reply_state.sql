-- What was last recorded of the commissioner's reply to a report, under any number that means it?
-- Parameters: force, report_id.
-- One row when anything was.
-- Needs: live_upload.
SELECT
    reply_action.action,
    reply_action.sent_on,
    reply_action.note
FROM reply_action
INNER JOIN report_meant ON reply_action.report_id = report_meant.report_id
SEMI JOIN report_meant AS asked
    ON report_meant.meant_id = asked.meant_id
    AND asked.report_id = $report_id
WHERE reply_action.force = $force
ORDER BY reply_action.action_id DESC
LIMIT 1;
