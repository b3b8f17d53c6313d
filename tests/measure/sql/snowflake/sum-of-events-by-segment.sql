SELECT
  "t3"."period" AS "row",
  SUM("t3"."sum0") AS "total0",
  SUM("t3"."sum0" * "t3"."sum0") AS "squares0",
  SUM(CAST(IFF("t3"."rows0" > 0, 1, 0) AS BIGINT)) AS "n0",
  SUM(CAST(IFF("t3"."rows0" > 0, 1, 0) AS BIGINT)) AS "people0",
  SUM("t3"."sum1") AS "total1",
  SUM("t3"."sum1" * "t3"."sum1") AS "squares1",
  SUM(CAST(IFF("t3"."rows1" > 0, 1, 0) AS BIGINT)) AS "n1",
  SUM(CAST(IFF("t3"."rows1" > 0, 1, 0) AS BIGINT)) AS "people1",
  SUM("t3"."sum2") AS "total2",
  SUM("t3"."sum2" * "t3"."sum2") AS "squares2",
  SUM(CAST(IFF("t3"."rows2" > 0, 1, 0) AS BIGINT)) AS "n2",
  SUM(CAST(IFF("t3"."rows2" > 0, 1, 0) AS BIGINT)) AS "people2"
FROM (
  SELECT
    "t2"."period",
    "t2"."person",
    SUM(IFF("t2"."s0", "t2"."amount", 0.0)) AS "sum0",
    SUM(IFF("t2"."s0", "t2"."amount", 0.0) * IFF("t2"."s0", "t2"."amount", 0.0)) AS "square0",
    SUM(CAST(IFF("t2"."s0", 1, 0) AS BIGINT)) AS "rows0",
    SUM(IFF("t2"."s1", "t2"."amount", 0.0)) AS "sum1",
    SUM(IFF("t2"."s1", "t2"."amount", 0.0) * IFF("t2"."s1", "t2"."amount", 0.0)) AS "square1",
    SUM(CAST(IFF("t2"."s1", 1, 0) AS BIGINT)) AS "rows1",
    SUM(IFF("t2"."s2", "t2"."amount", 0.0)) AS "sum2",
    SUM(IFF("t2"."s2", "t2"."amount", 0.0) * IFF("t2"."s2", "t2"."amount", 0.0)) AS "square2",
    SUM(CAST(IFF("t2"."s2", 1, 0) AS BIGINT)) AS "rows2"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."person",
        "t0"."amount",
        IFF(
          (
            "t0"."time" >= TIMESTAMP_FROM_PARTS(2025, 12, 31, 23, 0, 0, 0)
          )
          AND (
            "t0"."time" < TIMESTAMP_FROM_PARTS(2026, 6, 30, 22, 0, 0, 0)
          ),
          IFF(
            "t0"."time" < TIMESTAMP_FROM_PARTS(2026, 3, 31, 22, 0, 0, 0),
            IFF(
              "t0"."time" < TIMESTAMP_FROM_PARTS(2026, 1, 31, 23, 0, 0, 0),
              0,
              IFF("t0"."time" < TIMESTAMP_FROM_PARTS(2026, 2, 28, 23, 0, 0, 0), 1, 2)
            ),
            IFF(
              "t0"."time" < TIMESTAMP_FROM_PARTS(2026, 4, 30, 22, 0, 0, 0),
              3,
              IFF("t0"."time" < TIMESTAMP_FROM_PARTS(2026, 5, 31, 22, 0, 0, 0), 4, 5)
            )
          ),
          -1
        ) AS "period",
        TRUE AND "t0"."event" IN ('paid') AND TRUE AS "it",
        TRUE AS "s0",
        TRUE
        AND COALESCE(
          IFF(
            STARTSWITH("t0"."plan", '['),
            "t0"."plan" IN ('solo') OR CONTAINS("t0"."plan", '"solo"'),
            "t0"."plan" IN ('solo')
          ),
          FALSE
        ) AS "s1",
        TRUE
        AND COALESCE(
          IFF(
            STARTSWITH("t0"."plan", '['),
            "t0"."plan" IN ('team') OR CONTAINS("t0"."plan", '"team"'),
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
