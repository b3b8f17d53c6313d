SELECT
  "t15"."period",
  SUM(CAST(IFF((
    "t15"."s0" = 1
  ) AND NOT (
    "t15"."is_over"
  ), 1, 0) AS BIGINT)) AS "p0",
  SUM(
    CAST(IFF(
      (
        "t15"."s0" = 1
      )
      AND (
        "t15"."is_over" AND (
          "t15"."excluded" = 0
        )
      )
      AND (
        "t15"."reached" >= 1
      ),
      1,
      0
    ) AS BIGINT)
  ) AS "n1_0",
  SUM(
    CAST(IFF(
      (
        "t15"."s0" = 1
      )
      AND (
        "t15"."is_over" AND (
          "t15"."excluded" = 0
        )
      )
      AND (
        "t15"."reached" >= 2
      ),
      1,
      0
    ) AS BIGINT)
  ) AS "n2_0",
  SUM(
    CAST(IFF(
      (
        "t15"."s0" = 1
      )
      AND (
        "t15"."is_over" AND (
          "t15"."excluded" = 0
        )
      )
      AND (
        "t15"."reached" >= 3
      ),
      1,
      0
    ) AS BIGINT)
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
      0 + IFF("t13"."t1" IS NOT NULL, 1, 0) + IFF("t13"."t2" IS NOT NULL, 1, 0) + IFF("t13"."t3" IS NOT NULL, 1, 0) AS "reached",
      IFF(
        (
          0 + IFF("t13"."t1" IS NOT NULL, 1, 0) + IFF("t13"."t2" IS NOT NULL, 1, 0) + IFF("t13"."t3" IS NOT NULL, 1, 0)
        ) = 3,
        IFF(
          "t13"."t3" > IFF(
            "t13"."t2" > IFF("t13"."t1" > "t13"."t1", "t13"."t1", "t13"."t1"),
            "t13"."t2",
            IFF("t13"."t1" > "t13"."t1", "t13"."t1", "t13"."t1")
          ),
          "t13"."t3",
          IFF(
            "t13"."t2" > IFF("t13"."t1" > "t13"."t1", "t13"."t1", "t13"."t1"),
            "t13"."t2",
            IFF("t13"."t1" > "t13"."t1", "t13"."t1", "t13"."t1")
          )
        ),
        "t13"."closes"
      ) AS "last",
      0 AS "excluded",
      IFF(
        (
          "t13"."t1" >= TIMESTAMP_FROM_PARTS(2025, 12, 31, 23, 0, 0, 0)
        )
        AND (
          "t13"."t1" < TIMESTAMP_FROM_PARTS(2026, 6, 30, 22, 0, 0, 0)
        ),
        IFF(
          "t13"."t1" < TIMESTAMP_FROM_PARTS(2026, 3, 31, 22, 0, 0, 0),
          IFF(
            "t13"."t1" < TIMESTAMP_FROM_PARTS(2026, 1, 31, 23, 0, 0, 0),
            0,
            IFF("t13"."t1" < TIMESTAMP_FROM_PARTS(2026, 2, 28, 23, 0, 0, 0), 1, 2)
          ),
          IFF(
            "t13"."t1" < TIMESTAMP_FROM_PARTS(2026, 4, 30, 22, 0, 0, 0),
            3,
            IFF("t13"."t1" < TIMESTAMP_FROM_PARTS(2026, 5, 31, 22, 0, 0, 0), 4, 5)
          )
        ),
        -1
      ) AS "period",
      "t13"."closes" <= TIMESTAMP_FROM_PARTS(2026, 4, 5, 0, 0, 0, 0) AS "is_over"
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
                DATEADD(SECOND, '1728000', "t6"."t1") AS "closes"
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
