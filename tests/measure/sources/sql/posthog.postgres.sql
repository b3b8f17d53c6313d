SELECT
  "t2"."person",
  "t2"."session",
  "t2"."event",
  "t2"."time",
  COALESCE(
    COALESCE(
      NULLIF(
        CASE
          WHEN JSON_TYPEOF(JSON_EXTRACT_PATH("t2"."raw_properties", 'plan')) = 'string'
          THEN JSON_EXTRACT_PATH_TEXT(JSON_EXTRACT_PATH("t2"."raw_properties", 'plan'), VARIADIC ARRAY[]::TEXT[])
          ELSE NULL
        END,
        ''
      ),
      CASE
        WHEN CASE
          WHEN JSON_TYPEOF(JSON_EXTRACT_PATH("t2"."raw_properties", 'plan')) = 'boolean'
          THEN CAST(JSON_EXTRACT_PATH_TEXT(JSON_EXTRACT_PATH("t2"."raw_properties", 'plan'), VARIADIC ARRAY[]::TEXT[]) AS BOOLEAN)
          ELSE NULL
        END
        THEN 'true'
        ELSE 'false'
      END,
      CAST(CASE
        WHEN JSON_TYPEOF(JSON_EXTRACT_PATH("t2"."raw_properties", 'plan')) = 'number'
        THEN CAST(CASE
          WHEN JSON_EXTRACT_PATH_TEXT(JSON_EXTRACT_PATH("t2"."raw_properties", 'plan'), VARIADIC ARRAY[]::TEXT[]) ~ '^\d+$'
          THEN JSON_EXTRACT_PATH_TEXT(JSON_EXTRACT_PATH("t2"."raw_properties", 'plan'), VARIADIC ARRAY[]::TEXT[])
          ELSE NULL
        END AS BIGINT)
        ELSE NULL
      END AS VARCHAR),
      CASE
        WHEN CASE
          WHEN JSON_TYPEOF(JSON_EXTRACT_PATH("t2"."raw_properties", 'plan')) = 'number'
          THEN CAST(JSON_EXTRACT_PATH_TEXT(JSON_EXTRACT_PATH("t2"."raw_properties", 'plan'), VARIADIC ARRAY[]::TEXT[]) AS DOUBLE PRECISION)
          ELSE NULL
        END = CAST(FLOOR(
          CASE
            WHEN JSON_TYPEOF(JSON_EXTRACT_PATH("t2"."raw_properties", 'plan')) = 'number'
            THEN CAST(JSON_EXTRACT_PATH_TEXT(JSON_EXTRACT_PATH("t2"."raw_properties", 'plan'), VARIADIC ARRAY[]::TEXT[]) AS DOUBLE PRECISION)
            ELSE NULL
          END
        ) AS BIGINT)
        THEN CAST(CAST(CASE
          WHEN JSON_TYPEOF(JSON_EXTRACT_PATH("t2"."raw_properties", 'plan')) = 'number'
          THEN CAST(JSON_EXTRACT_PATH_TEXT(JSON_EXTRACT_PATH("t2"."raw_properties", 'plan'), VARIADIC ARRAY[]::TEXT[]) AS DOUBLE PRECISION)
          ELSE NULL
        END AS BIGINT) AS VARCHAR)
        ELSE CAST(CASE
          WHEN JSON_TYPEOF(JSON_EXTRACT_PATH("t2"."raw_properties", 'plan')) = 'number'
          THEN CAST(JSON_EXTRACT_PATH_TEXT(JSON_EXTRACT_PATH("t2"."raw_properties", 'plan'), VARIADIC ARRAY[]::TEXT[]) AS DOUBLE PRECISION)
          ELSE NULL
        END AS VARCHAR)
      END
    )
  ) AS "property"
FROM (
  SELECT
    "t1"."raw_uuid",
    "t1"."raw_event",
    "t1"."raw_properties",
    "t1"."raw_timestamp",
    "t1"."raw_distinct_id",
    "t1"."raw_person_id",
    "t1"."session",
    "t1"."event",
    "t1"."time",
    "t1"."person",
    "t1"."role_id_0",
    ROW_NUMBER() OVER (
      PARTITION BY "t1"."role_id_0"
      ORDER BY "t1"."time" ASC, "t1"."event" ASC, "t1"."person" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "role_copy",
    "t1"."role_id_0" IS NULL AS "role_lacks"
  FROM (
    SELECT
      "t0"."uuid" AS "raw_uuid",
      "t0"."event" AS "raw_event",
      "t0"."properties" AS "raw_properties",
      "t0"."timestamp" AS "raw_timestamp",
      "t0"."distinct_id" AS "raw_distinct_id",
      "t0"."person_id" AS "raw_person_id",
      COALESCE(
        NULLIF(
          CASE
            WHEN JSON_TYPEOF(JSON_EXTRACT_PATH("t0"."properties", 'session_id')) = 'string'
            THEN JSON_EXTRACT_PATH_TEXT(JSON_EXTRACT_PATH("t0"."properties", 'session_id'), VARIADIC ARRAY[]::TEXT[])
            ELSE NULL
          END,
          ''
        ),
        CASE
          WHEN CASE
            WHEN JSON_TYPEOF(JSON_EXTRACT_PATH("t0"."properties", 'session_id')) = 'boolean'
            THEN CAST(JSON_EXTRACT_PATH_TEXT(JSON_EXTRACT_PATH("t0"."properties", 'session_id'), VARIADIC ARRAY[]::TEXT[]) AS BOOLEAN)
            ELSE NULL
          END
          THEN 'true'
          ELSE 'false'
        END,
        CAST(CASE
          WHEN JSON_TYPEOF(JSON_EXTRACT_PATH("t0"."properties", 'session_id')) = 'number'
          THEN CAST(CASE
            WHEN JSON_EXTRACT_PATH_TEXT(JSON_EXTRACT_PATH("t0"."properties", 'session_id'), VARIADIC ARRAY[]::TEXT[]) ~ '^\d+$'
            THEN JSON_EXTRACT_PATH_TEXT(JSON_EXTRACT_PATH("t0"."properties", 'session_id'), VARIADIC ARRAY[]::TEXT[])
            ELSE NULL
          END AS BIGINT)
          ELSE NULL
        END AS VARCHAR),
        CASE
          WHEN CASE
            WHEN JSON_TYPEOF(JSON_EXTRACT_PATH("t0"."properties", 'session_id')) = 'number'
            THEN CAST(JSON_EXTRACT_PATH_TEXT(JSON_EXTRACT_PATH("t0"."properties", 'session_id'), VARIADIC ARRAY[]::TEXT[]) AS DOUBLE PRECISION)
            ELSE NULL
          END = CAST(FLOOR(
            CASE
              WHEN JSON_TYPEOF(JSON_EXTRACT_PATH("t0"."properties", 'session_id')) = 'number'
              THEN CAST(JSON_EXTRACT_PATH_TEXT(JSON_EXTRACT_PATH("t0"."properties", 'session_id'), VARIADIC ARRAY[]::TEXT[]) AS DOUBLE PRECISION)
              ELSE NULL
            END
          ) AS BIGINT)
          THEN CAST(CAST(CASE
            WHEN JSON_TYPEOF(JSON_EXTRACT_PATH("t0"."properties", 'session_id')) = 'number'
            THEN CAST(JSON_EXTRACT_PATH_TEXT(JSON_EXTRACT_PATH("t0"."properties", 'session_id'), VARIADIC ARRAY[]::TEXT[]) AS DOUBLE PRECISION)
            ELSE NULL
          END AS BIGINT) AS VARCHAR)
          ELSE CAST(CASE
            WHEN JSON_TYPEOF(JSON_EXTRACT_PATH("t0"."properties", 'session_id')) = 'number'
            THEN CAST(JSON_EXTRACT_PATH_TEXT(JSON_EXTRACT_PATH("t0"."properties", 'session_id'), VARIADIC ARRAY[]::TEXT[]) AS DOUBLE PRECISION)
            ELSE NULL
          END AS VARCHAR)
        END
      ) AS "session",
      NULLIF("t0"."event", '') AS "event",
      "t0"."timestamp" AS "time",
      COALESCE(NULLIF("t0"."person_id", ''), NULLIF("t0"."distinct_id", '')) AS "person",
      NULLIF("t0"."uuid", '') AS "role_id_0"
    FROM "rows" AS "t0"
    WHERE
      COALESCE(NULLIF("t0"."person_id", ''), NULLIF("t0"."distinct_id", '')) IS NOT NULL
      AND NULLIF("t0"."event", '') IS NOT NULL
      AND "t0"."timestamp" IS NOT NULL
  ) AS "t1"
) AS "t2"
WHERE
  (
    "t2"."role_copy" = 0
  ) OR "t2"."role_lacks"
