-- Raises the data version, in the transaction that changes the data. By a new row in the old one's place: as long as an
-- earlier snapshot is open, an UPDATE would keep the whole store from being written to its main file (CHECKPOINT).
CREATE TEMPORARY TABLE state_before AS SELECT * FROM store_state;

DELETE FROM store_state;

INSERT INTO store_state
SELECT * REPLACE (data_version + 1 AS data_version)
FROM state_before;

DROP TABLE state_before;
