WITH `t13` AS (
  SELECT
    `t12`.`person`,
    `t12`.`t1`,
    `t12`.`s0`,
    `t12`.`s1`,
    `t12`.`s2`,
    `t12`.`t2`,
    IF(
      (
        `t12`.`t1` >= CAST('2025-12-31T23:00:00' AS TIMESTAMP)
      )
      AND (
        `t12`.`t1` < CAST('2026-06-30T22:00:00' AS TIMESTAMP)
      ),
      IF(
        `t12`.`t1` < CAST('2026-03-31T22:00:00' AS TIMESTAMP),
        IF(
          `t12`.`t1` < CAST('2026-01-31T23:00:00' AS TIMESTAMP),
          0,
          IF(`t12`.`t1` < CAST('2026-02-28T23:00:00' AS TIMESTAMP), 1, 2)
        ),
        IF(
          `t12`.`t1` < CAST('2026-04-30T22:00:00' AS TIMESTAMP),
          3,
          IF(`t12`.`t1` < CAST('2026-05-31T22:00:00' AS TIMESTAMP), 4, 5)
        )
      ),
      -1
    ) AS `period`,
    (
      `t12`.`t1` + INTERVAL '2592000' SECOND
    ) <= CAST('2026-04-05T00:00:00' AS TIMESTAMP) AS `is_over`
  FROM (
    SELECT
      `t11`.`person`,
      `t11`.`t1`,
      `t11`.`s0`,
      `t11`.`s1`,
      `t11`.`s2`,
      MIN(`t11`.`e_time`) AS `t2`
    FROM (
      SELECT
        `t10`.`person`,
        `t10`.`t1`,
        `t10`.`s0`,
        `t10`.`s1`,
        `t10`.`s2`,
        `t2`.`e_person`,
        `t2`.`e_time`
      FROM (
        SELECT
          `t8`.`person`,
          `t8`.`t1`,
          MAX(CAST(IF(`t8`.`e_s0`, 1, 0) AS BIGINT)) AS `s0`,
          MAX(CAST(IF(`t8`.`e_s1`, 1, 0) AS BIGINT)) AS `s1`,
          MAX(CAST(IF(`t8`.`e_s2`, 1, 0) AS BIGINT)) AS `s2`
        FROM (
          SELECT
            `t7`.`person`,
            `t7`.`t1`,
            `t5`.`e_person`,
            `t5`.`e_time`,
            `t5`.`e_s0`,
            `t5`.`e_s1`,
            `t5`.`e_s2`
          FROM (
            SELECT
              `t3`.`person`,
              MIN(`t3`.`time`) AS `t1`
            FROM (
              SELECT
                `t0`.`person`,
                `t0`.`time`,
                TRUE AND `t0`.`event` IN ('seen') AND TRUE AS `starts`,
                TRUE AND `t0`.`event` IN ('paid') AND TRUE AS `ends`,
                TRUE AS `s0`,
                TRUE
                AND COALESCE(
                  IF(
                    STARTSWITH(`t0`.`plan`, '['),
                    `t0`.`plan` IN ('solo') OR CONTAINS(`t0`.`plan`, '"solo"'),
                    `t0`.`plan` IN ('solo')
                  ),
                  FALSE
                ) AS `s1`,
                TRUE
                AND COALESCE(
                  IF(
                    STARTSWITH(`t0`.`plan`, '['),
                    `t0`.`plan` IN ('team') OR CONTAINS(`t0`.`plan`, '"team"'),
                    `t0`.`plan` IN ('team')
                  ),
                  FALSE
                ) AS `s2`
              FROM `log` AS `t0`
              WHERE
                TRUE AND `t0`.`event` IN ('seen') AND TRUE
            ) AS `t3`
            GROUP BY
              1
          ) AS `t7`
          INNER JOIN (
            SELECT
              `t0`.`person` AS `e_person`,
              `t0`.`time` AS `e_time`,
              TRUE AS `e_s0`,
              TRUE
              AND COALESCE(
                IF(
                  STARTSWITH(`t0`.`plan`, '['),
                  `t0`.`plan` IN ('solo') OR CONTAINS(`t0`.`plan`, '"solo"'),
                  `t0`.`plan` IN ('solo')
                ),
                FALSE
              ) AS `e_s1`,
              TRUE
              AND COALESCE(
                IF(
                  STARTSWITH(`t0`.`plan`, '['),
                  `t0`.`plan` IN ('team') OR CONTAINS(`t0`.`plan`, '"team"'),
                  `t0`.`plan` IN ('team')
                ),
                FALSE
              ) AS `e_s2`
            FROM `log` AS `t0`
            WHERE
              TRUE AND `t0`.`event` IN ('seen') AND TRUE
          ) AS `t5`
            ON `t7`.`person` = `t5`.`e_person` AND `t5`.`e_time` = `t7`.`t1`
        ) AS `t8`
        GROUP BY
          1,
          2
      ) AS `t10`
      LEFT OUTER JOIN (
        SELECT
          `t0`.`person` AS `e_person`,
          `t0`.`time` AS `e_time`
        FROM `log` AS `t0`
        WHERE
          TRUE AND `t0`.`event` IN ('paid') AND TRUE
      ) AS `t2`
        ON `t10`.`person` = `t2`.`e_person`
        AND `t2`.`e_time` > `t10`.`t1`
        AND `t2`.`e_time` <= (
          `t10`.`t1` + INTERVAL '2592000' SECOND
        )
    ) AS `t11`
    GROUP BY
      1,
      2,
      3,
      4,
      5
  ) AS `t12`
)
SELECT
  *
FROM (
  SELECT
    `t27`.`period`,
    2 AS `segment`,
    `t27`.`n`,
    `t27`.`pending`,
    `t33`.`place`,
    `t33`.`seconds`
  FROM (
    SELECT
      `t15`.`period`,
      SUM(IF(`t15`.`is_over`, 0, 1)) AS `pending`,
      SUM(IF(`t15`.`is_over` AND (
        `t15`.`t2` IS NOT NULL
      ), 1, 0)) AS `n`
    FROM (
      SELECT
        `t14`.`person`,
        `t14`.`t1`,
        `t14`.`s0`,
        `t14`.`s1`,
        `t14`.`s2`,
        `t14`.`t2`,
        `t14`.`period`,
        `t14`.`is_over`,
        CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t1`) AS TIMESTAMP)) AS BIGINT) AS `started`,
        CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t2`) AS TIMESTAMP)) AS BIGINT) AS `ended`,
        CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t2`) AS TIMESTAMP)) AS BIGINT) - CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t1`) AS TIMESTAMP)) AS BIGINT) AS `seconds`
      FROM `t13` AS `t14`
      WHERE
        `t14`.`period` >= 0 AND `t14`.`s2` = 1
    ) AS `t15`
    GROUP BY
      1
  ) AS `t27`
  LEFT OUTER JOIN (
    SELECT
      `t24`.`period` AS `k_period`,
      `t24`.`place`,
      `t24`.`seconds`
    FROM (
      SELECT
        `t18`.`period`,
        `t18`.`seconds`,
        (
          ROW_NUMBER() OVER (
            PARTITION BY `t18`.`period`
            ORDER BY `t18`.`seconds` ASC NULLS LAST, `t18`.`person` ASC NULLS LAST
          ) - 1
        ) + 1 AS `place`,
        COUNT(`t18`.`seconds`) OVER (
          PARTITION BY `t18`.`period`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS `n`
      FROM (
        SELECT
          `t14`.`person`,
          `t14`.`t1`,
          `t14`.`s0`,
          `t14`.`s1`,
          `t14`.`s2`,
          `t14`.`t2`,
          `t14`.`period`,
          `t14`.`is_over`,
          CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t1`) AS TIMESTAMP)) AS BIGINT) AS `started`,
          CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t2`) AS TIMESTAMP)) AS BIGINT) AS `ended`,
          CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t2`) AS TIMESTAMP)) AS BIGINT) - CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t1`) AS TIMESTAMP)) AS BIGINT) AS `seconds`
        FROM `t13` AS `t14`
        WHERE
          `t14`.`period` >= 0
          AND `t14`.`s2` = 1
          AND `t14`.`is_over`
          AND `t14`.`t2` IS NOT NULL
      ) AS `t18`
    ) AS `t24`
    WHERE
      (
        `t24`.`place` = (
          CAST(FLOOR((
            (
              `t24`.`n` - 1
            ) * 9
          ) / (
            10
          )) AS BIGINT) + 1
        )
      )
      OR (
        `t24`.`place` = (
          CAST(FLOOR((
            (
              `t24`.`n` - 1
            ) * 9
          ) / (
            10
          )) AS BIGINT) + 1 + 1
        )
      )
      OR (
        `t24`.`place` = GREATEST(
          CAST(FLOOR(
            (
              CAST(`t24`.`n` AS DOUBLE) * 0.9
            ) - (
              SQRT(CAST(`t24`.`n` AS DOUBLE) * 0.9 * 0.09999999999999998) * 1.959964
            )
          ) AS BIGINT),
          1
        )
      )
      OR (
        `t24`.`place` = LEAST(
          CAST(CEIL(
            (
              CAST(`t24`.`n` AS DOUBLE) * 0.9
            ) + (
              SQRT(CAST(`t24`.`n` AS DOUBLE) * 0.9 * 0.09999999999999998) * 1.959964
            )
          ) AS BIGINT) + 1,
          `t24`.`n`
        )
      )
  ) AS `t33`
    ON `t27`.`period` = `t33`.`k_period`
) AS `t36`
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t28`.`period`,
      0 AS `segment`,
      `t28`.`n`,
      `t28`.`pending`,
      `t34`.`place`,
      `t34`.`seconds`
    FROM (
      SELECT
        `t16`.`period`,
        SUM(IF(`t16`.`is_over`, 0, 1)) AS `pending`,
        SUM(IF(`t16`.`is_over` AND (
          `t16`.`t2` IS NOT NULL
        ), 1, 0)) AS `n`
      FROM (
        SELECT
          `t14`.`person`,
          `t14`.`t1`,
          `t14`.`s0`,
          `t14`.`s1`,
          `t14`.`s2`,
          `t14`.`t2`,
          `t14`.`period`,
          `t14`.`is_over`,
          CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t1`) AS TIMESTAMP)) AS BIGINT) AS `started`,
          CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t2`) AS TIMESTAMP)) AS BIGINT) AS `ended`,
          CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t2`) AS TIMESTAMP)) AS BIGINT) - CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t1`) AS TIMESTAMP)) AS BIGINT) AS `seconds`
        FROM `t13` AS `t14`
        WHERE
          `t14`.`period` >= 0 AND `t14`.`s0` = 1
      ) AS `t16`
      GROUP BY
        1
    ) AS `t28`
    LEFT OUTER JOIN (
      SELECT
        `t25`.`period` AS `k_period`,
        `t25`.`place`,
        `t25`.`seconds`
      FROM (
        SELECT
          `t19`.`period`,
          `t19`.`seconds`,
          (
            ROW_NUMBER() OVER (
              PARTITION BY `t19`.`period`
              ORDER BY `t19`.`seconds` ASC NULLS LAST, `t19`.`person` ASC NULLS LAST
            ) - 1
          ) + 1 AS `place`,
          COUNT(`t19`.`seconds`) OVER (
            PARTITION BY `t19`.`period`
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) AS `n`
        FROM (
          SELECT
            `t14`.`person`,
            `t14`.`t1`,
            `t14`.`s0`,
            `t14`.`s1`,
            `t14`.`s2`,
            `t14`.`t2`,
            `t14`.`period`,
            `t14`.`is_over`,
            CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t1`) AS TIMESTAMP)) AS BIGINT) AS `started`,
            CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t2`) AS TIMESTAMP)) AS BIGINT) AS `ended`,
            CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t2`) AS TIMESTAMP)) AS BIGINT) - CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t1`) AS TIMESTAMP)) AS BIGINT) AS `seconds`
          FROM `t13` AS `t14`
          WHERE
            `t14`.`period` >= 0
            AND `t14`.`s0` = 1
            AND `t14`.`is_over`
            AND `t14`.`t2` IS NOT NULL
        ) AS `t19`
      ) AS `t25`
      WHERE
        (
          `t25`.`place` = (
            CAST(FLOOR((
              (
                `t25`.`n` - 1
              ) * 9
            ) / (
              10
            )) AS BIGINT) + 1
          )
        )
        OR (
          `t25`.`place` = (
            CAST(FLOOR((
              (
                `t25`.`n` - 1
              ) * 9
            ) / (
              10
            )) AS BIGINT) + 1 + 1
          )
        )
        OR (
          `t25`.`place` = GREATEST(
            CAST(FLOOR(
              (
                CAST(`t25`.`n` AS DOUBLE) * 0.9
              ) - (
                SQRT(CAST(`t25`.`n` AS DOUBLE) * 0.9 * 0.09999999999999998) * 1.959964
              )
            ) AS BIGINT),
            1
          )
        )
        OR (
          `t25`.`place` = LEAST(
            CAST(CEIL(
              (
                CAST(`t25`.`n` AS DOUBLE) * 0.9
              ) + (
                SQRT(CAST(`t25`.`n` AS DOUBLE) * 0.9 * 0.09999999999999998) * 1.959964
              )
            ) AS BIGINT) + 1,
            `t25`.`n`
          )
        )
    ) AS `t34`
      ON `t28`.`period` = `t34`.`k_period`
  ) AS `t37`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t29`.`period`,
      1 AS `segment`,
      `t29`.`n`,
      `t29`.`pending`,
      `t35`.`place`,
      `t35`.`seconds`
    FROM (
      SELECT
        `t17`.`period`,
        SUM(IF(`t17`.`is_over`, 0, 1)) AS `pending`,
        SUM(IF(`t17`.`is_over` AND (
          `t17`.`t2` IS NOT NULL
        ), 1, 0)) AS `n`
      FROM (
        SELECT
          `t14`.`person`,
          `t14`.`t1`,
          `t14`.`s0`,
          `t14`.`s1`,
          `t14`.`s2`,
          `t14`.`t2`,
          `t14`.`period`,
          `t14`.`is_over`,
          CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t1`) AS TIMESTAMP)) AS BIGINT) AS `started`,
          CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t2`) AS TIMESTAMP)) AS BIGINT) AS `ended`,
          CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t2`) AS TIMESTAMP)) AS BIGINT) - CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t1`) AS TIMESTAMP)) AS BIGINT) AS `seconds`
        FROM `t13` AS `t14`
        WHERE
          `t14`.`period` >= 0 AND `t14`.`s1` = 1
      ) AS `t17`
      GROUP BY
        1
    ) AS `t29`
    LEFT OUTER JOIN (
      SELECT
        `t26`.`period` AS `k_period`,
        `t26`.`place`,
        `t26`.`seconds`
      FROM (
        SELECT
          `t20`.`period`,
          `t20`.`seconds`,
          (
            ROW_NUMBER() OVER (
              PARTITION BY `t20`.`period`
              ORDER BY `t20`.`seconds` ASC NULLS LAST, `t20`.`person` ASC NULLS LAST
            ) - 1
          ) + 1 AS `place`,
          COUNT(`t20`.`seconds`) OVER (
            PARTITION BY `t20`.`period`
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) AS `n`
        FROM (
          SELECT
            `t14`.`person`,
            `t14`.`t1`,
            `t14`.`s0`,
            `t14`.`s1`,
            `t14`.`s2`,
            `t14`.`t2`,
            `t14`.`period`,
            `t14`.`is_over`,
            CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t1`) AS TIMESTAMP)) AS BIGINT) AS `started`,
            CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t2`) AS TIMESTAMP)) AS BIGINT) AS `ended`,
            CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t2`) AS TIMESTAMP)) AS BIGINT) - CAST(UNIX_TIMESTAMP(CAST(DATE_TRUNC('second', `t14`.`t1`) AS TIMESTAMP)) AS BIGINT) AS `seconds`
          FROM `t13` AS `t14`
          WHERE
            `t14`.`period` >= 0
            AND `t14`.`s1` = 1
            AND `t14`.`is_over`
            AND `t14`.`t2` IS NOT NULL
        ) AS `t20`
      ) AS `t26`
      WHERE
        (
          `t26`.`place` = (
            CAST(FLOOR((
              (
                `t26`.`n` - 1
              ) * 9
            ) / (
              10
            )) AS BIGINT) + 1
          )
        )
        OR (
          `t26`.`place` = (
            CAST(FLOOR((
              (
                `t26`.`n` - 1
              ) * 9
            ) / (
              10
            )) AS BIGINT) + 1 + 1
          )
        )
        OR (
          `t26`.`place` = GREATEST(
            CAST(FLOOR(
              (
                CAST(`t26`.`n` AS DOUBLE) * 0.9
              ) - (
                SQRT(CAST(`t26`.`n` AS DOUBLE) * 0.9 * 0.09999999999999998) * 1.959964
              )
            ) AS BIGINT),
            1
          )
        )
        OR (
          `t26`.`place` = LEAST(
            CAST(CEIL(
              (
                CAST(`t26`.`n` AS DOUBLE) * 0.9
              ) + (
                SQRT(CAST(`t26`.`n` AS DOUBLE) * 0.9 * 0.09999999999999998) * 1.959964
              )
            ) AS BIGINT) + 1,
            `t26`.`n`
          )
        )
    ) AS `t35`
      ON `t29`.`period` = `t35`.`k_period`
  ) AS `t38`
) AS `t39`
