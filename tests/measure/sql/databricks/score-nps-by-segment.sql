SELECT
  `t2`.`period`,
  SUM(CAST(IF(`t2`.`s0`, 1, 0) AS BIGINT)) AS `n0`,
  SUM(CAST(IF(`t2`.`s0` AND (
    `t2`.`score` > 8
  ), 1, 0) AS BIGINT)) AS `best0`,
  SUM(CAST(IF(`t2`.`s0` AND (
    `t2`.`score` <= 6
  ), 1, 0) AS BIGINT)) AS `worst0`,
  SUM(IF(`t2`.`s0`, `t2`.`score`, 0.0)) AS `sum0`,
  SUM(IF(`t2`.`s0`, `t2`.`score`, 0.0) * IF(`t2`.`s0`, `t2`.`score`, 0.0)) AS `squares0`,
  SUM(CAST(IF(`t2`.`s1`, 1, 0) AS BIGINT)) AS `n1`,
  SUM(CAST(IF(`t2`.`s1` AND (
    `t2`.`score` > 8
  ), 1, 0) AS BIGINT)) AS `best1`,
  SUM(CAST(IF(`t2`.`s1` AND (
    `t2`.`score` <= 6
  ), 1, 0) AS BIGINT)) AS `worst1`,
  SUM(IF(`t2`.`s1`, `t2`.`score`, 0.0)) AS `sum1`,
  SUM(IF(`t2`.`s1`, `t2`.`score`, 0.0) * IF(`t2`.`s1`, `t2`.`score`, 0.0)) AS `squares1`,
  SUM(CAST(IF(`t2`.`s2`, 1, 0) AS BIGINT)) AS `n2`,
  SUM(CAST(IF(`t2`.`s2` AND (
    `t2`.`score` > 8
  ), 1, 0) AS BIGINT)) AS `best2`,
  SUM(CAST(IF(`t2`.`s2` AND (
    `t2`.`score` <= 6
  ), 1, 0) AS BIGINT)) AS `worst2`,
  SUM(IF(`t2`.`s2`, `t2`.`score`, 0.0)) AS `sum2`,
  SUM(IF(`t2`.`s2`, `t2`.`score`, 0.0) * IF(`t2`.`s2`, `t2`.`score`, 0.0)) AS `squares2`
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t0`.`score`,
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
      TRUE AS `counts`,
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
    `t1`.`counts` AND `t1`.`period` >= 0 AND `t1`.`score` >= 0 AND `t1`.`score` <= 10
) AS `t2`
GROUP BY
  1
