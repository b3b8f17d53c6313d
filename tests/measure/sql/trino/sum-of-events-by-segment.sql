SELECT
  "t3"."period" AS "row",
  SUM("t3"."sum0") AS "total0",
  SUM("t3"."sum0" * "t3"."sum0") AS "squares0",
  SUM(CAST(IF("t3"."rows0" > 0, 1, 0) AS BIGINT)) AS "n0",
  SUM(CAST(IF("t3"."rows0" > 0, 1, 0) AS BIGINT)) AS "people0",
  SUM("t3"."sum1") AS "total1",
  SUM("t3"."sum1" * "t3"."sum1") AS "squares1",
  SUM(CAST(IF("t3"."rows1" > 0, 1, 0) AS BIGINT)) AS "n1",
  SUM(CAST(IF("t3"."rows1" > 0, 1, 0) AS BIGINT)) AS "people1",
  SUM("t3"."sum2") AS "total2",
  SUM("t3"."sum2" * "t3"."sum2") AS "squares2",
  SUM(CAST(IF("t3"."rows2" > 0, 1, 0) AS BIGINT)) AS "n2",
  SUM(CAST(IF("t3"."rows2" > 0, 1, 0) AS BIGINT)) AS "people2"
FROM (
  SELECT
    "t2"."period",
    "t2"."person",
    SUM(IF("t2"."s0", "t2"."amount", CAST(0.0 AS DOUBLE))) AS "sum0",
    SUM(
      IF("t2"."s0", "t2"."amount", CAST(0.0 AS DOUBLE)) * IF("t2"."s0", "t2"."amount", CAST(0.0 AS DOUBLE))
    ) AS "square0",
    SUM(CAST(IF("t2"."s0", 1, 0) AS BIGINT)) AS "rows0",
    SUM(IF("t2"."s1", "t2"."amount", CAST(0.0 AS DOUBLE))) AS "sum1",
    SUM(
      IF("t2"."s1", "t2"."amount", CAST(0.0 AS DOUBLE)) * IF("t2"."s1", "t2"."amount", CAST(0.0 AS DOUBLE))
    ) AS "square1",
    SUM(CAST(IF("t2"."s1", 1, 0) AS BIGINT)) AS "rows1",
    SUM(IF("t2"."s2", "t2"."amount", CAST(0.0 AS DOUBLE))) AS "sum2",
    SUM(
      IF("t2"."s2", "t2"."amount", CAST(0.0 AS DOUBLE)) * IF("t2"."s2", "t2"."amount", CAST(0.0 AS DOUBLE))
    ) AS "square2",
    SUM(CAST(IF("t2"."s2", 1, 0) AS BIGINT)) AS "rows2"
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
        TRUE AS "s0",
        TRUE
        AND COALESCE(
          IF(
            STARTS_WITH("t0"."plan", '['),
            "t0"."plan" IN ('solo') OR (
              STRPOS("t0"."plan", '"solo"') > 0
            ),
            "t0"."plan" IN ('solo')
          ),
          FALSE
        ) AS "s1",
        TRUE
        AND COALESCE(
          IF(
            STARTS_WITH("t0"."plan", '['),
            "t0"."plan" IN ('team') OR (
              STRPOS("t0"."plan", '"team"') > 0
            ),
            "t0"."plan" IN ('team')
          ),
          FALSE
        ) AS "s2"
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
