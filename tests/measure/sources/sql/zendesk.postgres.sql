SELECT
  "t5"."person",
  "t5"."session",
  "t5"."event",
  "t5"."time",
  COALESCE(NULLIF("t5"."raw_priority", '')) AS "property"
FROM (
  SELECT
    "t4"."raw_id",
    "t4"."raw_created_at",
    "t4"."raw_solved_at",
    "t4"."raw_priority",
    "t4"."person",
    "t4"."session",
    "t4"."event",
    "t4"."time",
    "t4"."role_id_0",
    ROW_NUMBER() OVER (
      PARTITION BY "t4"."role_id_0", "t4"."event"
      ORDER BY "t4"."time" ASC, "t4"."event" ASC, "t4"."person" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "role_copy",
    "t4"."role_id_0" IS NULL AS "role_lacks"
  FROM (
    SELECT
      "t3"."raw_id",
      "t3"."raw_created_at",
      "t3"."raw_solved_at",
      "t3"."raw_priority",
      "t3"."person",
      "t3"."session",
      "t3"."event",
      "t3"."time",
      CAST("t3"."raw_id" AS VARCHAR) AS "role_id_0"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t0"."id" AS "raw_id",
          "t0"."created_at" AS "raw_created_at",
          "t0"."solved_at" AS "raw_solved_at",
          "t0"."priority" AS "raw_priority",
          CAST("t0"."id" AS VARCHAR) AS "person",
          CAST(NULL AS VARCHAR) AS "session",
          'created' AS "event",
          CAST("t0"."created_at" AS TIMESTAMP) AS "time"
        FROM "rows" AS "t0"
      ) AS "t1"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t0"."id" AS "raw_id",
          "t0"."created_at" AS "raw_created_at",
          "t0"."solved_at" AS "raw_solved_at",
          "t0"."priority" AS "raw_priority",
          CAST("t0"."id" AS VARCHAR) AS "person",
          CAST(NULL AS VARCHAR) AS "session",
          'solved' AS "event",
          CAST("t0"."solved_at" AS TIMESTAMP) AS "time"
        FROM "rows" AS "t0"
        WHERE
          CAST("t0"."solved_at" AS TIMESTAMP) IS NOT NULL
      ) AS "t2"
    ) AS "t3"
    WHERE
      "t3"."person" IS NOT NULL AND "t3"."time" IS NOT NULL
  ) AS "t4"
) AS "t5"
WHERE
  (
    "t5"."role_copy" = 0
  ) OR "t5"."role_lacks"
