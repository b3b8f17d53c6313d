SELECT
  "t3"."period",
  SUM(CAST(IFF((
    "t3"."part0" + "t3"."whole0"
  ) = 2, 1, 0) AS BIGINT)) AS "part0",
  SUM("t3"."whole0") AS "whole0"
FROM (
  SELECT
    "t2"."period",
    "t2"."person",
    MAX(CAST(IFF("t2"."part" AND "t2"."s0", 1, 0) AS BIGINT)) AS "part0",
    MAX(CAST(IFF("t2"."whole" AND "t2"."s0", 1, 0) AS BIGINT)) AS "whole0"
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
    1,
    2
) AS "t3"
GROUP BY
  1
