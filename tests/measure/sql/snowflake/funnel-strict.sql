WITH "t2" AS (
  SELECT
    "t1"."person",
    "t1"."time",
    "t1"."event",
    "t1"."counts",
    "t1"."m1",
    "t1"."m2",
    "t1"."m3",
    "t1"."s0",
    ROW_NUMBER() OVER (PARTITION BY "t1"."person" ORDER BY "t1"."time" ASC, "t1"."event" ASC) - 1 AS "n"
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
      TRUE
  ) AS "t1"
)
SELECT
  "t18"."period",
  SUM(CAST(IFF((
    "t18"."s0" = 1
  ) AND NOT (
    "t18"."is_over"
  ), 1, 0) AS BIGINT)) AS "p0",
  SUM(
    CAST(IFF(
      (
        "t18"."s0" = 1
      )
      AND (
        "t18"."is_over" AND (
          "t18"."excluded" = 0
        )
      )
      AND (
        "t18"."reached" >= 1
      ),
      1,
      0
    ) AS BIGINT)
  ) AS "n1_0",
  SUM(
    CAST(IFF(
      (
        "t18"."s0" = 1
      )
      AND (
        "t18"."is_over" AND (
          "t18"."excluded" = 0
        )
      )
      AND (
        "t18"."reached" >= 2
      ),
      1,
      0
    ) AS BIGINT)
  ) AS "n2_0",
  SUM(
    CAST(IFF(
      (
        "t18"."s0" = 1
      )
      AND (
        "t18"."is_over" AND (
          "t18"."excluded" = 0
        )
      )
      AND (
        "t18"."reached" >= 3
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
      "t16"."person",
      "t16"."t1",
      "t16"."n1",
      "t16"."s0",
      "t16"."closes",
      "t16"."t2",
      "t16"."n2",
      "t16"."t3",
      "t16"."n3",
      0 + IFF("t16"."t1" IS NOT NULL, 1, 0) + IFF("t16"."t2" IS NOT NULL, 1, 0) + IFF("t16"."t3" IS NOT NULL, 1, 0) AS "reached",
      IFF(
        (
          0 + IFF("t16"."t1" IS NOT NULL, 1, 0) + IFF("t16"."t2" IS NOT NULL, 1, 0) + IFF("t16"."t3" IS NOT NULL, 1, 0)
        ) = 3,
        IFF(
          "t16"."t3" > IFF(
            "t16"."t2" > IFF("t16"."t1" > "t16"."t1", "t16"."t1", "t16"."t1"),
            "t16"."t2",
            IFF("t16"."t1" > "t16"."t1", "t16"."t1", "t16"."t1")
          ),
          "t16"."t3",
          IFF(
            "t16"."t2" > IFF("t16"."t1" > "t16"."t1", "t16"."t1", "t16"."t1"),
            "t16"."t2",
            IFF("t16"."t1" > "t16"."t1", "t16"."t1", "t16"."t1")
          )
        ),
        "t16"."closes"
      ) AS "last",
      0 AS "excluded",
      IFF(
        (
          "t16"."t1" >= TIMESTAMP_FROM_PARTS(2025, 12, 31, 23, 0, 0, 0)
        )
        AND (
          "t16"."t1" < TIMESTAMP_FROM_PARTS(2026, 6, 30, 22, 0, 0, 0)
        ),
        IFF(
          "t16"."t1" < TIMESTAMP_FROM_PARTS(2026, 3, 31, 22, 0, 0, 0),
          IFF(
            "t16"."t1" < TIMESTAMP_FROM_PARTS(2026, 1, 31, 23, 0, 0, 0),
            0,
            IFF("t16"."t1" < TIMESTAMP_FROM_PARTS(2026, 2, 28, 23, 0, 0, 0), 1, 2)
          ),
          IFF(
            "t16"."t1" < TIMESTAMP_FROM_PARTS(2026, 4, 30, 22, 0, 0, 0),
            3,
            IFF("t16"."t1" < TIMESTAMP_FROM_PARTS(2026, 5, 31, 22, 0, 0, 0), 4, 5)
          )
        ),
        -1
      ) AS "period",
      "t16"."closes" <= TIMESTAMP_FROM_PARTS(2026, 4, 5, 0, 0, 0, 0) AS "is_over"
    FROM (
      SELECT
        "t15"."person",
        "t15"."t1",
        "t15"."n1",
        "t15"."s0",
        "t15"."closes",
        "t15"."t2",
        "t15"."n2",
        MIN("t15"."e_time") AS "t3",
        MIN("t15"."e_n") AS "n3"
      FROM (
        SELECT
          "t14"."person",
          "t14"."t1",
          "t14"."n1",
          "t14"."s0",
          "t14"."closes",
          "t14"."t2",
          "t14"."n2",
          "t7"."e_person",
          "t7"."e_time",
          "t7"."e_n"
        FROM (
          SELECT
            "t12"."person",
            "t12"."t1",
            "t12"."n1",
            "t12"."s0",
            "t12"."closes",
            MIN("t12"."e_time") AS "t2",
            MIN("t12"."e_n") AS "n2"
          FROM (
            SELECT
              "t11"."person",
              "t11"."t1",
              "t11"."n1",
              "t11"."s0",
              "t11"."closes",
              "t8"."e_person",
              "t8"."e_time",
              "t8"."e_n"
            FROM (
              SELECT
                "t9"."person",
                "t9"."t1",
                "t9"."n1",
                1 AS "s0",
                DATEADD(SECOND, '1728000', "t9"."t1") AS "closes"
              FROM (
                SELECT
                  "t6"."person",
                  MIN("t6"."time") AS "t1",
                  MIN("t6"."n") AS "n1"
                FROM (
                  SELECT
                    *
                  FROM "t2" AS "t3"
                  WHERE
                    "t3"."m1"
                ) AS "t6"
                GROUP BY
                  1
              ) AS "t9"
            ) AS "t11"
            LEFT OUTER JOIN (
              SELECT
                "t3"."person" AS "e_person",
                "t3"."time" AS "e_time",
                "t3"."n" AS "e_n"
              FROM "t2" AS "t3"
              WHERE
                "t3"."m2"
            ) AS "t8"
              ON "t11"."person" = "t8"."e_person"
              AND "t8"."e_n" = (
                "t11"."n1" + 1
              )
              AND "t8"."e_time" <= "t11"."closes"
          ) AS "t12"
          GROUP BY
            1,
            2,
            3,
            4,
            5
        ) AS "t14"
        LEFT OUTER JOIN (
          SELECT
            "t3"."person" AS "e_person",
            "t3"."time" AS "e_time",
            "t3"."n" AS "e_n"
          FROM "t2" AS "t3"
          WHERE
            "t3"."m3"
        ) AS "t7"
          ON "t14"."person" = "t7"."e_person"
          AND "t7"."e_n" = (
            "t14"."n2" + 1
          )
          AND "t7"."e_time" <= "t14"."closes"
      ) AS "t15"
      GROUP BY
        1,
        2,
        3,
        4,
        5,
        6,
        7
    ) AS "t16"
  ) AS "t17"
  WHERE
    "t17"."period" >= 0
) AS "t18"
GROUP BY
  1
