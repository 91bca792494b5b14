-- Remembers one decision, unless it is what holds already.
INSERT INTO decision BY NAME
SELECT
    coalesce((SELECT max(decision_id) FROM decision), 0) + 1 AS decision_id,
    $domain AS domain,
    $layout AS layout,
    $word AS word,
    $meaning AS meaning,
    $decided_at AS decided_at,
    $who AS who,
    $role AS role,
    $way AS way
WHERE
    $meaning IS DISTINCT FROM (
        SELECT max_by(meaning, decision_id)
        FROM decision
        WHERE
            domain = $domain
            AND layout = $layout
            AND word = $word
    );
