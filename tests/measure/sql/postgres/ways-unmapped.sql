SELECT
  *
FROM (
  SELECT
    "t2"."event",
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
        CASE
          WHEN TRUE AND "t0"."event" IN ('seen') AND TRUE
          THEN 'seen'
          ELSE CASE
            WHEN TRUE AND "t0"."event" IN ('tried') AND TRUE
            THEN 'tried'
            ELSE CASE
              WHEN TRUE AND "t0"."event" IN ('used') AND TRUE
              THEN 'used'
              ELSE CASE
                WHEN TRUE AND "t0"."event" IN ('paid') AND TRUE
                THEN 'goal'
                ELSE CAST(NULL AS VARCHAR)
              END
            END
          END
        END AS "place",
        CASE
          WHEN TRUE AND "t0"."event" IN ('seen') AND TRUE
          THEN 0
          ELSE CASE
            WHEN TRUE AND "t0"."event" IN ('tried') AND TRUE
            THEN 1
            ELSE CASE
              WHEN TRUE AND "t0"."event" IN ('used') AND TRUE
              THEN 2
              ELSE CASE
                WHEN TRUE AND "t0"."event" IN ('paid') AND TRUE
                THEN 3
                ELSE CAST(NULL AS BIGINT)
              END
            END
          END
        END AS "number"
      FROM "log" AS "t0"
      WHERE
        TRUE AND "t0"."time" > CAST('2026-01-05T00:00:00' AS TIMESTAMP)
    ) AS "t1"
    WHERE
      "t1"."place" IS NULL
  ) AS "t2"
  GROUP BY
    1
) AS "t3"
ORDER BY
  "t3"."people" DESC NULLS LAST,
  "t3"."event" ASC
LIMIT 20
