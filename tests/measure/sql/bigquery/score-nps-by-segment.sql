SELECT
  `t2`.`period`,
  SUM(CAST(IF(`t2`.`s0`, 1, 0) AS INT64)) AS `n0`,
  SUM(CAST(IF(`t2`.`s0` AND (
    `t2`.`score` > 8
  ), 1, 0) AS INT64)) AS `best0`,
  SUM(CAST(IF(`t2`.`s0` AND (
    `t2`.`score` <= 6
  ), 1, 0) AS INT64)) AS `worst0`,
  SUM(IF(`t2`.`s0`, `t2`.`score`, 0.0)) AS `sum0`,
  SUM(IF(`t2`.`s0`, `t2`.`score`, 0.0) * IF(`t2`.`s0`, `t2`.`score`, 0.0)) AS `squares0`,
  SUM(CAST(IF(`t2`.`s1`, 1, 0) AS INT64)) AS `n1`,
  SUM(CAST(IF(`t2`.`s1` AND (
    `t2`.`score` > 8
  ), 1, 0) AS INT64)) AS `best1`,
  SUM(CAST(IF(`t2`.`s1` AND (
    `t2`.`score` <= 6
  ), 1, 0) AS INT64)) AS `worst1`,
  SUM(IF(`t2`.`s1`, `t2`.`score`, 0.0)) AS `sum1`,
  SUM(IF(`t2`.`s1`, `t2`.`score`, 0.0) * IF(`t2`.`s1`, `t2`.`score`, 0.0)) AS `squares1`,
  SUM(CAST(IF(`t2`.`s2`, 1, 0) AS INT64)) AS `n2`,
  SUM(CAST(IF(`t2`.`s2` AND (
    `t2`.`score` > 8
  ), 1, 0) AS INT64)) AS `best2`,
  SUM(CAST(IF(`t2`.`s2` AND (
    `t2`.`score` <= 6
  ), 1, 0) AS INT64)) AS `worst2`,
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
          `t0`.`time` >= TIMESTAMP('2025-12-31T23:00:00+00:00')
        )
        AND (
          `t0`.`time` < TIMESTAMP('2026-06-30T22:00:00+00:00')
        ),
        IF(
          `t0`.`time` < TIMESTAMP('2026-03-31T22:00:00+00:00'),
          IF(
            `t0`.`time` < TIMESTAMP('2026-01-31T23:00:00+00:00'),
            0,
            IF(`t0`.`time` < TIMESTAMP('2026-02-28T23:00:00+00:00'), 1, 2)
          ),
          IF(
            `t0`.`time` < TIMESTAMP('2026-04-30T22:00:00+00:00'),
            3,
            IF(`t0`.`time` < TIMESTAMP('2026-05-31T22:00:00+00:00'), 4, 5)
          )
        ),
        -1
      ) AS `period`,
      TRUE AS `counts`,
      TRUE AS `s0`,
      TRUE
      AND COALESCE(
        IF(
          STARTS_WITH(`t0`.`plan`, '['),
          `t0`.`plan` IN ('solo') OR (
            INSTR(`t0`.`plan`, '"solo"') > 0
          ),
          `t0`.`plan` IN ('solo')
        ),
        FALSE
      ) AS `s1`,
      TRUE
      AND COALESCE(
        IF(
          STARTS_WITH(`t0`.`plan`, '['),
          `t0`.`plan` IN ('team') OR (
            INSTR(`t0`.`plan`, '"team"') > 0
          ),
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
