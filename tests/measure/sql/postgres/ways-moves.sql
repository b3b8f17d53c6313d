WITH "t2" AS (
  SELECT
    "t1"."person",
    "t1"."time",
    "t1"."place",
    "t1"."number",
    LAG("t1"."number") OVER (
      PARTITION BY "t1"."person"
      ORDER BY "t1"."time" ASC, "t1"."number" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "before"
  FROM (
    SELECT
      "t0"."person",
      "t0"."time",
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
      TRUE
      AND "t0"."time" > CAST('2026-01-05T00:00:00' AS TIMESTAMP)
      AND (
        FALSE
        OR (
          TRUE AND "t0"."event" IN ('seen') AND TRUE
        )
        OR (
          TRUE AND "t0"."event" IN ('tried') AND TRUE
        )
        OR (
          TRUE AND "t0"."event" IN ('used') AND TRUE
        )
        OR (
          TRUE AND "t0"."event" IN ('paid') AND TRUE
        )
      )
  ) AS "t1"
)
SELECT
  *
FROM (
  SELECT
    CAST(NULL AS BIGINT) AS "before",
    CAST(NULL AS BIGINT) AS "number",
    "t12"."people",
    "t12"."of"
  FROM (
    SELECT
      SUM(CAST(CASE WHEN "t10"."returns" = 0 THEN 1 ELSE 0 END AS BIGINT)) AS "people",
      COUNT(*) AS "of"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t4"."person",
          COUNT(*) AS "steps",
          SUM(CAST(CASE WHEN "t4"."number" < "t4"."before" THEN 1 ELSE 0 END AS BIGINT)) AS "returns"
        FROM (
          SELECT
            *
          FROM "t2" AS "t3"
          WHERE
            (
              "t3"."before" IS NULL
            ) OR (
              "t3"."before" <> "t3"."number"
            )
        ) AS "t4"
        GROUP BY
          1
      ) AS "t7"
      WHERE
        "t7"."steps" > 1
    ) AS "t10"
  ) AS "t12"
) AS "t13"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t9"."before",
    "t9"."number",
    "t9"."people",
    CAST(NULL AS BIGINT) AS "of"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t5"."before",
        "t5"."number",
        COUNT(DISTINCT "t5"."person") AS "people"
      FROM (
        SELECT
          *
        FROM "t2" AS "t3"
        WHERE
          (
            (
              "t3"."before" IS NULL
            ) OR (
              "t3"."before" <> "t3"."number"
            )
          )
          AND "t3"."number" < "t3"."before"
      ) AS "t5"
      GROUP BY
        1,
        2
    ) AS "t6"
    ORDER BY
      "t6"."people" DESC NULLS LAST,
      "t6"."before" ASC,
      "t6"."number" ASC
    LIMIT 20
  ) AS "t9"
) AS "t11"
