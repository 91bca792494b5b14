-- Forgets everything of it, before it is told anew.
DELETE FROM item_span;
