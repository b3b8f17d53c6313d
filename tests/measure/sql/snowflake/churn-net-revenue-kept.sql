SELECT
  "t3"."people0",
  "t3"."base0",
  "t3"."part0",
  "t3"."square0",
  "t3"."mixed0",
  "t3"."base_square0",
  "t3"."people1",
  "t3"."base1",
  "t3"."part1",
  "t3"."square1",
  "t3"."mixed1",
  "t3"."base_square1",
  "t3"."people2",
  "t3"."base2",
  "t3"."part2",
  "t3"."square2",
  "t3"."mixed2",
  "t3"."base_square2",
  "t3"."people3",
  "t3"."base3",
  "t3"."part3",
  "t3"."square3",
  "t3"."mixed3",
  "t3"."base_square3",
  "t3"."people4",
  "t3"."base4",
  "t3"."part4",
  "t3"."square4",
  "t3"."mixed4",
  "t3"."base_square4",
  0 AS "segment"
FROM (
  SELECT
    SUM(CAST(IFF("t2"."is0" = 1, 1, 0) AS BIGINT)) AS "people0",
    SUM(IFF("t2"."is0" = 1, "t2"."pays0", 0)) AS "base0",
    SUM(IFF("t2"."is0" = 1, "t2"."pays2", 0)) AS "part0",
    SUM(IFF("t2"."is0" = 1, "t2"."pays2", 0) * IFF("t2"."is0" = 1, "t2"."pays2", 0)) AS "square0",
    SUM(IFF("t2"."is0" = 1, "t2"."pays2", 0) * IFF("t2"."is0" = 1, "t2"."pays0", 0)) AS "mixed0",
    SUM(IFF("t2"."is0" = 1, "t2"."pays0", 0) * IFF("t2"."is0" = 1, "t2"."pays0", 0)) AS "base_square0",
    SUM(CAST(IFF("t2"."is1" = 1, 1, 0) AS BIGINT)) AS "people1",
    SUM(IFF("t2"."is1" = 1, "t2"."pays1", 0)) AS "base1",
    SUM(IFF("t2"."is1" = 1, "t2"."pays3", 0)) AS "part1",
    SUM(IFF("t2"."is1" = 1, "t2"."pays3", 0) * IFF("t2"."is1" = 1, "t2"."pays3", 0)) AS "square1",
    SUM(IFF("t2"."is1" = 1, "t2"."pays3", 0) * IFF("t2"."is1" = 1, "t2"."pays1", 0)) AS "mixed1",
    SUM(IFF("t2"."is1" = 1, "t2"."pays1", 0) * IFF("t2"."is1" = 1, "t2"."pays1", 0)) AS "base_square1",
    SUM(CAST(IFF("t2"."is2" = 1, 1, 0) AS BIGINT)) AS "people2",
    SUM(IFF("t2"."is2" = 1, "t2"."pays2", 0)) AS "base2",
    SUM(IFF("t2"."is2" = 1, "t2"."pays4", 0)) AS "part2",
    SUM(IFF("t2"."is2" = 1, "t2"."pays4", 0) * IFF("t2"."is2" = 1, "t2"."pays4", 0)) AS "square2",
    SUM(IFF("t2"."is2" = 1, "t2"."pays4", 0) * IFF("t2"."is2" = 1, "t2"."pays2", 0)) AS "mixed2",
    SUM(IFF("t2"."is2" = 1, "t2"."pays2", 0) * IFF("t2"."is2" = 1, "t2"."pays2", 0)) AS "base_square2",
    SUM(CAST(IFF("t2"."is3" = 1, 1, 0) AS BIGINT)) AS "people3",
    SUM(IFF("t2"."is3" = 1, "t2"."pays3", 0)) AS "base3",
    SUM(IFF("t2"."is3" = 1, "t2"."pays5", 0)) AS "part3",
    SUM(IFF("t2"."is3" = 1, "t2"."pays5", 0) * IFF("t2"."is3" = 1, "t2"."pays5", 0)) AS "square3",
    SUM(IFF("t2"."is3" = 1, "t2"."pays5", 0) * IFF("t2"."is3" = 1, "t2"."pays3", 0)) AS "mixed3",
    SUM(IFF("t2"."is3" = 1, "t2"."pays3", 0) * IFF("t2"."is3" = 1, "t2"."pays3", 0)) AS "base_square3",
    SUM(CAST(IFF("t2"."is4" = 1, 1, 0) AS BIGINT)) AS "people4",
    SUM(IFF("t2"."is4" = 1, "t2"."pays4", 0)) AS "base4",
    SUM(IFF("t2"."is4" = 1, "t2"."pays6", 0)) AS "part4",
    SUM(IFF("t2"."is4" = 1, "t2"."pays6", 0) * IFF("t2"."is4" = 1, "t2"."pays6", 0)) AS "square4",
    SUM(IFF("t2"."is4" = 1, "t2"."pays6", 0) * IFF("t2"."is4" = 1, "t2"."pays4", 0)) AS "mixed4",
    SUM(IFF("t2"."is4" = 1, "t2"."pays4", 0) * IFF("t2"."is4" = 1, "t2"."pays4", 0)) AS "base_square4"
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
