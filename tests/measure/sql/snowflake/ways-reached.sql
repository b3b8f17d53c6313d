SELECT
  "t2"."place",
  COUNT(DISTINCT "t2"."person") AS "people"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t0"."person",
      "t0"."time",
      "t0"."event",
      TRUE AS "counts",
      IFF(
        TRUE AND "t0"."event" IN ('seen') AND TRUE,
        'seen',
        IFF(
          TRUE AND "t0"."event" IN ('tried') AND TRUE,
          'tried',
          IFF(
            TRUE AND "t0"."event" IN ('used') AND TRUE,
            'used',
            IFF(TRUE AND "t0"."event" IN ('paid') AND TRUE, 'goal', CAST(NULL AS VARCHAR))
          )
        )
      ) AS "place",
      IFF(
        TRUE AND "t0"."event" IN ('seen') AND TRUE,
        0,
        IFF(
          TRUE AND "t0"."event" IN ('tried') AND TRUE,
          1,
          IFF(
            TRUE AND "t0"."event" IN ('used') AND TRUE,
            2,
            IFF(TRUE AND "t0"."event" IN ('paid') AND TRUE, 3, CAST(NULL AS BIGINT))
          )
        )
      ) AS "number"
    FROM "log" AS "t0"
    WHERE
      TRUE AND "t0"."time" > TIMESTAMP_FROM_PARTS(2026, 1, 5, 0, 0, 0, 0)
  ) AS "t1"
  WHERE
    "t1"."place" IS NOT NULL
) AS "t2"
GROUP BY
  1
