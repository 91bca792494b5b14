-- What have uploaders decided about headings and words, in the order in which they decided?
-- One row per decision.
SELECT
    domain,
    word,
    meaning,
    layout
FROM decision
ORDER BY decision_id;
