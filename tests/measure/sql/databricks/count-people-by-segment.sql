SELECT
  `t3`.`period`,
  SUM(`t3`.`n0`) AS `n0`,
  SUM(`t3`.`n1`) AS `n1`,
  SUM(`t3`.`n2`) AS `n2`
FROM (
  SELECT
    `t2`.`period`,
    `t2`.`person`,
    MAX(CAST(IF(`t2`.`it` AND `t2`.`s0`, 1, 0) AS BIGINT)) AS `n0`,
    MAX(CAST(IF(`t2`.`it` AND `t2`.`s1`, 1, 0) AS BIGINT)) AS `n1`,
    MAX(CAST(IF(`t2`.`it` AND `t2`.`s2`, 1, 0) AS BIGINT)) AS `n2`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t0`.`person`,
        `t0`.`session`,
        IF(
          (
            `t0`.`time` >= CAST('2025-12-31T23:00:00' AS TIMESTAMP)
          )
          AND (
            `t0`.`time` < CAST('2026-06-30T22:00:00' AS TIMESTAMP)
          ),
          IF(
            `t0`.`time` < CAST('2026-03-31T22:00:00' AS TIMESTAMP),
            IF(
              `t0`.`time` < CAST('2026-01-31T23:00:00' AS TIMESTAMP),
              0,
              IF(`t0`.`time` < CAST('2026-02-28T23:00:00' AS TIMESTAMP), 1, 2)
            ),
            IF(
              `t0`.`time` < CAST('2026-04-30T22:00:00' AS TIMESTAMP),
              3,
              IF(`t0`.`time` < CAST('2026-05-31T22:00:00' AS TIMESTAMP), 4, 5)
            )
          ),
          -1
        ) AS `period`,
        TRUE AND `t0`.`event` IN ('tried', 'paid') AND TRUE AS `it`,
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
    ) AS `t1`
    WHERE
      `t1`.`period` >= 0 AND (
        FALSE OR `t1`.`it`
      )
  ) AS `t2`
  GROUP BY
    1,
    2
) AS `t3`
GROUP BY
  1
