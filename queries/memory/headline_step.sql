-- What a snapshot remembers of the headline figures from date to date: found once for all its questions.
CREATE TEMPORARY TABLE headline_step_memory AS SELECT * FROM headline_step;

CREATE TEMPORARY VIEW headline_step AS SELECT * FROM headline_step_memory;
