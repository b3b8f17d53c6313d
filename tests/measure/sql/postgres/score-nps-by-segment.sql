SELECT
  "t2"."period",
  SUM(CAST(CASE WHEN "t2"."s0" THEN 1 ELSE 0 END AS BIGINT)) AS "n0",
  SUM(CAST(CASE WHEN "t2"."s0" AND (
    "t2"."score" > 8
  ) THEN 1 ELSE 0 END AS BIGINT)) AS "best0",
  SUM(
    CAST(CASE WHEN "t2"."s0" AND (
      "t2"."score" <= 6
    ) THEN 1 ELSE 0 END AS BIGINT)
  ) AS "worst0",
  SUM(CASE WHEN "t2"."s0" THEN "t2"."score" ELSE 0.0 END) AS "sum0",
  SUM(
    CASE WHEN "t2"."s0" THEN "t2"."score" ELSE 0.0 END * CASE WHEN "t2"."s0" THEN "t2"."score" ELSE 0.0 END
  ) AS "squares0",
  SUM(CAST(CASE WHEN "t2"."s1" THEN 1 ELSE 0 END AS BIGINT)) AS "n1",
  SUM(CAST(CASE WHEN "t2"."s1" AND (
    "t2"."score" > 8
  ) THEN 1 ELSE 0 END AS BIGINT)) AS "best1",
  SUM(
    CAST(CASE WHEN "t2"."s1" AND (
      "t2"."score" <= 6
    ) THEN 1 ELSE 0 END AS BIGINT)
  ) AS "worst1",
  SUM(CASE WHEN "t2"."s1" THEN "t2"."score" ELSE 0.0 END) AS "sum1",
  SUM(
    CASE WHEN "t2"."s1" THEN "t2"."score" ELSE 0.0 END * CASE WHEN "t2"."s1" THEN "t2"."score" ELSE 0.0 END
  ) AS "squares1",
  SUM(CAST(CASE WHEN "t2"."s2" THEN 1 ELSE 0 END AS BIGINT)) AS "n2",
  SUM(CAST(CASE WHEN "t2"."s2" AND (
    "t2"."score" > 8
  ) THEN 1 ELSE 0 END AS BIGINT)) AS "best2",
  SUM(
    CAST(CASE WHEN "t2"."s2" AND (
      "t2"."score" <= 6
    ) THEN 1 ELSE 0 END AS BIGINT)
  ) AS "worst2",
  SUM(CASE WHEN "t2"."s2" THEN "t2"."score" ELSE 0.0 END) AS "sum2",
  SUM(
    CASE WHEN "t2"."s2" THEN "t2"."score" ELSE 0.0 END * CASE WHEN "t2"."s2" THEN "t2"."score" ELSE 0.0 END
  ) AS "squares2"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t0"."score",
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
      TRUE AS "counts",
      TRUE AS "s0",
      TRUE
      AND COALESCE(
        CASE
          WHEN STARTS_WITH("t0"."plan", '[')
          THEN "t0"."plan" IN ('solo') OR (
            POSITION('"solo"' IN "t0"."plan") > 0
          )
          ELSE "t0"."plan" IN ('solo')
        END,
        FALSE
      ) AS "s1",
      TRUE
      AND COALESCE(
        CASE
          WHEN STARTS_WITH("t0"."plan", '[')
          THEN "t0"."plan" IN ('team') OR (
            POSITION('"team"' IN "t0"."plan") > 0
          )
          ELSE "t0"."plan" IN ('team')
        END,
        FALSE
      ) AS "s2"
    FROM "log" AS "t0"
  ) AS "t1"
  WHERE
    "t1"."counts" AND "t1"."period" >= 0 AND "t1"."score" >= 0 AND "t1"."score" <= 10
) AS "t2"
GROUP BY
  1
