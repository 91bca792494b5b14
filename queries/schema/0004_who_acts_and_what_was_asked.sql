-- Who acted is kept in its parts, and with each upload the whole request that made it, so that it can be made again.

ALTER TABLE action_log ADD COLUMN role VARCHAR DEFAULT 'local';
ALTER TABLE action_log ADD COLUMN way VARCHAR DEFAULT '';
UPDATE action_log SET
    way = regexp_extract(who, ' \((command line|dashboard)\)$', 1),
    who = regexp_replace(who, ' \((command line|dashboard)\)$', '');

ALTER TABLE decision ADD COLUMN role VARCHAR DEFAULT 'local';
ALTER TABLE decision ADD COLUMN way VARCHAR DEFAULT '';
UPDATE decision SET
    way = regexp_extract(who, ' \((command line|dashboard)\)$', 1),
    who = regexp_replace(who, ' \((command line|dashboard)\)$', '');

ALTER TABLE meeting_action ADD COLUMN role VARCHAR DEFAULT 'local';
ALTER TABLE meeting_action ADD COLUMN way VARCHAR DEFAULT '';
UPDATE meeting_action SET
    way = regexp_extract(who, ' \((command line|dashboard)\)$', 1),
    who = regexp_replace(who, ' \((command line|dashboard)\)$', '');

-- The request as JSON (uploads/kept_request.py); NULL for an upload of an earlier release, which kept only parts of it.
ALTER TABLE upload ADD COLUMN request VARCHAR;
