-- To ask for a date that was not prepared is an error, never an empty answer.
CREATE TEMPORARY TABLE prepared (on_day DATE);

CREATE TEMPORARY MACRO cell_at(day) AS TABLE
SELECT * EXCLUDE (remembered_day)
FROM cell_memory
WHERE
    remembered_day = (
        SELECT if(count(*) > 0, any_value(on_day), error('a query asks for a date that it does not declare'))
        FROM prepared
        WHERE on_day = day
    );
