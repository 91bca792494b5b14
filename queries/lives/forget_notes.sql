-- Forgets of what the spans told.
DELETE FROM spans_tell;
