WITH "t1" AS (
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
)
SELECT
  *
FROM (
  SELECT
    "t14"."p0",
    "t14"."p1",
    "t14"."p2",
    "t14"."p3",
    "t14"."p4",
    "t14"."p5",
    COUNT(DISTINCT "t14"."person") AS "people"
  FROM (
    SELECT
      "t13"."person",
      MAX(CASE WHEN "t13"."at" = 0 THEN "t13"."place" ELSE NULL END) AS "p0",
      MAX(CASE WHEN "t13"."at" = 1 THEN "t13"."place" ELSE NULL END) AS "p1",
      MAX(CASE WHEN "t13"."at" = 2 THEN "t13"."place" ELSE NULL END) AS "p2",
      MAX(CASE WHEN "t13"."at" = 3 THEN "t13"."place" ELSE NULL END) AS "p3",
      MAX(CASE WHEN "t13"."at" = 4 THEN "t13"."place" ELSE NULL END) AS "p4",
      MAX(CASE WHEN "t13"."at" = 5 THEN "t13"."place" ELSE NULL END) AS "p5"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t11"."person",
          "t11"."time",
          "t11"."number",
          "t11"."place",
          "t11"."before",
          ROW_NUMBER() OVER (
            PARTITION BY "t11"."person"
            ORDER BY "t11"."time" DESC NULLS LAST, "t11"."number" DESC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "at"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t9"."person",
              "t9"."time",
              "t9"."number",
              "t9"."place",
              LAG("t9"."number") OVER (
                PARTITION BY "t9"."person"
                ORDER BY "t9"."time" ASC, "t9"."number" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "before"
            FROM (
              SELECT
                "t8"."person",
                "t8"."time",
                "t8"."number",
                "t8"."place"
              FROM (
                SELECT
                  "t5"."person",
                  "t5"."time",
                  "t5"."event",
                  "t5"."counts",
                  "t5"."place",
                  "t5"."number",
                  "t7"."g_person",
                  "t7"."goal"
                FROM (
                  SELECT
                    *
                  FROM "t1" AS "t2"
                  WHERE
                    "t2"."place" IS NOT NULL AND "t2"."number" < 3
                ) AS "t5"
                INNER JOIN (
                  SELECT
                    "t4"."person" AS "g_person",
                    MIN("t4"."time") AS "goal"
                  FROM (
                    SELECT
                      *
                    FROM "t1" AS "t2"
                    WHERE
                      "t2"."place" IS NOT NULL AND "t2"."number" = 3
                  ) AS "t4"
                  GROUP BY
                    1
                ) AS "t7"
                  ON "t5"."person" = "t7"."g_person"
              ) AS "t8"
              WHERE
                "t8"."time" <= "t8"."goal"
                AND (
                  "t8"."time" + INTERVAL '1728000 SECOND'
                ) >= "t8"."goal"
            ) AS "t9"
          ) AS "t10"
          WHERE
            (
              "t10"."before" IS NULL
            ) OR (
              "t10"."before" <> "t10"."number"
            )
        ) AS "t11"
      ) AS "t12"
      WHERE
        "t12"."at" < 6
    ) AS "t13"
    GROUP BY
      1
  ) AS "t14"
  GROUP BY
    1,
    2,
    3,
    4,
    5,
    6
) AS "t15"
ORDER BY
  "t15"."people" DESC NULLS LAST,
  "t15"."p0" ASC,
  "t15"."p1" ASC,
  "t15"."p2" ASC,
  "t15"."p3" ASC,
  "t15"."p4" ASC,
  "t15"."p5" ASC
LIMIT 20
