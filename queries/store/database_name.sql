-- What is the open database called, as a copy of it must be told?
-- One row.
SELECT current_database() AS name;
