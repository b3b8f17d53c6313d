WITH "t12" AS (
  SELECT
    "t11"."person",
    "t11"."t1",
    "t11"."s0",
    "t11"."t2",
    "t11"."period",
    "t11"."is_over",
    "t11"."started",
    "t11"."ended",
    "t11"."started_local",
    "t11"."ended_local",
    CAST(FLOOR((
      "t11"."started_local"
    ) / (
      86400
    )) AS BIGINT) AS "started_day",
    CAST(FLOOR((
      "t11"."ended_local"
    ) / (
      86400
    )) AS BIGINT) AS "ended_day"
  FROM (
    SELECT
      "t10"."person",
      "t10"."t1",
      "t10"."s0",
      "t10"."t2",
      "t10"."period",
      "t10"."is_over",
      "t10"."started",
      "t10"."ended",
      "t10"."started" + IFF(
        "t10"."started" < 1774746000,
        IFF("t10"."started" < 1761440400, IFF("t10"."started" < 1743296400, 3600, 7200), 3600),
        IFF("t10"."started" < 1792890000, 7200, 3600)
      ) AS "started_local",
      "t10"."ended" + IFF(
        "t10"."ended" < 1774746000,
        IFF("t10"."ended" < 1761440400, IFF("t10"."ended" < 1743296400, 3600, 7200), 3600),
        IFF("t10"."ended" < 1792890000, 7200, 3600)
      ) AS "ended_local"
    FROM (
      SELECT
        "t9"."person",
        "t9"."t1",
        "t9"."s0",
        "t9"."t2",
        "t9"."period",
        "t9"."is_over",
        CAST(DATE_PART('epoch', DATE_TRUNC('SECOND', "t9"."t1")) AS BIGINT) AS "started",
        CAST(DATE_PART('epoch', DATE_TRUNC('SECOND', "t9"."t2")) AS BIGINT) AS "ended"
      FROM (
        SELECT
          "t8"."person",
          "t8"."t1",
          "t8"."s0",
          "t8"."t2",
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
          DATEADD(SECOND, '2592000', "t8"."t1") <= TIMESTAMP_FROM_PARTS(2026, 4, 5, 0, 0, 0, 0) AS "is_over"
        FROM (
          SELECT
            "t7"."person",
            "t7"."t1",
            "t7"."s0",
            MIN("t7"."e_time") AS "t2"
          FROM (
            SELECT
              "t6"."person",
              "t6"."t1",
              "t6"."s0",
              "t3"."e_person",
              "t3"."e_time"
            FROM (
              SELECT
                "t4"."person",
                "t4"."t1",
                1 AS "s0"
              FROM (
                SELECT
                  "t2"."person",
                  MIN("t2"."time") AS "t1"
                FROM (
                  SELECT
                    "t0"."person",
                    "t0"."time",
                    TRUE AND "t0"."event" IN ('seen') AND TRUE AS "starts",
                    TRUE AND "t0"."event" IN ('paid') AND TRUE AS "ends",
                    TRUE AS "s0"
                  FROM "log" AS "t0"
                  WHERE
                    TRUE AND "t0"."event" IN ('seen') AND TRUE
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
                TRUE AND "t0"."event" IN ('paid') AND TRUE
            ) AS "t3"
              ON "t6"."person" = "t3"."e_person"
              AND "t3"."e_time" > "t6"."t1"
              AND "t3"."e_time" <= DATEADD(SECOND, '2592000', "t6"."t1")
          ) AS "t7"
          GROUP BY
            1,
            2,
            3
        ) AS "t8"
      ) AS "t9"
      WHERE
        "t9"."period" >= 0
    ) AS "t10"
  ) AS "t11"
)
SELECT
  "t18"."period",
  0 AS "segment",
  "t18"."n",
  "t18"."pending",
  "t20"."place",
  "t20"."seconds"
FROM (
  SELECT
    "t14"."period",
    SUM(IFF("t14"."is_over", 0, 1)) AS "pending",
    SUM(IFF("t14"."is_over" AND (
      "t14"."t2" IS NOT NULL
    ), 1, 0)) AS "n"
  FROM (
    SELECT
      "t13"."person",
      "t13"."t1",
      "t13"."s0",
      "t13"."t2",
      "t13"."period",
      "t13"."is_over",
      "t13"."started",
      "t13"."ended",
      GREATEST(
        (
          (
            (
              (
                (
                  CAST(FLOOR((
                    "t13"."ended_day" + 3
                  ) / (
                    7
                  )) AS BIGINT) * 5
                ) - IFF("t13"."ended_day" <= 20459, IFF("t13"."ended_day" <= 20454, 0, 1), 2)
              ) + CAST(IFF((
                (
                  "t13"."ended_day" + 3
                ) % 7
              ) > 0, 1, 0) AS BIGINT) + CAST(IFF((
                (
                  "t13"."ended_day" + 3
                ) % 7
              ) > 1, 1, 0) AS BIGINT) + CAST(IFF((
                (
                  "t13"."ended_day" + 3
                ) % 7
              ) > 2, 1, 0) AS BIGINT) + CAST(IFF((
                (
                  "t13"."ended_day" + 3
                ) % 7
              ) > 3, 1, 0) AS BIGINT) + CAST(IFF((
                (
                  "t13"."ended_day" + 3
                ) % 7
              ) > 4, 1, 0) AS BIGINT)
            ) * 39600
          ) + IFF(
            (
              "t13"."ended_day" + 3
            ) % 7 IN (0, 1, 2, 3, 4)
            AND NOT (
              "t13"."ended_day" IN (20454, 20459)
            ),
            GREATEST(LEAST("t13"."ended_local" - (
              "t13"."ended_day" * 86400
            ), 68400) - 28800, 0),
            0
          )
        ) - (
          (
            (
              (
                (
                  CAST(FLOOR((
                    "t13"."started_day" + 3
                  ) / (
                    7
                  )) AS BIGINT) * 5
                ) - IFF("t13"."started_day" <= 20459, IFF("t13"."started_day" <= 20454, 0, 1), 2)
              ) + CAST(IFF((
                (
                  "t13"."started_day" + 3
                ) % 7
              ) > 0, 1, 0) AS BIGINT) + CAST(IFF((
                (
                  "t13"."started_day" + 3
                ) % 7
              ) > 1, 1, 0) AS BIGINT) + CAST(IFF((
                (
                  "t13"."started_day" + 3
                ) % 7
              ) > 2, 1, 0) AS BIGINT) + CAST(IFF((
                (
                  "t13"."started_day" + 3
                ) % 7
              ) > 3, 1, 0) AS BIGINT) + CAST(IFF((
                (
                  "t13"."started_day" + 3
                ) % 7
              ) > 4, 1, 0) AS BIGINT)
            ) * 39600
          ) + IFF(
            (
              "t13"."started_day" + 3
            ) % 7 IN (0, 1, 2, 3, 4)
            AND NOT (
              "t13"."started_day" IN (20454, 20459)
            ),
            GREATEST(LEAST("t13"."started_local" - (
              "t13"."started_day" * 86400
            ), 68400) - 28800, 0),
            0
          )
        ),
        0
      ) AS "seconds"
    FROM "t12" AS "t13"
    WHERE
      "t13"."s0" = 1
  ) AS "t14"
  GROUP BY
    1
) AS "t18"
LEFT OUTER JOIN (
  SELECT
    "t17"."period" AS "k_period",
    "t17"."place",
    "t17"."seconds"
  FROM (
    SELECT
      "t15"."period",
      "t15"."seconds",
      (
        ROW_NUMBER() OVER (PARTITION BY "t15"."period" ORDER BY "t15"."seconds" ASC, "t15"."person" ASC) - 1
      ) + 1 AS "place",
      COUNT("t15"."seconds") OVER (
        PARTITION BY "t15"."period"
        ORDER BY NULL ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "n"
    FROM (
      SELECT
        "t13"."person",
        "t13"."t1",
        "t13"."s0",
        "t13"."t2",
        "t13"."period",
        "t13"."is_over",
        "t13"."started",
        "t13"."ended",
        GREATEST(
          (
            (
              (
                (
                  (
                    CAST(FLOOR((
                      "t13"."ended_day" + 3
                    ) / (
                      7
                    )) AS BIGINT) * 5
                  ) - IFF("t13"."ended_day" <= 20459, IFF("t13"."ended_day" <= 20454, 0, 1), 2)
                ) + CAST(IFF((
                  (
                    "t13"."ended_day" + 3
                  ) % 7
                ) > 0, 1, 0) AS BIGINT) + CAST(IFF((
                  (
                    "t13"."ended_day" + 3
                  ) % 7
                ) > 1, 1, 0) AS BIGINT) + CAST(IFF((
                  (
                    "t13"."ended_day" + 3
                  ) % 7
                ) > 2, 1, 0) AS BIGINT) + CAST(IFF((
                  (
                    "t13"."ended_day" + 3
                  ) % 7
                ) > 3, 1, 0) AS BIGINT) + CAST(IFF((
                  (
                    "t13"."ended_day" + 3
                  ) % 7
                ) > 4, 1, 0) AS BIGINT)
              ) * 39600
            ) + IFF(
              (
                "t13"."ended_day" + 3
              ) % 7 IN (0, 1, 2, 3, 4)
              AND NOT (
                "t13"."ended_day" IN (20454, 20459)
              ),
              GREATEST(LEAST("t13"."ended_local" - (
                "t13"."ended_day" * 86400
              ), 68400) - 28800, 0),
              0
            )
          ) - (
            (
              (
                (
                  (
                    CAST(FLOOR((
                      "t13"."started_day" + 3
                    ) / (
                      7
                    )) AS BIGINT) * 5
                  ) - IFF("t13"."started_day" <= 20459, IFF("t13"."started_day" <= 20454, 0, 1), 2)
                ) + CAST(IFF((
                  (
                    "t13"."started_day" + 3
                  ) % 7
                ) > 0, 1, 0) AS BIGINT) + CAST(IFF((
                  (
                    "t13"."started_day" + 3
                  ) % 7
                ) > 1, 1, 0) AS BIGINT) + CAST(IFF((
                  (
                    "t13"."started_day" + 3
                  ) % 7
                ) > 2, 1, 0) AS BIGINT) + CAST(IFF((
                  (
                    "t13"."started_day" + 3
                  ) % 7
                ) > 3, 1, 0) AS BIGINT) + CAST(IFF((
                  (
                    "t13"."started_day" + 3
                  ) % 7
                ) > 4, 1, 0) AS BIGINT)
              ) * 39600
            ) + IFF(
              (
                "t13"."started_day" + 3
              ) % 7 IN (0, 1, 2, 3, 4)
              AND NOT (
                "t13"."started_day" IN (20454, 20459)
              ),
              GREATEST(LEAST("t13"."started_local" - (
                "t13"."started_day" * 86400
              ), 68400) - 28800, 0),
              0
            )
          ),
          0
        ) AS "seconds"
      FROM "t12" AS "t13"
      WHERE
        "t13"."s0" = 1 AND "t13"."is_over" AND "t13"."t2" IS NOT NULL
    ) AS "t15"
  ) AS "t17"
  WHERE
    (
      "t17"."place" = (
        CAST(FLOOR((
          (
            "t17"."n" - 1
          ) * 1
        ) / (
          2
        )) AS BIGINT) + 1
      )
    )
    OR (
      "t17"."place" = (
        CAST(FLOOR((
          (
            "t17"."n" - 1
          ) * 1
        ) / (
          2
        )) AS BIGINT) + 1 + 1
      )
    )
    OR (
      "t17"."place" = GREATEST(
        CAST(FLOOR(
          (
            CAST("t17"."n" AS DOUBLE) * 0.5
          ) - (
            SQRT(CAST("t17"."n" AS DOUBLE) * 0.5 * 0.5) * 1.959964
          )
        ) AS BIGINT),
        1
      )
    )
    OR (
      "t17"."place" = LEAST(
        CAST(CEIL(
          (
            CAST("t17"."n" AS DOUBLE) * 0.5
          ) + (
            SQRT(CAST("t17"."n" AS DOUBLE) * 0.5 * 0.5) * 1.959964
          )
        ) AS BIGINT) + 1,
        "t17"."n"
      )
    )
) AS "t20"
  ON "t18"."period" = "t20"."k_period"
