WITH `t9` AS (
  SELECT
    `t8`.`person`,
    `t8`.`t1`,
    `t8`.`s0`,
    `t8`.`t2`,
    IF(
      (
        `t8`.`t2` >= TIMESTAMP('2025-12-31T23:00:00+00:00')
      )
      AND (
        `t8`.`t2` < TIMESTAMP('2026-06-30T22:00:00+00:00')
      ),
      IF(
        `t8`.`t2` < TIMESTAMP('2026-03-31T22:00:00+00:00'),
        IF(
          `t8`.`t2` < TIMESTAMP('2026-01-31T23:00:00+00:00'),
          0,
          IF(`t8`.`t2` < TIMESTAMP('2026-02-28T23:00:00+00:00'), 1, 2)
        ),
        IF(
          `t8`.`t2` < TIMESTAMP('2026-04-30T22:00:00+00:00'),
          3,
          IF(`t8`.`t2` < TIMESTAMP('2026-05-31T22:00:00+00:00'), 4, 5)
        )
      ),
      -1
    ) AS `period`,
    TRUE AS `is_over`
  FROM (
    SELECT
      `t7`.`person`,
      `t7`.`t1`,
      `t7`.`s0`,
      MIN(`t7`.`e_time`) AS `t2`
    FROM (
      SELECT
        `t6`.`person`,
        `t6`.`t1`,
        `t6`.`s0`,
        `t3`.`e_person`,
        `t3`.`e_time`
      FROM (
        SELECT
          `t4`.`person`,
          `t4`.`t1`,
          1 AS `s0`
        FROM (
          SELECT
            `t2`.`person`,
            MIN(`t2`.`time`) AS `t1`
          FROM (
            SELECT
              `t0`.`person`,
              `t0`.`time`,
              TRUE AND `t0`.`event` IN ('seen') AND TRUE AS `starts`,
              TRUE AND `t0`.`event` IN ('paid') AND TRUE AS `ends`,
              TRUE AS `s0`
            FROM `log` AS `t0`
            WHERE
              TRUE AND `t0`.`event` IN ('seen') AND TRUE
          ) AS `t2`
          GROUP BY
            1
        ) AS `t4`
      ) AS `t6`
      LEFT OUTER JOIN (
        SELECT
          `t0`.`person` AS `e_person`,
          `t0`.`time` AS `e_time`
        FROM `log` AS `t0`
        WHERE
          TRUE AND `t0`.`event` IN ('paid') AND TRUE
      ) AS `t3`
        ON `t6`.`person` = `t3`.`e_person`
        AND `t3`.`e_time` > `t6`.`t1`
        AND `t3`.`e_time` <= TIMESTAMP_ADD(`t6`.`t1`, INTERVAL '2592000' SECOND)
    ) AS `t7`
    GROUP BY
      1,
      2,
      3
  ) AS `t8`
)
SELECT
  `t15`.`period`,
  0 AS `segment`,
  `t15`.`n`,
  `t15`.`pending`,
  `t17`.`place`,
  `t17`.`seconds`
FROM (
  SELECT
    `t11`.`period`,
    SUM(IF(`t11`.`is_over`, 0, 1)) AS `pending`,
    SUM(IF(`t11`.`is_over` AND (
      `t11`.`t2` IS NOT NULL
    ), 1, 0)) AS `n`
  FROM (
    SELECT
      `t10`.`person`,
      `t10`.`t1`,
      `t10`.`s0`,
      `t10`.`t2`,
      `t10`.`period`,
      `t10`.`is_over`,
      CAST(UNIX_SECONDS(TIMESTAMP_TRUNC(`t10`.`t1`, SECOND)) AS INT64) AS `started`,
      CAST(UNIX_SECONDS(TIMESTAMP_TRUNC(`t10`.`t2`, SECOND)) AS INT64) AS `ended`,
      CAST(UNIX_SECONDS(TIMESTAMP_TRUNC(`t10`.`t2`, SECOND)) AS INT64) - CAST(UNIX_SECONDS(TIMESTAMP_TRUNC(`t10`.`t1`, SECOND)) AS INT64) AS `seconds`
    FROM `t9` AS `t10`
    WHERE
      `t10`.`period` >= 0 AND `t10`.`s0` = 1
  ) AS `t11`
  GROUP BY
    1
) AS `t15`
LEFT OUTER JOIN (
  SELECT
    `t14`.`period` AS `k_period`,
    `t14`.`place`,
    `t14`.`seconds`
  FROM (
    SELECT
      `t12`.`period`,
      `t12`.`seconds`,
      (
        ROW_NUMBER() OVER (PARTITION BY `t12`.`period` ORDER BY `t12`.`seconds` ASC, `t12`.`person` ASC) - 1
      ) + 1 AS `place`,
      COUNT(`t12`.`seconds`) OVER (
        PARTITION BY `t12`.`period`
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS `n`
    FROM (
      SELECT
        `t10`.`person`,
        `t10`.`t1`,
        `t10`.`s0`,
        `t10`.`t2`,
        `t10`.`period`,
        `t10`.`is_over`,
        CAST(UNIX_SECONDS(TIMESTAMP_TRUNC(`t10`.`t1`, SECOND)) AS INT64) AS `started`,
        CAST(UNIX_SECONDS(TIMESTAMP_TRUNC(`t10`.`t2`, SECOND)) AS INT64) AS `ended`,
        CAST(UNIX_SECONDS(TIMESTAMP_TRUNC(`t10`.`t2`, SECOND)) AS INT64) - CAST(UNIX_SECONDS(TIMESTAMP_TRUNC(`t10`.`t1`, SECOND)) AS INT64) AS `seconds`
      FROM `t9` AS `t10`
      WHERE
        `t10`.`period` >= 0
        AND `t10`.`s0` = 1
        AND `t10`.`is_over`
        AND `t10`.`t2` IS NOT NULL
    ) AS `t12`
  ) AS `t14`
  WHERE
    (
      `t14`.`place` = (
        CAST(FLOOR(ieee_divide((
          `t14`.`n` - 1
        ) * 1, 2)) AS INT64) + 1
      )
    )
    OR (
      `t14`.`place` = (
        CAST(FLOOR(ieee_divide((
          `t14`.`n` - 1
        ) * 1, 2)) AS INT64) + 1 + 1
      )
    )
    OR (
      `t14`.`place` = GREATEST(
        CAST(FLOOR(
          (
            CAST(`t14`.`n` AS FLOAT64) * 0.5
          ) - (
            SQRT(CAST(`t14`.`n` AS FLOAT64) * 0.5 * 0.5) * 1.959964
          )
        ) AS INT64),
        1
      )
    )
    OR (
      `t14`.`place` = LEAST(
        CAST(CEIL(
          (
            CAST(`t14`.`n` AS FLOAT64) * 0.5
          ) + (
            SQRT(CAST(`t14`.`n` AS FLOAT64) * 0.5 * 0.5) * 1.959964
          )
        ) AS INT64) + 1,
        `t14`.`n`
      )
    )
) AS `t17`
  ON `t15`.`period` = `t17`.`k_period`
