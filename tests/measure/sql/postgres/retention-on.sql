SELECT
  "t10"."period",
  SUM(
    CAST(CASE WHEN (
      "t10"."s0" = 1
    ) AND "t10"."is_over" THEN 1 ELSE 0 END AS BIGINT)
  ) AS "all0",
  SUM(
    CAST(CASE
      WHEN (
        "t10"."s0" = 1
      ) AND "t10"."is_over" AND (
        "t10"."came" > 0
      )
      THEN 1
      ELSE 0
    END AS BIGINT)
  ) AS "back0",
  SUM(
    CAST(CASE WHEN (
      "t10"."s0" = 1
    ) AND NOT (
      "t10"."is_over"
    ) THEN 1 ELSE 0 END AS BIGINT)
  ) AS "pending0"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t8"."person",
      "t8"."t1",
      "t8"."s0",
      "t8"."begins",
      "t8"."closes",
      "t8"."came",
      CASE
        WHEN (
          "t8"."t1" >= CAST('2025-12-31T23:00:00' AS TIMESTAMP)
        )
        AND (
          "t8"."t1" < CAST('2026-06-30T22:00:00' AS TIMESTAMP)
        )
        THEN CASE
          WHEN "t8"."t1" < CAST('2026-03-31T22:00:00' AS TIMESTAMP)
          THEN CASE
            WHEN "t8"."t1" < CAST('2026-01-31T23:00:00' AS TIMESTAMP)
            THEN 0
            ELSE CASE WHEN "t8"."t1" < CAST('2026-02-28T23:00:00' AS TIMESTAMP) THEN 1 ELSE 2 END
          END
          ELSE CASE
            WHEN "t8"."t1" < CAST('2026-04-30T22:00:00' AS TIMESTAMP)
            THEN 3
            ELSE CASE WHEN "t8"."t1" < CAST('2026-05-31T22:00:00' AS TIMESTAMP) THEN 4 ELSE 5 END
          END
        END
        ELSE -1
      END AS "period",
      "t8"."closes" <= CAST('2026-04-05T00:00:00' AS TIMESTAMP) AS "is_over"
    FROM (
      SELECT
        "t7"."person",
        "t7"."t1",
        "t7"."s0",
        "t7"."begins",
        "t7"."closes",
        COUNT("t7"."e_time") AS "came"
      FROM (
        SELECT
          "t6"."person",
          "t6"."t1",
          "t6"."s0",
          "t6"."begins",
          "t6"."closes",
          "t3"."e_person",
          "t3"."e_time"
        FROM (
          SELECT
            "t4"."person",
            "t4"."t1",
            1 AS "s0",
            "t4"."t1" + INTERVAL '604800 SECOND' AS "begins",
            "t4"."t1" + INTERVAL '691200 SECOND' AS "closes"
          FROM (
            SELECT
              "t2"."person",
              MIN("t2"."time") AS "t1"
            FROM (
              SELECT
                "t0"."person",
                "t0"."time",
                TRUE AND "t0"."event" IN ('tried') AND TRUE AS "starts",
                TRUE AND "t0"."event" IN ('used') AND TRUE AS "back",
                TRUE AS "s0"
              FROM "log" AS "t0"
              WHERE
                TRUE AND "t0"."event" IN ('tried') AND TRUE
            ) AS "t2"
            GROUP BY
              1
          ) AS "t4"
        ) AS "t6"
        LEFT OUTER JOIN (
          SELECT
            "t0"."person" AS "e_person",
            "t0"."time" AS "e_time"
          FROM "log" AS "t0"
          WHERE
            TRUE AND "t0"."event" IN ('used') AND TRUE
        ) AS "t3"
          ON "t6"."person" = "t3"."e_person"
          AND "t3"."e_time" > "t6"."t1"
          AND "t3"."e_time" >= "t6"."begins"
          AND "t3"."e_time" < "t6"."closes"
      ) AS "t7"
      GROUP BY
        1,
        2,
        3,
        4,
        5
    ) AS "t8"
  ) AS "t9"
  WHERE
    "t9"."period" >= 0
) AS "t10"
GROUP BY
  1
