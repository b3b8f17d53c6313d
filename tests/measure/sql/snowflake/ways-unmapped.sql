SELECT
  *
FROM (
  SELECT
    "t1"."event",
    COUNT(DISTINCT "t1"."person") AS "people"
  FROM (
    SELECT
      "t0"."person",
      "t0"."time",
      "t0"."event"
    FROM "log" AS "t0"
    WHERE
      TRUE
      AND "t0"."time" > TIMESTAMP_FROM_PARTS(2026, 1, 5, 0, 0, 0, 0)
      AND NOT (
        COALESCE(
          FALSE
          OR (
            TRUE AND "t0"."event" IN ('seen') AND TRUE
          )
          OR (
            TRUE AND "t0"."event" IN ('tried') AND TRUE
          )
          OR (
            TRUE AND "t0"."event" IN ('used') AND TRUE
          )
          OR (
            TRUE AND "t0"."event" IN ('paid') AND TRUE
          ),
          FALSE
        )
      )
  ) AS "t1"
  GROUP BY
    1
) AS "t2"
ORDER BY
  "t2"."people" DESC NULLS LAST,
  "t2"."event" ASC
LIMIT 20
