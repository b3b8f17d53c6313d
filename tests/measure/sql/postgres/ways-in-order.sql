SELECT
  SUM(CAST(CASE WHEN "t6"."returns" = 0 THEN 1 ELSE 0 END AS BIGINT)) AS "people",
  COUNT(*) AS "of"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t4"."person",
      COUNT(*) AS "steps",
      SUM(CAST(CASE WHEN "t4"."number" < "t4"."before" THEN 1 ELSE 0 END AS BIGINT)) AS "returns",
      MIN("t4"."number") AS "begins"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t2"."person",
          "t2"."time",
          "t2"."event",
          "t2"."counts",
          "t2"."place",
          "t2"."number",
          LAG("t2"."number") OVER (
            PARTITION BY "t2"."person"
            ORDER BY "t2"."time" ASC, "t2"."number" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) AS "before"
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
            "t1"."place" IS NOT NULL
        ) AS "t2"
      ) AS "t3"
      WHERE
        (
          "t3"."before" IS NULL
        ) OR (
          "t3"."before" <> "t3"."number"
        )
    ) AS "t4"
    GROUP BY
      1
  ) AS "t5"
  WHERE
    "t5"."steps" > 1
) AS "t6"
