SELECT
  "t3"."period" AS "row",
  SUM("t3"."sum0") AS "total0",
  SUM("t3"."sum0" * "t3"."sum0") AS "squares0",
  SUM(CAST(IF("t3"."rows0" > 0, 1, 0) AS BIGINT)) AS "n0",
  SUM(CAST(IF("t3"."rows0" > 0, 1, 0) AS BIGINT)) AS "people0"
FROM (
  SELECT
    "t2"."period",
    "t2"."person",
    SUM(IF("t2"."s0", "t2"."amount", CAST(0.0 AS DOUBLE))) AS "sum0",
    SUM(
      IF("t2"."s0", "t2"."amount", CAST(0.0 AS DOUBLE)) * IF("t2"."s0", "t2"."amount", CAST(0.0 AS DOUBLE))
    ) AS "square0",
    SUM(CAST(IF("t2"."s0", 1, 0) AS BIGINT)) AS "rows0"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."person",
        "t0"."amount",
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
        TRUE AND "t0"."event" IN ('paid') AND TRUE AS "it",
        TRUE AS "s0"
      FROM "log" AS "t0"
    ) AS "t1"
    WHERE
      "t1"."period" >= 0 AND "t1"."it" AND "t1"."amount" IS NOT NULL
  ) AS "t2"
  GROUP BY
    1,
    2
) AS "t3"
GROUP BY
  1
