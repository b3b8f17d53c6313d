WITH "t1" AS (
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
), "t3" AS (
  SELECT
    *
  FROM "t1" AS "t2"
  WHERE
    "t2"."place" IS NOT NULL
)
SELECT
  "t24"."number",
  "t24"."p0",
  "t24"."p1",
  "t24"."p2",
  "t24"."people",
  IFF(
    "t24"."number" = 2,
    'used',
    IFF("t24"."number" = 1, 'tried', IFF("t24"."number" = 0, 'seen', CAST(NULL AS VARCHAR)))
  ) AS "place"
FROM (
  SELECT
    "t23"."number",
    "t23"."p0",
    "t23"."p1",
    "t23"."p2",
    COUNT(DISTINCT "t23"."g_person") AS "people"
  FROM (
    SELECT
      "t13"."g_person",
      "t13"."left_at",
      "t13"."number",
      "t22"."j_person",
      "t22"."p0",
      "t22"."p1",
      "t22"."p2"
    FROM (
      SELECT
        "t11"."person" AS "g_person",
        "t11"."last" AS "left_at",
        MAX("t11"."number") AS "number"
      FROM (
        SELECT
          "t7"."person",
          "t7"."time",
          "t7"."event",
          "t7"."counts",
          "t7"."place",
          "t7"."number",
          "t10"."l_person",
          "t10"."last",
          "t10"."furthest"
        FROM "t3" AS "t7"
        INNER JOIN (
          SELECT
            *
          FROM (
            SELECT
              "t5"."person" AS "l_person",
              MAX("t5"."time") AS "last",
              MAX("t5"."number") AS "furthest"
            FROM "t3" AS "t5"
            GROUP BY
              1
          ) AS "t8"
          WHERE
            "t8"."last" <= TIMESTAMP_FROM_PARTS(2026, 3, 16, 0, 0, 0, 0)
            AND "t8"."furthest" < 3
        ) AS "t10"
          ON "t7"."person" = "t10"."l_person" AND "t7"."time" = "t10"."last"
      ) AS "t11"
      GROUP BY
        1,
        2
    ) AS "t13"
    LEFT OUTER JOIN (
      SELECT
        "t20"."person" AS "j_person",
        "t20"."p0",
        "t20"."p1",
        "t20"."p2"
      FROM (
        SELECT
          "t19"."person",
          MAX(IFF("t19"."at" = 0, "t19"."place", NULL)) AS "p0",
          MAX(IFF("t19"."at" = 1, "t19"."place", NULL)) AS "p1",
          MAX(IFF("t19"."at" = 2, "t19"."place", NULL)) AS "p2"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t17"."person",
              "t17"."number",
              "t17"."time",
              "t17"."place",
              "t17"."before",
              ROW_NUMBER() OVER (PARTITION BY "t17"."person" ORDER BY "t17"."time" ASC, "t17"."place" ASC) - 1 AS "at"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t15"."person",
                  "t15"."number",
                  "t15"."time",
                  "t15"."place",
                  LAG("t15"."place") OVER (PARTITION BY "t15"."person" ORDER BY "t15"."time" ASC, "t15"."place" ASC) AS "before"
                FROM (
                  SELECT
                    "t14"."g_person" AS "person",
                    "t14"."number",
                    "t14"."time",
                    "t14"."event" AS "place"
                  FROM (
                    SELECT
                      "t13"."g_person",
                      "t13"."left_at",
                      "t13"."number",
                      "t6"."person",
                      "t6"."time",
                      "t6"."event"
                    FROM (
                      SELECT
                        "t11"."person" AS "g_person",
                        "t11"."last" AS "left_at",
                        MAX("t11"."number") AS "number"
                      FROM (
                        SELECT
                          "t7"."person",
                          "t7"."time",
                          "t7"."event",
                          "t7"."counts",
                          "t7"."place",
                          "t7"."number",
                          "t10"."l_person",
                          "t10"."last",
                          "t10"."furthest"
                        FROM "t3" AS "t7"
                        INNER JOIN (
                          SELECT
                            *
                          FROM (
                            SELECT
                              "t5"."person" AS "l_person",
                              MAX("t5"."time") AS "last",
                              MAX("t5"."number") AS "furthest"
                            FROM "t3" AS "t5"
                            GROUP BY
                              1
                          ) AS "t8"
                          WHERE
                            "t8"."last" <= TIMESTAMP_FROM_PARTS(2026, 3, 16, 0, 0, 0, 0)
                            AND "t8"."furthest" < 3
                        ) AS "t10"
                          ON "t7"."person" = "t10"."l_person" AND "t7"."time" = "t10"."last"
                      ) AS "t11"
                      GROUP BY
                        1,
                        2
                    ) AS "t13"
                    LEFT OUTER JOIN (
                      SELECT
                        "t2"."person",
                        "t2"."time",
                        "t2"."event"
                      FROM "t1" AS "t2"
                      WHERE
                        "t2"."place" IS NULL
                    ) AS "t6"
                      ON "t13"."g_person" = "t6"."person"
                  ) AS "t14"
                  WHERE
                    COALESCE("t14"."time" > "t14"."left_at", FALSE)
                ) AS "t15"
              ) AS "t16"
              WHERE
                (
                  "t16"."before" IS NULL
                ) OR (
                  "t16"."before" <> "t16"."place"
                )
            ) AS "t17"
          ) AS "t18"
          WHERE
            "t18"."at" < 3
        ) AS "t19"
        GROUP BY
          1
      ) AS "t20"
    ) AS "t22"
      ON "t13"."g_person" = "t22"."j_person"
  ) AS "t23"
  GROUP BY
    1,
    2,
    3,
    4
) AS "t24"
ORDER BY
  "t24"."number" ASC,
  "t24"."people" DESC NULLS LAST,
  "t24"."p0" ASC,
  "t24"."p1" ASC,
  "t24"."p2" ASC
