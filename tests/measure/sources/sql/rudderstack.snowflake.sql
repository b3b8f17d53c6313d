SELECT
  "t8"."person",
  "t8"."session",
  "t8"."event",
  "t8"."time",
  COALESCE(NULLIF("t8"."raw_plan", '')) AS "property"
FROM (
  SELECT
    "t7"."raw_id",
    "t7"."raw_user_id",
    "t7"."raw_anonymous_id",
    "t7"."raw_event",
    "t7"."raw_timestamp",
    "t7"."raw_context_ip",
    "t7"."raw_plan",
    "t7"."session",
    "t7"."event",
    "t7"."time",
    "t7"."person",
    "t7"."role_id_0",
    ROW_NUMBER() OVER (
      PARTITION BY "t7"."role_id_0"
      ORDER BY "t7"."time" ASC, "t7"."event" ASC, "t7"."person" ASC
    ) - 1 AS "role_copy",
    "t7"."role_id_0" IS NULL AS "role_lacks"
  FROM (
    SELECT
      "t6"."raw_id",
      "t6"."raw_user_id",
      "t6"."raw_anonymous_id",
      "t6"."raw_event",
      "t6"."raw_timestamp",
      "t6"."raw_context_ip",
      "t6"."raw_plan",
      CONCAT(
        CONCAT(COALESCE("t6"."role_0", "t6"."role_known_1", "t6"."role_1"), '/'),
        "t6"."session"
      ) AS "session",
      "t6"."event",
      "t6"."time",
      COALESCE("t6"."role_0", "t6"."role_known_1", "t6"."role_1") AS "person",
      NULLIF("t6"."raw_id", '') AS "role_id_0"
    FROM (
      SELECT
        "t2"."raw_id",
        "t2"."raw_user_id",
        "t2"."raw_anonymous_id",
        "t2"."raw_event",
        "t2"."raw_timestamp",
        "t2"."raw_context_ip",
        "t2"."raw_plan",
        "t2"."session",
        "t2"."event",
        "t2"."time",
        "t2"."role_0",
        "t2"."role_1",
        "t5"."role_known_1"
      FROM (
        SELECT
          "t0"."id" AS "raw_id",
          "t0"."user_id" AS "raw_user_id",
          "t0"."anonymous_id" AS "raw_anonymous_id",
          "t0"."event" AS "raw_event",
          "t0"."timestamp" AS "raw_timestamp",
          "t0"."context_ip" AS "raw_context_ip",
          "t0"."plan" AS "raw_plan",
          CAST(NULL AS VARCHAR) AS "session",
          NULLIF("t0"."event", '') AS "event",
          CAST("t0"."timestamp" AS TIMESTAMP) AS "time",
          NULLIF("t0"."user_id", '') AS "role_0",
          NULLIF("t0"."anonymous_id", '') AS "role_1"
        FROM "rows" AS "t0"
      ) AS "t2"
      LEFT OUTER JOIN (
        SELECT
          "t3"."role_1" AS "role_known_1_key",
          MAX("t3"."role_known_1") AS "role_known_1"
        FROM (
          SELECT
            "t0"."id" AS "raw_id",
            "t0"."user_id" AS "raw_user_id",
            "t0"."anonymous_id" AS "raw_anonymous_id",
            "t0"."event" AS "raw_event",
            "t0"."timestamp" AS "raw_timestamp",
            "t0"."context_ip" AS "raw_context_ip",
            "t0"."plan" AS "raw_plan",
            CAST(NULL AS VARCHAR) AS "session",
            NULLIF("t0"."event", '') AS "event",
            CAST("t0"."timestamp" AS TIMESTAMP) AS "time",
            NULLIF("t0"."user_id", '') AS "role_0",
            NULLIF("t0"."anonymous_id", '') AS "role_1",
            COALESCE(NULLIF("t0"."user_id", '')) AS "role_known_1"
          FROM "rows" AS "t0"
          WHERE
            NULLIF("t0"."anonymous_id", '') IS NOT NULL
            AND COALESCE(NULLIF("t0"."user_id", '')) IS NOT NULL
        ) AS "t3"
        GROUP BY
          1
      ) AS "t5"
        ON "t2"."role_1" = "t5"."role_known_1_key"
    ) AS "t6"
    WHERE
      COALESCE("t6"."role_0", "t6"."role_known_1", "t6"."role_1") IS NOT NULL
      AND "t6"."event" IS NOT NULL
      AND "t6"."time" IS NOT NULL
  ) AS "t7"
) AS "t8"
WHERE
  (
    "t8"."role_copy" = 0
  ) OR "t8"."role_lacks"
