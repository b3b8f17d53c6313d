SELECT
  "t3"."period" AS "row",
  SUM("t3"."sum0") AS "total0",
  SUM("t3"."sum0" * "t3"."sum0") AS "squares0",
  SUM(CAST(CASE WHEN "t3"."rows0" > 0 THEN 1 ELSE 0 END AS BIGINT)) AS "n0",
  SUM(CAST(CASE WHEN "t3"."rows0" > 0 THEN 1 ELSE 0 END AS BIGINT)) AS "people0"
FROM (
  SELECT
    "t2"."period",
    "t2"."person",
    SUM(CASE WHEN "t2"."s0" THEN "t2"."amount" ELSE 0.0 END) AS "sum0",
    SUM(
      CASE WHEN "t2"."s0" THEN "t2"."amount" ELSE 0.0 END * CASE WHEN "t2"."s0" THEN "t2"."amount" ELSE 0.0 END
    ) AS "square0",
    SUM(CAST(CASE WHEN "t2"."s0" THEN 1 ELSE 0 END AS BIGINT)) AS "rows0"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."person",
        "t0"."amount",
        CASE
          WHEN (
            "t0"."time" >= CAST('2025-12-31T23:00:00' AS TIMESTAMP)
          )
          AND (
            "t0"."time" < CAST('2026-06-30T22:00:00' AS TIMESTAMP)
          )
          THEN CASE
            WHEN "t0"."time" < CAST('2026-03-31T22:00:00' AS TIMESTAMP)
            THEN CASE
              WHEN "t0"."time" < CAST('2026-01-31T23:00:00' AS TIMESTAMP)
              THEN 0
              ELSE CASE WHEN "t0"."time" < CAST('2026-02-28T23:00:00' AS TIMESTAMP) THEN 1 ELSE 2 END
            END
            ELSE CASE
              WHEN "t0"."time" < CAST('2026-04-30T22:00:00' AS TIMESTAMP)
              THEN 3
              ELSE CASE WHEN "t0"."time" < CAST('2026-05-31T22:00:00' AS TIMESTAMP) THEN 4 ELSE 5 END
            END
          END
          ELSE -1
        END AS "period",
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
