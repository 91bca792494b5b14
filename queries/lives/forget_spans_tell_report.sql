-- Forgets everything of it, before it is told anew.
DELETE FROM spans_tell_report;
