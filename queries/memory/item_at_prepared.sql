-- Remembers that a date was asked about, even where no item is known at it.
-- Parameters: day.
INSERT INTO prepared VALUES ($day);
