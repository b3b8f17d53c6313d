SELECT
  "t15"."period",
  SUM(
    CAST(CASE WHEN (
      "t15"."s0" = 1
    ) AND NOT (
      "t15"."is_over"
    ) THEN 1 ELSE 0 END AS BIGINT)
  ) AS "p0",
  SUM(
    CAST(CASE
      WHEN (
        "t15"."s0" = 1
      )
      AND (
        "t15"."is_over" AND (
          "t15"."excluded" = 0
        )
      )
      AND (
        "t15"."reached" >= 1
      )
      THEN 1
      ELSE 0
    END AS BIGINT)
  ) AS "n1_0",
  SUM(
    CAST(CASE
      WHEN (
        "t15"."s0" = 1
      )
      AND (
        "t15"."is_over" AND (
          "t15"."excluded" = 0
        )
      )
      AND (
        "t15"."reached" >= 2
      )
      THEN 1
      ELSE 0
    END AS BIGINT)
  ) AS "n2_0",
  SUM(
    CAST(CASE
      WHEN (
        "t15"."s0" = 1
      )
      AND (
        "t15"."is_over" AND (
          "t15"."excluded" = 0
        )
      )
      AND (
        "t15"."reached" >= 3
      )
      THEN 1
      ELSE 0
    END AS BIGINT)
  ) AS "n3_0"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t13"."person",
      "t13"."t1",
      "t13"."s0",
      "t13"."closes",
      "t13"."t2",
      "t13"."t3",
      0 + CASE WHEN "t13"."t1" IS NOT NULL THEN 1 ELSE 0 END + CASE WHEN "t13"."t2" IS NOT NULL THEN 1 ELSE 0 END + CASE WHEN "t13"."t3" IS NOT NULL THEN 1 ELSE 0 END AS "reached",
      CASE
        WHEN (
          0 + CASE WHEN "t13"."t1" IS NOT NULL THEN 1 ELSE 0 END + CASE WHEN "t13"."t2" IS NOT NULL THEN 1 ELSE 0 END + CASE WHEN "t13"."t3" IS NOT NULL THEN 1 ELSE 0 END
        ) = 3
        THEN CASE
          WHEN "t13"."t3" > CASE
            WHEN "t13"."t2" > CASE WHEN "t13"."t1" > "t13"."t1" THEN "t13"."t1" ELSE "t13"."t1" END
            THEN "t13"."t2"
            ELSE CASE WHEN "t13"."t1" > "t13"."t1" THEN "t13"."t1" ELSE "t13"."t1" END
          END
          THEN "t13"."t3"
          ELSE CASE
            WHEN "t13"."t2" > CASE WHEN "t13"."t1" > "t13"."t1" THEN "t13"."t1" ELSE "t13"."t1" END
            THEN "t13"."t2"
            ELSE CASE WHEN "t13"."t1" > "t13"."t1" THEN "t13"."t1" ELSE "t13"."t1" END
          END
        END
        ELSE "t13"."closes"
      END AS "last",
      0 AS "excluded",
      CASE
        WHEN (
          "t13"."t1" >= CAST('2025-12-31T23:00:00' AS TIMESTAMP)
        )
        AND (
          "t13"."t1" < CAST('2026-06-30T22:00:00' AS TIMESTAMP)
        )
        THEN CASE
          WHEN "t13"."t1" < CAST('2026-03-31T22:00:00' AS TIMESTAMP)
          THEN CASE
            WHEN "t13"."t1" < CAST('2026-01-31T23:00:00' AS TIMESTAMP)
            THEN 0
            ELSE CASE WHEN "t13"."t1" < CAST('2026-02-28T23:00:00' AS TIMESTAMP) THEN 1 ELSE 2 END
          END
          ELSE CASE
            WHEN "t13"."t1" < CAST('2026-04-30T22:00:00' AS TIMESTAMP)
            THEN 3
            ELSE CASE WHEN "t13"."t1" < CAST('2026-05-31T22:00:00' AS TIMESTAMP) THEN 4 ELSE 5 END
          END
        END
        ELSE -1
      END AS "period",
      "t13"."closes" <= CAST('2026-04-05T00:00:00' AS TIMESTAMP) AS "is_over"
    FROM (
      SELECT
        "t12"."person",
        "t12"."t1",
        "t12"."s0",
        "t12"."closes",
        "t12"."t2",
        MIN("t12"."e_time") AS "t3"
      FROM (
        SELECT
          "t11"."person",
          "t11"."t1",
          "t11"."s0",
          "t11"."closes",
          "t11"."t2",
          "t4"."e_person",
          "t4"."e_time"
        FROM (
          SELECT
            "t9"."person",
            "t9"."t1",
            "t9"."s0",
            "t9"."closes",
            MIN("t9"."e_time") AS "t2"
          FROM (
            SELECT
              "t8"."person",
              "t8"."t1",
              "t8"."s0",
              "t8"."closes",
              "t5"."e_person",
              "t5"."e_time"
            FROM (
              SELECT
                "t6"."person",
                "t6"."t1",
                1 AS "s0",
                "t6"."t1" + INTERVAL '1728000 SECOND' AS "closes"
              FROM (
                SELECT
                  "t3"."person",
                  MIN("t3"."time") AS "t1"
                FROM (
                  SELECT
                    "t0"."person",
                    "t0"."time",
                    "t0"."event",
                    TRUE AS "counts",
                    TRUE AND "t0"."event" IN ('seen') AND TRUE AS "m1",
                    TRUE AND "t0"."event" IN ('tried') AND TRUE AS "m2",
                    TRUE AND "t0"."event" IN ('paid') AND TRUE AS "m3",
                    TRUE AS "s0"
                  FROM "log" AS "t0"
                  WHERE
                    TRUE AND (
                      TRUE AND "t0"."event" IN ('seen') AND TRUE
                    )
                ) AS "t3"
                GROUP BY
                  1
              ) AS "t6"
            ) AS "t8"
            LEFT OUTER JOIN (
              SELECT
                "t0"."person" AS "e_person",
                "t0"."time" AS "e_time"
              FROM "log" AS "t0"
              WHERE
                TRUE AND (
                  TRUE AND "t0"."event" IN ('tried') AND TRUE
                )
            ) AS "t5"
              ON "t8"."person" = "t5"."e_person"
              AND "t5"."e_time" > "t8"."t1"
              AND "t5"."e_time" <= "t8"."closes"
          ) AS "t9"
          GROUP BY
            1,
            2,
            3,
            4
        ) AS "t11"
        LEFT OUTER JOIN (
          SELECT
            "t0"."person" AS "e_person",
            "t0"."time" AS "e_time"
          FROM "log" AS "t0"
          WHERE
            TRUE AND (
              TRUE AND "t0"."event" IN ('paid') AND TRUE
            )
        ) AS "t4"
          ON "t11"."person" = "t4"."e_person"
          AND "t4"."e_time" > "t11"."t2"
          AND "t4"."e_time" <= "t11"."closes"
      ) AS "t12"
      GROUP BY
        1,
        2,
        3,
        4,
        5
    ) AS "t13"
  ) AS "t14"
  WHERE
    "t14"."period" >= 0
) AS "t15"
GROUP BY
  1
