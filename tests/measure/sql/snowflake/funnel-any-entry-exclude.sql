SELECT
  "t22"."period",
  SUM(CAST(IFF((
    "t22"."s0" = 1
  ) AND NOT (
    "t22"."is_over"
  ), 1, 0) AS BIGINT)) AS "p0",
  SUM(
    CAST(IFF(
      (
        "t22"."s0" = 1
      )
      AND (
        "t22"."is_over" AND (
          "t22"."excluded" = 0
        )
      )
      AND (
        "t22"."reached" >= 1
      ),
      1,
      0
    ) AS BIGINT)
  ) AS "n1_0",
  SUM(
    CAST(IFF(
      (
        "t22"."s0" = 1
      )
      AND (
        "t22"."is_over" AND (
          "t22"."excluded" = 0
        )
      )
      AND (
        "t22"."reached" >= 2
      ),
      1,
      0
    ) AS BIGINT)
  ) AS "n2_0",
  SUM(
    CAST(IFF(
      (
        "t22"."s0" = 1
      )
      AND (
        "t22"."is_over" AND (
          "t22"."excluded" = 0
        )
      )
      AND (
        "t22"."reached" >= 3
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
      "t20"."person",
      "t20"."t1",
      "t20"."s0",
      "t20"."closes",
      "t20"."t2",
      "t20"."t3",
      "t20"."reached",
      "t20"."last",
      "t20"."excluded",
      "t20"."place",
      IFF(
        (
          "t20"."t1" >= TIMESTAMP_FROM_PARTS(2025, 12, 31, 23, 0, 0, 0)
        )
        AND (
          "t20"."t1" < TIMESTAMP_FROM_PARTS(2026, 6, 30, 22, 0, 0, 0)
        ),
        IFF(
          "t20"."t1" < TIMESTAMP_FROM_PARTS(2026, 3, 31, 22, 0, 0, 0),
          IFF(
            "t20"."t1" < TIMESTAMP_FROM_PARTS(2026, 1, 31, 23, 0, 0, 0),
            0,
            IFF("t20"."t1" < TIMESTAMP_FROM_PARTS(2026, 2, 28, 23, 0, 0, 0), 1, 2)
          ),
          IFF(
            "t20"."t1" < TIMESTAMP_FROM_PARTS(2026, 4, 30, 22, 0, 0, 0),
            3,
            IFF("t20"."t1" < TIMESTAMP_FROM_PARTS(2026, 5, 31, 22, 0, 0, 0), 4, 5)
          )
        ),
        -1
      ) AS "period",
      "t20"."closes" <= TIMESTAMP_FROM_PARTS(2026, 4, 5, 0, 0, 0, 0) AS "is_over"
    FROM (
      SELECT
        "t19"."person",
        "t19"."t1",
        "t19"."s0",
        "t19"."closes",
        "t19"."t2",
        "t19"."t3",
        "t19"."reached",
        "t19"."last",
        "t19"."excluded",
        ROW_NUMBER() OVER (
          PARTITION BY "t19"."person"
          ORDER BY "t19"."excluded" ASC, IFF("t19"."excluded" = 1, 0, "t19"."reached") DESC NULLS LAST, "t19"."t1" ASC
        ) - 1 AS "place"
      FROM (
        SELECT
          "t18"."person",
          "t18"."t1",
          "t18"."s0",
          "t18"."closes",
          "t18"."t2",
          "t18"."t3",
          "t18"."reached",
          "t18"."last",
          MAX(CAST(IFF("t18"."e_time" IS NOT NULL, 1, 0) AS BIGINT)) AS "excluded"
        FROM (
          SELECT
            "t17"."person",
            "t17"."t1",
            "t17"."s0",
            "t17"."closes",
            "t17"."t2",
            "t17"."t3",
            "t17"."reached",
            "t17"."last",
            "t5"."e_person",
            "t5"."e_time"
          FROM (
            SELECT
              "t15"."person",
              "t15"."t1",
              "t15"."s0",
              "t15"."closes",
              "t15"."t2",
              "t15"."t3",
              0 + IFF("t15"."t1" IS NOT NULL, 1, 0) + IFF("t15"."t2" IS NOT NULL, 1, 0) + IFF("t15"."t3" IS NOT NULL, 1, 0) AS "reached",
              IFF(
                (
                  0 + IFF("t15"."t1" IS NOT NULL, 1, 0) + IFF("t15"."t2" IS NOT NULL, 1, 0) + IFF("t15"."t3" IS NOT NULL, 1, 0)
                ) = 3,
                IFF(
                  "t15"."t3" > IFF(
                    "t15"."t2" > IFF("t15"."t1" > "t15"."t1", "t15"."t1", "t15"."t1"),
                    "t15"."t2",
                    IFF("t15"."t1" > "t15"."t1", "t15"."t1", "t15"."t1")
                  ),
                  "t15"."t3",
                  IFF(
                    "t15"."t2" > IFF("t15"."t1" > "t15"."t1", "t15"."t1", "t15"."t1"),
                    "t15"."t2",
                    IFF("t15"."t1" > "t15"."t1", "t15"."t1", "t15"."t1")
                  )
                ),
                "t15"."closes"
              ) AS "last"
            FROM (
              SELECT
                "t14"."person",
                "t14"."t1",
                "t14"."s0",
                "t14"."closes",
                "t14"."t2",
                MIN("t14"."e_time") AS "t3"
              FROM (
                SELECT
                  "t13"."person",
                  "t13"."t1",
                  "t13"."s0",
                  "t13"."closes",
                  "t13"."t2",
                  "t6"."e_person",
                  "t6"."e_time"
                FROM (
                  SELECT
                    "t11"."person",
                    "t11"."t1",
                    "t11"."s0",
                    "t11"."closes",
                    MIN("t11"."e_time") AS "t2"
                  FROM (
                    SELECT
                      "t10"."person",
                      "t10"."t1",
                      "t10"."s0",
                      "t10"."closes",
                      "t7"."e_person",
                      "t7"."e_time"
                    FROM (
                      SELECT
                        "t8"."person",
                        "t8"."t1",
                        "t8"."s0",
                        DATEADD(SECOND, '1728000', "t8"."t1") AS "closes"
                      FROM (
                        SELECT
                          "t4"."person",
                          "t4"."time" AS "t1",
                          MAX(CAST(IFF("t4"."s0", 1, 0) AS BIGINT)) AS "s0"
                        FROM (
                          SELECT
                            "t0"."person",
                            "t0"."time",
                            "t0"."event",
                            TRUE AS "counts",
                            TRUE AND "t0"."event" IN ('seen') AND TRUE AS "m1",
                            TRUE AND "t0"."event" IN ('tried') AND TRUE AS "m2",
                            TRUE AND "t0"."event" IN ('paid') AND TRUE AS "m3",
                            TRUE AND "t0"."event" IN ('gone') AND TRUE AS "x",
                            TRUE AS "s0"
                          FROM "log" AS "t0"
                          WHERE
                            TRUE AND (
                              TRUE AND "t0"."event" IN ('seen') AND TRUE
                            )
                        ) AS "t4"
                        GROUP BY
                          1,
                          2
                      ) AS "t8"
                    ) AS "t10"
                    LEFT OUTER JOIN (
                      SELECT
                        "t0"."person" AS "e_person",
                        "t0"."time" AS "e_time"
                      FROM "log" AS "t0"
                      WHERE
                        TRUE AND (
                          TRUE AND "t0"."event" IN ('tried') AND TRUE
                        )
                    ) AS "t7"
                      ON "t10"."person" = "t7"."e_person"
                      AND "t7"."e_time" > "t10"."t1"
                      AND "t7"."e_time" <= "t10"."closes"
                  ) AS "t11"
                  GROUP BY
                    1,
                    2,
                    3,
                    4
                ) AS "t13"
                LEFT OUTER JOIN (
                  SELECT
                    "t0"."person" AS "e_person",
                    "t0"."time" AS "e_time"
                  FROM "log" AS "t0"
                  WHERE
                    TRUE AND (
                      TRUE AND "t0"."event" IN ('paid') AND TRUE
                    )
                ) AS "t6"
                  ON "t13"."person" = "t6"."e_person"
                  AND "t6"."e_time" > "t13"."t2"
                  AND "t6"."e_time" <= "t13"."closes"
              ) AS "t14"
              GROUP BY
                1,
                2,
                3,
                4,
                5
            ) AS "t15"
          ) AS "t17"
          LEFT OUTER JOIN (
            SELECT
              "t0"."person" AS "e_person",
              "t0"."time" AS "e_time"
            FROM "log" AS "t0"
            WHERE
              TRUE AND (
                TRUE AND "t0"."event" IN ('gone') AND TRUE
              )
          ) AS "t5"
            ON "t17"."person" = "t5"."e_person"
            AND "t5"."e_time" > "t17"."t1"
            AND "t5"."e_time" < "t17"."last"
        ) AS "t18"
        GROUP BY
          1,
          2,
          3,
          4,
          5,
          6,
          7,
          8
      ) AS "t19"
    ) AS "t20"
    WHERE
      "t20"."place" = 0
  ) AS "t21"
  WHERE
    "t21"."period" >= 0
) AS "t22"
GROUP BY
  1
