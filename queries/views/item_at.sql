-- Every item known at a date, with what the latest live upload at or before that date says of it (rule 5): how it stands
-- (item_standing_at), and what the file says.
-- first_held_on: the date of the first live upload that lists it. first_report_id, first_published: the report, and the
-- publication, under which it was first held; a reissue makes nothing younger.
-- ever_left: a live upload by then says that it left otherwise (superseded, no longer for the force).
-- first_target, revisions: its own target date as first given, and how often that was changed until then.
-- A deadline that counts from publication ("immediately", "within three months") counts from that first one, which
-- deadline_since_first then says: as many months (or years) after it as the file's own deadline lies after the file's
-- own publication date, else as many days. Both are what reading the words with the first date would give.
-- Parameters: day.
-- One row per item.
-- Builds on: item_standing_at.
CREATE OR REPLACE MACRO item_at(day) AS TABLE
WITH told AS (
    SELECT
        item_said.* REPLACE (
            standing.item_key AS item_key,
            standing.force AS force,  -- the span's: asked for a force, the others' spans are then not read
            standing.kind AS kind,
            standing.report_id AS report_id
        ),
        standing.upload_id,
        standing.as_of,
        standing.decided_on,
        standing.listed,
        standing.counts,
        standing.first_held_on,
        standing.first_report_id,
        standing.first_published,
        standing.ever_left,
        standing.first_target,
        standing.revisions,
        coalesce(
            item_said.report_published <> standing.first_published
            AND item_said.deadline_on IS NOT NULL
            AND (
                item_said.deadline_basis = 'immediately'
                OR (
                    item_said.deadline_basis = 'worked out'
                    AND regexp_matches(item_said.deadline, 'day|week|month|year', 'i')
                )
            ), FALSE
        ) AS deadline_since_first
    FROM item_standing_at(day) AS standing
    INNER JOIN item_said USING (said_id)
)

SELECT
    * REPLACE (
        CASE
            WHEN NOT deadline_since_first THEN deadline_on
            WHEN regexp_matches(deadline, 'month|year', 'i')
                THEN (first_published + to_months(date_diff('month', report_published, deadline_on)::INTEGER))::DATE
            ELSE first_published + (deadline_on - report_published)::INTEGER
        END AS deadline_on
    )
FROM told;
