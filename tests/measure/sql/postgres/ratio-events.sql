SELECT
  "t2"."period",
  SUM(CAST(CASE WHEN "t2"."part" AND "t2"."s0" THEN 1 ELSE 0 END AS BIGINT)) AS "part0",
  SUM(CAST(CASE WHEN "t2"."whole" AND "t2"."s0" THEN 1 ELSE 0 END AS BIGINT)) AS "whole0"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t0"."person",
      "t0"."session",
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
      TRUE AND "t0"."event" IN ('paid') AND TRUE AS "part",
      TRUE AND "t0"."event" IN ('tried') AND TRUE AS "whole",
      TRUE AS "s0"
    FROM "log" AS "t0"
  ) AS "t1"
  WHERE
    "t1"."period" >= 0 AND (
      FALSE OR "t1"."part" OR "t1"."whole"
    )
) AS "t2"
GROUP BY
  1
