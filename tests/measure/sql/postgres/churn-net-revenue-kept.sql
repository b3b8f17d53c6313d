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
    SUM(CAST(CASE WHEN "t2"."is0" = 1 THEN 1 ELSE 0 END AS BIGINT)) AS "people0",
    SUM(CASE WHEN "t2"."is0" = 1 THEN "t2"."pays0" ELSE 0 END) AS "base0",
    SUM(CASE WHEN "t2"."is0" = 1 THEN "t2"."pays2" ELSE 0 END) AS "part0",
    SUM(
      CASE WHEN "t2"."is0" = 1 THEN "t2"."pays2" ELSE 0 END * CASE WHEN "t2"."is0" = 1 THEN "t2"."pays2" ELSE 0 END
    ) AS "square0",
    SUM(
      CASE WHEN "t2"."is0" = 1 THEN "t2"."pays2" ELSE 0 END * CASE WHEN "t2"."is0" = 1 THEN "t2"."pays0" ELSE 0 END
    ) AS "mixed0",
    SUM(
      CASE WHEN "t2"."is0" = 1 THEN "t2"."pays0" ELSE 0 END * CASE WHEN "t2"."is0" = 1 THEN "t2"."pays0" ELSE 0 END
    ) AS "base_square0",
    SUM(CAST(CASE WHEN "t2"."is1" = 1 THEN 1 ELSE 0 END AS BIGINT)) AS "people1",
    SUM(CASE WHEN "t2"."is1" = 1 THEN "t2"."pays1" ELSE 0 END) AS "base1",
    SUM(CASE WHEN "t2"."is1" = 1 THEN "t2"."pays3" ELSE 0 END) AS "part1",
    SUM(
      CASE WHEN "t2"."is1" = 1 THEN "t2"."pays3" ELSE 0 END * CASE WHEN "t2"."is1" = 1 THEN "t2"."pays3" ELSE 0 END
    ) AS "square1",
    SUM(
      CASE WHEN "t2"."is1" = 1 THEN "t2"."pays3" ELSE 0 END * CASE WHEN "t2"."is1" = 1 THEN "t2"."pays1" ELSE 0 END
    ) AS "mixed1",
    SUM(
      CASE WHEN "t2"."is1" = 1 THEN "t2"."pays1" ELSE 0 END * CASE WHEN "t2"."is1" = 1 THEN "t2"."pays1" ELSE 0 END
    ) AS "base_square1",
    SUM(CAST(CASE WHEN "t2"."is2" = 1 THEN 1 ELSE 0 END AS BIGINT)) AS "people2",
    SUM(CASE WHEN "t2"."is2" = 1 THEN "t2"."pays2" ELSE 0 END) AS "base2",
    SUM(CASE WHEN "t2"."is2" = 1 THEN "t2"."pays4" ELSE 0 END) AS "part2",
    SUM(
      CASE WHEN "t2"."is2" = 1 THEN "t2"."pays4" ELSE 0 END * CASE WHEN "t2"."is2" = 1 THEN "t2"."pays4" ELSE 0 END
    ) AS "square2",
    SUM(
      CASE WHEN "t2"."is2" = 1 THEN "t2"."pays4" ELSE 0 END * CASE WHEN "t2"."is2" = 1 THEN "t2"."pays2" ELSE 0 END
    ) AS "mixed2",
    SUM(
      CASE WHEN "t2"."is2" = 1 THEN "t2"."pays2" ELSE 0 END * CASE WHEN "t2"."is2" = 1 THEN "t2"."pays2" ELSE 0 END
    ) AS "base_square2",
    SUM(CAST(CASE WHEN "t2"."is3" = 1 THEN 1 ELSE 0 END AS BIGINT)) AS "people3",
    SUM(CASE WHEN "t2"."is3" = 1 THEN "t2"."pays3" ELSE 0 END) AS "base3",
    SUM(CASE WHEN "t2"."is3" = 1 THEN "t2"."pays5" ELSE 0 END) AS "part3",
    SUM(
      CASE WHEN "t2"."is3" = 1 THEN "t2"."pays5" ELSE 0 END * CASE WHEN "t2"."is3" = 1 THEN "t2"."pays5" ELSE 0 END
    ) AS "square3",
    SUM(
      CASE WHEN "t2"."is3" = 1 THEN "t2"."pays5" ELSE 0 END * CASE WHEN "t2"."is3" = 1 THEN "t2"."pays3" ELSE 0 END
    ) AS "mixed3",
    SUM(
      CASE WHEN "t2"."is3" = 1 THEN "t2"."pays3" ELSE 0 END * CASE WHEN "t2"."is3" = 1 THEN "t2"."pays3" ELSE 0 END
    ) AS "base_square3",
    SUM(CAST(CASE WHEN "t2"."is4" = 1 THEN 1 ELSE 0 END AS BIGINT)) AS "people4",
    SUM(CASE WHEN "t2"."is4" = 1 THEN "t2"."pays4" ELSE 0 END) AS "base4",
    SUM(CASE WHEN "t2"."is4" = 1 THEN "t2"."pays6" ELSE 0 END) AS "part4",
    SUM(
      CASE WHEN "t2"."is4" = 1 THEN "t2"."pays6" ELSE 0 END * CASE WHEN "t2"."is4" = 1 THEN "t2"."pays6" ELSE 0 END
    ) AS "square4",
    SUM(
      CASE WHEN "t2"."is4" = 1 THEN "t2"."pays6" ELSE 0 END * CASE WHEN "t2"."is4" = 1 THEN "t2"."pays4" ELSE 0 END
    ) AS "mixed4",
    SUM(
      CASE WHEN "t2"."is4" = 1 THEN "t2"."pays4" ELSE 0 END * CASE WHEN "t2"."is4" = 1 THEN "t2"."pays4" ELSE 0 END
    ) AS "base_square4"
  FROM (
    SELECT
      "t1"."person",
      MAX(
        CAST(CASE
          WHEN (
            "t1"."start" <= CAST('2025-12-31T23:00:00' AS TIMESTAMP)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > CAST('2025-12-31T23:00:00' AS TIMESTAMP)
            )
          )
          THEN 1
          ELSE 0
        END AS BIGINT)
      ) AS "is0",
      SUM(
        CASE
          WHEN (
            "t1"."start" <= CAST('2025-12-31T23:00:00' AS TIMESTAMP)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > CAST('2025-12-31T23:00:00' AS TIMESTAMP)
            )
          )
          THEN "t1"."amount"
          ELSE 0
        END
      ) AS "pays0",
      MAX(
        CAST(CASE
          WHEN (
            "t1"."start" <= CAST('2026-01-31T23:00:00' AS TIMESTAMP)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > CAST('2026-01-31T23:00:00' AS TIMESTAMP)
            )
          )
          THEN 1
          ELSE 0
        END AS BIGINT)
      ) AS "is1",
      SUM(
        CASE
          WHEN (
            "t1"."start" <= CAST('2026-01-31T23:00:00' AS TIMESTAMP)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > CAST('2026-01-31T23:00:00' AS TIMESTAMP)
            )
          )
          THEN "t1"."amount"
          ELSE 0
        END
      ) AS "pays1",
      MAX(
        CAST(CASE
          WHEN (
            "t1"."start" <= CAST('2026-02-28T23:00:00' AS TIMESTAMP)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > CAST('2026-02-28T23:00:00' AS TIMESTAMP)
            )
          )
          THEN 1
          ELSE 0
        END AS BIGINT)
      ) AS "is2",
      SUM(
        CASE
          WHEN (
            "t1"."start" <= CAST('2026-02-28T23:00:00' AS TIMESTAMP)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > CAST('2026-02-28T23:00:00' AS TIMESTAMP)
            )
          )
          THEN "t1"."amount"
          ELSE 0
        END
      ) AS "pays2",
      MAX(
        CAST(CASE
          WHEN (
            "t1"."start" <= CAST('2026-03-31T22:00:00' AS TIMESTAMP)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > CAST('2026-03-31T22:00:00' AS TIMESTAMP)
            )
          )
          THEN 1
          ELSE 0
        END AS BIGINT)
      ) AS "is3",
      SUM(
        CASE
          WHEN (
            "t1"."start" <= CAST('2026-03-31T22:00:00' AS TIMESTAMP)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > CAST('2026-03-31T22:00:00' AS TIMESTAMP)
            )
          )
          THEN "t1"."amount"
          ELSE 0
        END
      ) AS "pays3",
      MAX(
        CAST(CASE
          WHEN (
            "t1"."start" <= CAST('2026-04-30T22:00:00' AS TIMESTAMP)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > CAST('2026-04-30T22:00:00' AS TIMESTAMP)
            )
          )
          THEN 1
          ELSE 0
        END AS BIGINT)
      ) AS "is4",
      SUM(
        CASE
          WHEN (
            "t1"."start" <= CAST('2026-04-30T22:00:00' AS TIMESTAMP)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > CAST('2026-04-30T22:00:00' AS TIMESTAMP)
            )
          )
          THEN "t1"."amount"
          ELSE 0
        END
      ) AS "pays4",
      MAX(
        CAST(CASE
          WHEN (
            "t1"."start" <= CAST('2026-05-31T22:00:00' AS TIMESTAMP)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > CAST('2026-05-31T22:00:00' AS TIMESTAMP)
            )
          )
          THEN 1
          ELSE 0
        END AS BIGINT)
      ) AS "is5",
      SUM(
        CASE
          WHEN (
            "t1"."start" <= CAST('2026-05-31T22:00:00' AS TIMESTAMP)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > CAST('2026-05-31T22:00:00' AS TIMESTAMP)
            )
          )
          THEN "t1"."amount"
          ELSE 0
        END
      ) AS "pays5",
      MAX(
        CAST(CASE
          WHEN (
            "t1"."start" <= CAST('2026-06-30T22:00:00' AS TIMESTAMP)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > CAST('2026-06-30T22:00:00' AS TIMESTAMP)
            )
          )
          THEN 1
          ELSE 0
        END AS BIGINT)
      ) AS "is6",
      SUM(
        CASE
          WHEN (
            "t1"."start" <= CAST('2026-06-30T22:00:00' AS TIMESTAMP)
          )
          AND (
            (
              "t1"."end" IS NULL
            )
            OR (
              "t1"."end" > CAST('2026-06-30T22:00:00' AS TIMESTAMP)
            )
          )
          THEN "t1"."amount"
          ELSE 0
        END
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
