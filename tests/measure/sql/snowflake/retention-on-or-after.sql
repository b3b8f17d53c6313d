SELECT
  "t10"."period",
  SUM(CAST(IFF((
    "t10"."s0" = 1
  ) AND "t10"."is_over", 1, 0) AS BIGINT)) AS "all0",
  SUM(
    CAST(IFF((
      "t10"."s0" = 1
    ) AND "t10"."is_over" AND (
      "t10"."came" > 0
    ), 1, 0) AS BIGINT)
  ) AS "back0",
  SUM(CAST(IFF((
    "t10"."s0" = 1
  ) AND NOT (
    "t10"."is_over"
  ), 1, 0) AS BIGINT)) AS "pending0"
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
      IFF(
        (
          "t8"."t1" >= TIMESTAMP_FROM_PARTS(2025, 12, 31, 23, 0, 0, 0)
        )
        AND (
          "t8"."t1" < TIMESTAMP_FROM_PARTS(2026, 6, 30, 22, 0, 0, 0)
        ),
        IFF(
          "t8"."t1" < TIMESTAMP_FROM_PARTS(2026, 3, 31, 22, 0, 0, 0),
          IFF(
            "t8"."t1" < TIMESTAMP_FROM_PARTS(2026, 1, 31, 23, 0, 0, 0),
            0,
            IFF("t8"."t1" < TIMESTAMP_FROM_PARTS(2026, 2, 28, 23, 0, 0, 0), 1, 2)
          ),
          IFF(
            "t8"."t1" < TIMESTAMP_FROM_PARTS(2026, 4, 30, 22, 0, 0, 0),
            3,
            IFF("t8"."t1" < TIMESTAMP_FROM_PARTS(2026, 5, 31, 22, 0, 0, 0), 4, 5)
          )
        ),
        -1
      ) AS "period",
      "t8"."closes" <= TIMESTAMP_FROM_PARTS(2026, 4, 5, 0, 0, 0, 0) AS "is_over"
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
            DATEADD(SECOND, '604800', "t4"."t1") AS "begins",
            DATEADD(SECOND, '691200', "t4"."t1") AS "closes"
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
