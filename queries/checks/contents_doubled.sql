-- Every content must have a number of its own, or a row would say two things.
SELECT said_id
FROM item_said
GROUP BY said_id
HAVING count(*) > 1;
