-- Can every row of a table or a view be read, every column of it? It is read into one figure, which says nothing itself.
-- Parameters: name.
-- One row.
SELECT bit_xor(hash(whole)) AS read
FROM query_table($name) AS whole;
