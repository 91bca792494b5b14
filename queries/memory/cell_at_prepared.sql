-- Remembers that a date was asked about, even where no upload speaks by then.
-- Parameters: day.
INSERT INTO prepared VALUES ($day);
