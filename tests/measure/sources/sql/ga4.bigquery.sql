SELECT
  `t8`.`person`,
  `t8`.`session`,
  `t8`.`event`,
  `t8`.`time`,
  COALESCE(
    NULLIF(
      ARRAY(
        SELECT
          COALESCE(
            NULLIF(__ibis_param_item__.`value`.`string_value`, ''),
            CAST(__ibis_param_item__.`value`.`int_value` AS STRING),
            IF(
              __ibis_param_item__.`value`.`float_value` = CAST(FLOOR(__ibis_param_item__.`value`.`float_value`) AS INT64),
              CAST(CAST(TRUNC(__ibis_param_item__.`value`.`float_value`) AS INT64) AS STRING),
              CAST(__ibis_param_item__.`value`.`float_value` AS STRING)
            ),
            IF(
              __ibis_param_item__.`value`.`double_value` = CAST(FLOOR(__ibis_param_item__.`value`.`double_value`) AS INT64),
              CAST(CAST(TRUNC(__ibis_param_item__.`value`.`double_value`) AS INT64) AS STRING),
              CAST(__ibis_param_item__.`value`.`double_value` AS STRING)
            )
          )
        FROM UNNEST(ARRAY(
          SELECT
            __ibis_param_item__
          FROM UNNEST(`t8`.`raw_event_params`) AS __ibis_param_item__
          WHERE
            __ibis_param_item__.`key` = 'page_location'
        )) AS __ibis_param_item__
      )[safe_offset(0)],
      ''
    )
  ) AS `property`
FROM (
  SELECT
    `t7`.`raw_event_timestamp`,
    `t7`.`raw_event_name`,
    `t7`.`raw_user_id`,
    `t7`.`raw_user_pseudo_id`,
    `t7`.`raw_event_params`,
    `t7`.`raw_event_bundle_sequence_id`,
    `t7`.`raw_device`,
    `t7`.`session`,
    `t7`.`event`,
    `t7`.`time`,
    `t7`.`person`,
    `t7`.`role_id_0`,
    `t7`.`role_id_1`,
    `t7`.`role_id_2`,
    `t7`.`role_id_3`,
    ROW_NUMBER() OVER (
      PARTITION BY `t7`.`role_id_0`, `t7`.`role_id_1`, `t7`.`role_id_2`, `t7`.`role_id_3`
      ORDER BY `t7`.`time` ASC, `t7`.`event` ASC, `t7`.`person` ASC
    ) - 1 AS `role_copy`,
    (
      `t7`.`role_id_0` IS NULL
    )
    OR (
      `t7`.`role_id_1` IS NULL
    )
    OR (
      `t7`.`role_id_2` IS NULL
    )
    OR (
      `t7`.`role_id_3` IS NULL
    ) AS `role_lacks`
  FROM (
    SELECT
      `t6`.`raw_event_timestamp`,
      `t6`.`raw_event_name`,
      `t6`.`raw_user_id`,
      `t6`.`raw_user_pseudo_id`,
      `t6`.`raw_event_params`,
      `t6`.`raw_event_bundle_sequence_id`,
      `t6`.`raw_device`,
      CONCAT(
        CONCAT(COALESCE(`t6`.`role_0`, `t6`.`role_known_1`, `t6`.`role_1`), '/'),
        `t6`.`session`
      ) AS `session`,
      `t6`.`event`,
      `t6`.`time`,
      COALESCE(`t6`.`role_0`, `t6`.`role_known_1`, `t6`.`role_1`) AS `person`,
      CAST(`t6`.`raw_event_bundle_sequence_id` AS STRING) AS `role_id_0`,
      NULLIF(`t6`.`raw_user_pseudo_id`, '') AS `role_id_1`,
      NULLIF(`t6`.`raw_event_name`, '') AS `role_id_2`,
      CAST(`t6`.`raw_event_timestamp` AS STRING) AS `role_id_3`
    FROM (
      SELECT
        `t3`.`raw_event_timestamp`,
        `t3`.`raw_event_name`,
        `t3`.`raw_user_id`,
        `t3`.`raw_user_pseudo_id`,
        `t3`.`raw_event_params`,
        `t3`.`raw_event_bundle_sequence_id`,
        `t3`.`raw_device`,
        `t3`.`session`,
        `t3`.`event`,
        `t3`.`time`,
        `t3`.`role_0`,
        `t3`.`role_1`,
        `t5`.`role_known_1`
      FROM (
        SELECT
          `t0`.`event_timestamp` AS `raw_event_timestamp`,
          `t0`.`event_name` AS `raw_event_name`,
          `t0`.`user_id` AS `raw_user_id`,
          `t0`.`user_pseudo_id` AS `raw_user_pseudo_id`,
          `t0`.`event_params` AS `raw_event_params`,
          `t0`.`event_bundle_sequence_id` AS `raw_event_bundle_sequence_id`,
          `t0`.`device` AS `raw_device`,
          NULLIF(
            ARRAY(
              SELECT
                COALESCE(
                  NULLIF(__ibis_param_item__.`value`.`string_value`, ''),
                  CAST(__ibis_param_item__.`value`.`int_value` AS STRING),
                  IF(
                    __ibis_param_item__.`value`.`float_value` = CAST(FLOOR(__ibis_param_item__.`value`.`float_value`) AS INT64),
                    CAST(CAST(TRUNC(__ibis_param_item__.`value`.`float_value`) AS INT64) AS STRING),
                    CAST(__ibis_param_item__.`value`.`float_value` AS STRING)
                  ),
                  IF(
                    __ibis_param_item__.`value`.`double_value` = CAST(FLOOR(__ibis_param_item__.`value`.`double_value`) AS INT64),
                    CAST(CAST(TRUNC(__ibis_param_item__.`value`.`double_value`) AS INT64) AS STRING),
                    CAST(__ibis_param_item__.`value`.`double_value` AS STRING)
                  )
                )
              FROM UNNEST(ARRAY(
                SELECT
                  __ibis_param_item__
                FROM UNNEST(`t0`.`event_params`) AS __ibis_param_item__
                WHERE
                  __ibis_param_item__.`key` = 'ga_session_id'
              )) AS __ibis_param_item__
            )[safe_offset(0)],
            ''
          ) AS `session`,
          NULLIF(`t0`.`event_name`, '') AS `event`,
          TIMESTAMP_ADD(
            TIMESTAMP('1970-01-01T00:00:00+00:00'),
            INTERVAL (IF(
              `t0`.`event_timestamp` BETWEEN -4000000000000000 AND 4000000000000000,
              `t0`.`event_timestamp`,
              CAST(NULL AS INT64)
            )) MICROSECOND
          ) AS `time`,
          NULLIF(`t0`.`user_id`, '') AS `role_0`,
          NULLIF(`t0`.`user_pseudo_id`, '') AS `role_1`
        FROM `rows` AS `t0`
      ) AS `t3`
      LEFT OUTER JOIN (
        SELECT
          `t2`.`role_1` AS `role_known_1_key`,
          MAX(`t2`.`role_known_1`) AS `role_known_1`
        FROM (
          SELECT
            `t0`.`event_timestamp` AS `raw_event_timestamp`,
            `t0`.`event_name` AS `raw_event_name`,
            `t0`.`user_id` AS `raw_user_id`,
            `t0`.`user_pseudo_id` AS `raw_user_pseudo_id`,
            `t0`.`event_params` AS `raw_event_params`,
            `t0`.`event_bundle_sequence_id` AS `raw_event_bundle_sequence_id`,
            `t0`.`device` AS `raw_device`,
            NULLIF(
              ARRAY(
                SELECT
                  COALESCE(
                    NULLIF(__ibis_param_item__.`value`.`string_value`, ''),
                    CAST(__ibis_param_item__.`value`.`int_value` AS STRING),
                    IF(
                      __ibis_param_item__.`value`.`float_value` = CAST(FLOOR(__ibis_param_item__.`value`.`float_value`) AS INT64),
                      CAST(CAST(TRUNC(__ibis_param_item__.`value`.`float_value`) AS INT64) AS STRING),
                      CAST(__ibis_param_item__.`value`.`float_value` AS STRING)
                    ),
                    IF(
                      __ibis_param_item__.`value`.`double_value` = CAST(FLOOR(__ibis_param_item__.`value`.`double_value`) AS INT64),
                      CAST(CAST(TRUNC(__ibis_param_item__.`value`.`double_value`) AS INT64) AS STRING),
                      CAST(__ibis_param_item__.`value`.`double_value` AS STRING)
                    )
                  )
                FROM UNNEST(ARRAY(
                  SELECT
                    __ibis_param_item__
                  FROM UNNEST(`t0`.`event_params`) AS __ibis_param_item__
                  WHERE
                    __ibis_param_item__.`key` = 'ga_session_id'
                )) AS __ibis_param_item__
              )[safe_offset(0)],
              ''
            ) AS `session`,
            NULLIF(`t0`.`event_name`, '') AS `event`,
            TIMESTAMP_ADD(
              TIMESTAMP('1970-01-01T00:00:00+00:00'),
              INTERVAL (IF(
                `t0`.`event_timestamp` BETWEEN -4000000000000000 AND 4000000000000000,
                `t0`.`event_timestamp`,
                CAST(NULL AS INT64)
              )) MICROSECOND
            ) AS `time`,
            NULLIF(`t0`.`user_id`, '') AS `role_0`,
            NULLIF(`t0`.`user_pseudo_id`, '') AS `role_1`,
            COALESCE(NULLIF(`t0`.`user_id`, '')) AS `role_known_1`
          FROM `rows` AS `t0`
          WHERE
            NULLIF(`t0`.`user_pseudo_id`, '') IS NOT NULL
            AND COALESCE(NULLIF(`t0`.`user_id`, '')) IS NOT NULL
        ) AS `t2`
        GROUP BY
          1
      ) AS `t5`
        ON `t3`.`role_1` = `t5`.`role_known_1_key`
    ) AS `t6`
    WHERE
      COALESCE(`t6`.`role_0`, `t6`.`role_known_1`, `t6`.`role_1`) IS NOT NULL
      AND `t6`.`event` IS NOT NULL
      AND `t6`.`time` IS NOT NULL
  ) AS `t7`
) AS `t8`
WHERE
  (
    `t8`.`role_copy` = 0
  ) OR `t8`.`role_lacks`
