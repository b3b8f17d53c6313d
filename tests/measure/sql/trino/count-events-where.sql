SELECT
  "t2"."period",
  SUM(CAST(IF("t2"."it" AND "t2"."s0", 1, 0) AS BIGINT)) AS "n0"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t0"."person",
      "t0"."session",
      IF(
        (
          "t0"."time" >= CAST(FROM_ISO8601_TIMESTAMP('2025-12-31T23:00:00') AS TIMESTAMP)
        )
        AND (
          "t0"."time" < CAST(FROM_ISO8601_TIMESTAMP('2026-06-30T22:00:00') AS TIMESTAMP)
        ),
        IF(
          "t0"."time" < CAST(FROM_ISO8601_TIMESTAMP('2026-03-31T22:00:00') AS TIMESTAMP),
          IF(
            "t0"."time" < CAST(FROM_ISO8601_TIMESTAMP('2026-01-31T23:00:00') AS TIMESTAMP),
            0,
            IF("t0"."time" < CAST(FROM_ISO8601_TIMESTAMP('2026-02-28T23:00:00') AS TIMESTAMP), 1, 2)
          ),
          IF(
            "t0"."time" < CAST(FROM_ISO8601_TIMESTAMP('2026-04-30T22:00:00') AS TIMESTAMP),
            3,
            IF("t0"."time" < CAST(FROM_ISO8601_TIMESTAMP('2026-05-31T22:00:00') AS TIMESTAMP), 4, 5)
          )
        ),
        -1
      ) AS "period",
      TRUE AND "t0"."event" IN ('tried', 'paid') AND TRUE AS "it",
      TRUE AS "s0"
    FROM "log" AS "t0"
  ) AS "t1"
  WHERE
    "t1"."period" >= 0 AND (
      FALSE OR "t1"."it"
    )
) AS "t2"
GROUP BY
  1
