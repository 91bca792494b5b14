-- What was written, by whom and when, by every log of the store; of what, by its number alone and never by its text?
-- One row per entry of a log.
WITH written AS (
    SELECT
        concat('upload ', upload_id, ' ', action) AS what,
        happened_at,
        who,
        role,
        way
    FROM action_log
    UNION ALL
    SELECT
        concat('word or heading decided (', domain, ')') AS what,
        decided_at AS happened_at,
        who,
        role,
        way
    FROM decision
    UNION ALL
    SELECT
        concat('meeting ', meeting_on, ' ', action) AS what,
        happened_at,
        who,
        role,
        way
    FROM meeting_action
    UNION ALL
    SELECT
        concat('repeat of item ', earlier_id, ' by item ', item_id, ' ', action) AS what,
        happened_at,
        who,
        role,
        way
    FROM repeat_action
    UNION ALL
    SELECT
        concat('commentary ', version_id, ' ', action) AS what,
        happened_at,
        who,
        role,
        way
    FROM commentary_action
    UNION ALL
    SELECT
        concat('step ', step_id, ' of item ', item_id, ' ', action) AS what,
        happened_at,
        who,
        role,
        way
    FROM step_action
    UNION ALL
    SELECT
        concat('sign-off of item ', item_id, ' ', action) AS what,
        happened_at,
        who,
        role,
        way
    FROM sign_off_action
    UNION ALL
    SELECT
        concat('reply to report ', report_id, ' ', action) AS what,
        happened_at,
        who,
        role,
        way
    FROM reply_action
    UNION ALL
    SELECT
        concat('activity ', activity_id, ' ', action) AS what,
        happened_at,
        who,
        role,
        way
    FROM activity_action
    UNION ALL
    SELECT
        concat('paper ', paper_number, ' issued') AS what,
        happened_at,
        who,
        role,
        way
    FROM issued_paper
    UNION ALL
    SELECT
        concat('standing text ', text_key, ' written') AS what,
        happened_at,
        who,
        role,
        way
    FROM standing_text
    UNION ALL
    SELECT
        concat('tracking workbook ', return_number, ' ', action) AS what,
        happened_at,
        who,
        role,
        way
    FROM tracking_action
)

SELECT
    what,
    happened_at,
    who,
    role,
    way
FROM written
ORDER BY happened_at ASC, what ASC;
