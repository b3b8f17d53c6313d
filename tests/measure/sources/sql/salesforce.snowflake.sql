SELECT
  "t2"."person",
  "t2"."session",
  "t2"."event",
  "t2"."time",
  COALESCE(
    IFF(
      "t2"."raw_Amount" = CAST(FLOOR("t2"."raw_Amount") AS BIGINT),
      CAST(CAST("t2"."raw_Amount" AS BIGINT) AS VARCHAR),
      CAST("t2"."raw_Amount" AS VARCHAR)
    )
  ) AS "property"
FROM (
  SELECT
    "t1"."raw_Id",
    "t1"."raw_OpportunityId",
    "t1"."raw_StageName",
    "t1"."raw_CreatedDate",
    "t1"."raw_Amount",
    "t1"."person",
    "t1"."session",
    "t1"."event",
    "t1"."time",
    "t1"."role_id_0",
    ROW_NUMBER() OVER (
      PARTITION BY "t1"."role_id_0"
      ORDER BY "t1"."time" ASC, "t1"."event" ASC, "t1"."person" ASC
    ) - 1 AS "role_copy",
    "t1"."role_id_0" IS NULL AS "role_lacks"
  FROM (
    SELECT
      "t0"."Id" AS "raw_Id",
      "t0"."OpportunityId" AS "raw_OpportunityId",
      "t0"."StageName" AS "raw_StageName",
      "t0"."CreatedDate" AS "raw_CreatedDate",
      "t0"."Amount" AS "raw_Amount",
      NULLIF("t0"."OpportunityId", '') AS "person",
      CAST(NULL AS VARCHAR) AS "session",
      NULLIF("t0"."StageName", '') AS "event",
      "t0"."CreatedDate" AS "time",
      NULLIF("t0"."Id", '') AS "role_id_0"
    FROM "rows" AS "t0"
    WHERE
      NULLIF("t0"."OpportunityId", '') IS NOT NULL
      AND NULLIF("t0"."StageName", '') IS NOT NULL
      AND "t0"."CreatedDate" IS NOT NULL
  ) AS "t1"
) AS "t2"
WHERE
  (
    "t2"."role_copy" = 0
  ) OR "t2"."role_lacks"
