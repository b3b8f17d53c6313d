SELECT
  "t3"."people0",
  "t3"."lost0",
  "t3"."pays0",
  "t3"."people1",
  "t3"."lost1",
  "t3"."pays1",
  "t3"."people2",
  "t3"."lost2",
  "t3"."pays2",
  "t3"."people3",
  "t3"."lost3",
  "t3"."pays3",
  "t3"."people4",
  "t3"."lost4",
  "t3"."pays4",
  "t3"."people5",
  "t3"."lost5",
  "t3"."pays5",
  0 AS "segment"
FROM (
  SELECT
    SUM(CAST(IFF("t2"."is0" = 1, 1, 0) AS BIGINT)) AS "people0",
    SUM(CAST(IFF((
      "t2"."is0" = 1
    ) AND NOT (
      "t2"."is1" = 1
    ), 1, 0) AS BIGINT)) AS "lost0",
    SUM(IFF("t2"."is0" = 1, "t2"."pays0", 0)) AS "pays0",
    SUM(CAST(IFF("t2"."is1" = 1, 1, 0) AS BIGINT)) AS "people1",
    SUM(CAST(IFF((
      "t2"."is1" = 1
    ) AND NOT (
      "t2"."is2" = 1
    ), 1, 0) AS BIGINT)) AS "lost1",
    SUM(IFF("t2"."is1" = 1, "t2"."pays1", 0)) AS "pays1",
    SUM(CAST(IFF("t2"."is2" = 1, 1, 0) AS BIGINT)) AS "people2",
    SUM(CAST(IFF((
      "t2"."is2" = 1
    ) AND NOT (
      "t2"."is3" = 1
    ), 1, 0) AS BIGINT)) AS "lost2",
    SUM(IFF("t2"."is2" = 1, "t2"."pays2", 0)) AS "pays2",
    SUM(CAST(IFF("t2"."is3" = 1, 1, 0) AS BIGINT)) AS "people3",
    SUM(CAST(IFF((
      "t2"."is3" = 1
    ) AND NOT (
      "t2"."is4" = 1
    ), 1, 0) AS BIGINT)) AS "lost3",
    SUM(IFF("t2"."is3" = 1, "t2"."pays3", 0)) AS "pays3",
    SUM(CAST(IFF("t2"."is4" = 1, 1, 0) AS BIGINT)) AS "people4",
    SUM(CAST(IFF((
      "t2"."is4" = 1
    ) AND NOT (
      "t2"."is5" = 1
    ), 1, 0) AS BIGINT)) AS "lost4",
    SUM(IFF("t2"."is4" = 1, "t2"."pays4", 0)) AS "pays4",
    SUM(CAST(IFF("t2"."is5" = 1, 1, 0) AS BIGINT)) AS "people5",
    SUM(CAST(IFF((
      "t2"."is5" = 1
    ) AND NOT (
      "t2"."is6" = 1
    ), 1, 0) AS BIGINT)) AS "lost5",
    SUM(IFF("t2"."is5" = 1, "t2"."pays5", 0)) AS "pays5"
  FROM (
    SELECT
      "t1"."person",
      MAX(
        CAST(IFF(
          (
            "t1"."start" <= TIMESTAMP_FROM_PARTS(2025, 12, 31, 23, 0, 0, 0)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > TIMESTAMP_FROM_PARTS(2025, 12, 31, 23, 0, 0, 0)
            )
          ),
          1,
          0
        ) AS BIGINT)
      ) AS "is0",
      SUM(
        IFF(
          (
            "t1"."start" <= TIMESTAMP_FROM_PARTS(2025, 12, 31, 23, 0, 0, 0)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > TIMESTAMP_FROM_PARTS(2025, 12, 31, 23, 0, 0, 0)
            )
          ),
          "t1"."amount",
          0
        )
      ) AS "pays0",
      MAX(
        CAST(IFF(
          (
            "t1"."start" <= TIMESTAMP_FROM_PARTS(2026, 1, 31, 23, 0, 0, 0)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > TIMESTAMP_FROM_PARTS(2026, 1, 31, 23, 0, 0, 0)
            )
          ),
          1,
          0
        ) AS BIGINT)
      ) AS "is1",
      SUM(
        IFF(
          (
            "t1"."start" <= TIMESTAMP_FROM_PARTS(2026, 1, 31, 23, 0, 0, 0)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > TIMESTAMP_FROM_PARTS(2026, 1, 31, 23, 0, 0, 0)
            )
          ),
          "t1"."amount",
          0
        )
      ) AS "pays1",
      MAX(
        CAST(IFF(
          (
            "t1"."start" <= TIMESTAMP_FROM_PARTS(2026, 2, 28, 23, 0, 0, 0)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > TIMESTAMP_FROM_PARTS(2026, 2, 28, 23, 0, 0, 0)
            )
          ),
          1,
          0
        ) AS BIGINT)
      ) AS "is2",
      SUM(
        IFF(
          (
            "t1"."start" <= TIMESTAMP_FROM_PARTS(2026, 2, 28, 23, 0, 0, 0)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > TIMESTAMP_FROM_PARTS(2026, 2, 28, 23, 0, 0, 0)
            )
          ),
          "t1"."amount",
          0
        )
      ) AS "pays2",
      MAX(
        CAST(IFF(
          (
            "t1"."start" <= TIMESTAMP_FROM_PARTS(2026, 3, 31, 22, 0, 0, 0)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > TIMESTAMP_FROM_PARTS(2026, 3, 31, 22, 0, 0, 0)
            )
          ),
          1,
          0
        ) AS BIGINT)
      ) AS "is3",
      SUM(
        IFF(
          (
            "t1"."start" <= TIMESTAMP_FROM_PARTS(2026, 3, 31, 22, 0, 0, 0)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > TIMESTAMP_FROM_PARTS(2026, 3, 31, 22, 0, 0, 0)
            )
          ),
          "t1"."amount",
          0
        )
      ) AS "pays3",
      MAX(
        CAST(IFF(
          (
            "t1"."start" <= TIMESTAMP_FROM_PARTS(2026, 4, 30, 22, 0, 0, 0)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > TIMESTAMP_FROM_PARTS(2026, 4, 30, 22, 0, 0, 0)
            )
          ),
          1,
          0
        ) AS BIGINT)
      ) AS "is4",
      SUM(
        IFF(
          (
            "t1"."start" <= TIMESTAMP_FROM_PARTS(2026, 4, 30, 22, 0, 0, 0)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > TIMESTAMP_FROM_PARTS(2026, 4, 30, 22, 0, 0, 0)
            )
          ),
          "t1"."amount",
          0
        )
      ) AS "pays4",
      MAX(
        CAST(IFF(
          (
            "t1"."start" <= TIMESTAMP_FROM_PARTS(2026, 5, 31, 22, 0, 0, 0)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > TIMESTAMP_FROM_PARTS(2026, 5, 31, 22, 0, 0, 0)
            )
          ),
          1,
          0
        ) AS BIGINT)
      ) AS "is5",
      SUM(
        IFF(
          (
            "t1"."start" <= TIMESTAMP_FROM_PARTS(2026, 5, 31, 22, 0, 0, 0)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > TIMESTAMP_FROM_PARTS(2026, 5, 31, 22, 0, 0, 0)
            )
          ),
          "t1"."amount",
          0
        )
      ) AS "pays5",
      MAX(
        CAST(IFF(
          (
            "t1"."start" <= TIMESTAMP_FROM_PARTS(2026, 6, 30, 22, 0, 0, 0)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > TIMESTAMP_FROM_PARTS(2026, 6, 30, 22, 0, 0, 0)
            )
          ),
          1,
          0
        ) AS BIGINT)
      ) AS "is6",
      SUM(
        IFF(
          (
            "t1"."start" <= TIMESTAMP_FROM_PARTS(2026, 6, 30, 22, 0, 0, 0)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > TIMESTAMP_FROM_PARTS(2026, 6, 30, 22, 0, 0, 0)
            )
          ),
          "t1"."amount",
          0
        )
      ) AS "pays6"
    FROM (
      SELECT
        *
      FROM "log" AS "t0"
      WHERE
        TRUE
    ) AS "t1"
    GROUP BY
      1
  ) AS "t2"
) AS "t3"
