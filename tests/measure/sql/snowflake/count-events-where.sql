SELECT
  "t2"."period",
  SUM(CAST(IFF("t2"."it" AND "t2"."s0", 1, 0) AS BIGINT)) AS "n0"
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
