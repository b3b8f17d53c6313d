SELECT
  "t20"."period",
  SUM(CAST(IFF((
    "t20"."s0" = 1
  ) AND NOT (
    "t20"."is_over"
  ), 1, 0) AS BIGINT)) AS "p0",
  SUM(
    CAST(IFF(
      (
        "t20"."s0" = 1
      )
      AND (
        "t20"."is_over" AND (
          "t20"."excluded" = 0
        )
      )
      AND (
        "t20"."reached" >= 1
      ),
      1,
      0
    ) AS BIGINT)
  ) AS "n1_0",
  SUM(
    CAST(IFF(
      (
        "t20"."s0" = 1
      )
      AND (
        "t20"."is_over" AND (
          "t20"."excluded" = 0
        )
      )
      AND (
        "t20"."reached" >= 2
      ),
      1,
      0
    ) AS BIGINT)
  ) AS "n2_0",
  SUM(
    CAST(IFF(
      (
        "t20"."s0" = 1
      )
      AND (
        "t20"."is_over" AND (
          "t20"."excluded" = 0
        )
      )
      AND (
        "t20"."reached" >= 3
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
      "t18"."person",
      "t18"."session",
      "t18"."t1",
      "t18"."s0",
      "t18"."held",
      "t18"."closes",
      "t18"."t2",
      "t18"."t3",
      0 + IFF("t18"."t1" IS NOT NULL, 1, 0) + IFF("t18"."t2" IS NOT NULL, 1, 0) + IFF("t18"."t3" IS NOT NULL, 1, 0) AS "reached",
      IFF(
        (
          0 + IFF("t18"."t1" IS NOT NULL, 1, 0) + IFF("t18"."t2" IS NOT NULL, 1, 0) + IFF("t18"."t3" IS NOT NULL, 1, 0)
        ) = 3,
        IFF(
          "t18"."t3" > IFF(
            "t18"."t2" > IFF("t18"."t1" > "t18"."t1", "t18"."t1", "t18"."t1"),
            "t18"."t2",
            IFF("t18"."t1" > "t18"."t1", "t18"."t1", "t18"."t1")
          ),
          "t18"."t3",
          IFF(
            "t18"."t2" > IFF("t18"."t1" > "t18"."t1", "t18"."t1", "t18"."t1"),
            "t18"."t2",
            IFF("t18"."t1" > "t18"."t1", "t18"."t1", "t18"."t1")
          )
        ),
        "t18"."closes"
      ) AS "last",
      0 AS "excluded",
      IFF(
        (
          "t18"."t1" >= TIMESTAMP_FROM_PARTS(2025, 12, 31, 23, 0, 0, 0)
        )
        AND (
          "t18"."t1" < TIMESTAMP_FROM_PARTS(2026, 6, 30, 22, 0, 0, 0)
        ),
        IFF(
          "t18"."t1" < TIMESTAMP_FROM_PARTS(2026, 3, 31, 22, 0, 0, 0),
          IFF(
            "t18"."t1" < TIMESTAMP_FROM_PARTS(2026, 1, 31, 23, 0, 0, 0),
            0,
            IFF("t18"."t1" < TIMESTAMP_FROM_PARTS(2026, 2, 28, 23, 0, 0, 0), 1, 2)
          ),
          IFF(
            "t18"."t1" < TIMESTAMP_FROM_PARTS(2026, 4, 30, 22, 0, 0, 0),
            3,
            IFF("t18"."t1" < TIMESTAMP_FROM_PARTS(2026, 5, 31, 22, 0, 0, 0), 4, 5)
          )
        ),
        -1
      ) AS "period",
      "t18"."closes" <= TIMESTAMP_FROM_PARTS(2026, 4, 5, 0, 0, 0, 0) AS "is_over"
    FROM (
      SELECT
        "t17"."person",
        "t17"."session",
        "t17"."t1",
        "t17"."s0",
        "t17"."held",
        "t17"."closes",
        "t17"."t2",
        MIN("t17"."e_time") AS "t3"
      FROM (
        SELECT
          "t16"."person",
          "t16"."session",
          "t16"."t1",
          "t16"."s0",
          "t16"."held",
          "t16"."closes",
          "t16"."t2",
          "t5"."e_person",
          "t5"."e_session",
          "t5"."e_held",
          "t5"."e_time"
        FROM (
          SELECT
            "t14"."person",
            "t14"."session",
            "t14"."t1",
            "t14"."s0",
            "t14"."held",
            "t14"."closes",
            MIN("t14"."e_time") AS "t2"
          FROM (
            SELECT
              "t13"."person",
              "t13"."session",
              "t13"."t1",
              "t13"."s0",
              "t13"."held",
              "t13"."closes",
              "t6"."e_person",
              "t6"."e_session",
              "t6"."e_held",
              "t6"."e_time"
            FROM (
              SELECT
                "t11"."person",
                "t11"."session",
                "t11"."t1",
                "t11"."s0",
                "t11"."held",
                DATEADD(SECOND, '1728000', "t11"."t1") AS "closes"
              FROM (
                SELECT
                  "t10"."person",
                  "t10"."session",
                  "t10"."t1",
                  MAX(CAST(IFF("t10"."e_s0", 1, 0) AS BIGINT)) AS "s0",
                  MIN("t10"."e_held") AS "held"
                FROM (
                  SELECT
                    "t9"."person",
                    "t9"."session",
                    "t9"."t1",
                    "t7"."e_person",
                    "t7"."e_session",
                    "t7"."e_time",
                    "t7"."e_s0",
                    "t7"."e_held"
                  FROM (
                    SELECT
                      "t3"."person",
                      "t3"."session",
                      MIN("t3"."time") AS "t1"
                    FROM (
                      SELECT
                        "t0"."person",
                        "t0"."session",
                        "t0"."time",
                        "t0"."event",
                        TRUE AS "counts",
                        TRUE AND "t0"."event" IN ('seen') AND TRUE AS "m1",
                        TRUE AND "t0"."event" IN ('tried') AND TRUE AS "m2",
                        TRUE AND "t0"."event" IN ('paid') AND TRUE AS "m3",
                        "t0"."order" AS "held",
                        TRUE AS "s0"
                      FROM "log" AS "t0"
                      WHERE
                        TRUE
                        AND "t0"."session" IS NOT NULL
                        AND (
                          TRUE AND "t0"."event" IN ('seen') AND TRUE
                        )
                        AND "t0"."order" IS NOT NULL
                    ) AS "t3"
                    GROUP BY
                      1,
                      2
                  ) AS "t9"
                  INNER JOIN (
                    SELECT
                      "t0"."person" AS "e_person",
                      "t0"."session" AS "e_session",
                      "t0"."time" AS "e_time",
                      TRUE AS "e_s0",
                      "t0"."order" AS "e_held"
                    FROM "log" AS "t0"
                    WHERE
                      TRUE
                      AND "t0"."session" IS NOT NULL
                      AND (
                        TRUE AND "t0"."event" IN ('seen') AND TRUE
                      )
                      AND "t0"."order" IS NOT NULL
                  ) AS "t7"
                    ON "t9"."person" = "t7"."e_person"
                    AND "t9"."session" = "t7"."e_session"
                    AND "t7"."e_time" = "t9"."t1"
                ) AS "t10"
                GROUP BY
                  1,
                  2,
                  3
              ) AS "t11"
            ) AS "t13"
            LEFT OUTER JOIN (
              SELECT
                "t0"."person" AS "e_person",
                "t0"."session" AS "e_session",
                "t0"."order" AS "e_held",
                "t0"."time" AS "e_time"
              FROM "log" AS "t0"
              WHERE
                TRUE
                AND "t0"."session" IS NOT NULL
                AND (
                  TRUE AND "t0"."event" IN ('tried') AND TRUE
                )
            ) AS "t6"
              ON "t13"."person" = "t6"."e_person"
              AND "t13"."session" = "t6"."e_session"
              AND "t13"."held" = "t6"."e_held"
              AND DATEADD(SECOND, '2', "t6"."e_time") > "t13"."t1"
              AND "t6"."e_time" <= "t13"."closes"
          ) AS "t14"
          GROUP BY
            1,
            2,
            3,
            4,
            5,
            6
        ) AS "t16"
        LEFT OUTER JOIN (
          SELECT
            "t0"."person" AS "e_person",
            "t0"."session" AS "e_session",
            "t0"."order" AS "e_held",
            "t0"."time" AS "e_time"
          FROM "log" AS "t0"
          WHERE
            TRUE
            AND "t0"."session" IS NOT NULL
            AND (
              TRUE AND "t0"."event" IN ('paid') AND TRUE
            )
        ) AS "t5"
          ON "t16"."person" = "t5"."e_person"
          AND "t16"."session" = "t5"."e_session"
          AND "t16"."held" = "t5"."e_held"
          AND DATEADD(SECOND, '2', "t5"."e_time") > "t16"."t2"
          AND "t5"."e_time" <= "t16"."closes"
      ) AS "t17"
      GROUP BY
        1,
        2,
        3,
        4,
        5,
        6,
        7
    ) AS "t18"
  ) AS "t19"
  WHERE
    "t19"."period" >= 0
) AS "t20"
GROUP BY
  1
