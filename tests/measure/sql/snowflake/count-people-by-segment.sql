SELECT
  "t3"."period",
  SUM("t3"."n0") AS "n0",
  SUM("t3"."n1") AS "n1",
  SUM("t3"."n2") AS "n2"
FROM (
  SELECT
    "t2"."period",
    "t2"."person",
    MAX(CAST(IFF("t2"."it" AND "t2"."s0", 1, 0) AS BIGINT)) AS "n0",
    MAX(CAST(IFF("t2"."it" AND "t2"."s1", 1, 0) AS BIGINT)) AS "n1",
    MAX(CAST(IFF("t2"."it" AND "t2"."s2", 1, 0) AS BIGINT)) AS "n2"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."person",
        "t0"."session",
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
        TRUE AND "t0"."event" IN ('tried', 'paid') AND TRUE AS "it",
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
      "t1"."period" >= 0 AND (
        FALSE OR "t1"."it"
      )
  ) AS "t2"
  GROUP BY
    1,
    2
) AS "t3"
GROUP BY
  1
