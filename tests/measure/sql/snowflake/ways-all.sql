SELECT
  COUNT(DISTINCT "t1"."person") AS "people"
FROM (
  SELECT
    *
  FROM "log" AS "t0"
  WHERE
    TRUE AND "t0"."time" > TIMESTAMP_FROM_PARTS(2026, 1, 5, 0, 0, 0, 0)
) AS "t1"
