-- What did uploaders decide, in order, and who did?
-- One row per decision.
SELECT * EXCLUDE (decision_id)
FROM decision
ORDER BY decision_id;
