SELECT
  *
FROM (
  SELECT
    `t4`.`before`,
    `t4`.`number`,
    COUNT(DISTINCT `t4`.`person`) AS `people`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t2`.`person`,
        `t2`.`time`,
        `t2`.`event`,
        `t2`.`counts`,
        `t2`.`place`,
        `t2`.`number`,
        LAG(`t2`.`number`) OVER (
          PARTITION BY `t2`.`person`
          ORDER BY `t2`.`time` ASC NULLS LAST, `t2`.`number` ASC NULLS LAST
        ) AS `before`
      FROM (
        SELECT
          *
        FROM (
          SELECT
            `t0`.`person`,
            `t0`.`time`,
            `t0`.`event`,
            TRUE AS `counts`,
            IF(
              TRUE AND `t0`.`event` IN ('seen') AND TRUE,
              'seen',
              IF(
                TRUE AND `t0`.`event` IN ('tried') AND TRUE,
                'tried',
                IF(
                  TRUE AND `t0`.`event` IN ('used') AND TRUE,
                  'used',
                  IF(TRUE AND `t0`.`event` IN ('paid') AND TRUE, 'goal', CAST(NULL AS STRING))
                )
              )
            ) AS `place`,
            IF(
              TRUE AND `t0`.`event` IN ('seen') AND TRUE,
              0,
              IF(
                TRUE AND `t0`.`event` IN ('tried') AND TRUE,
                1,
                IF(
                  TRUE AND `t0`.`event` IN ('used') AND TRUE,
                  2,
                  IF(TRUE AND `t0`.`event` IN ('paid') AND TRUE, 3, CAST(NULL AS BIGINT))
                )
              )
            ) AS `number`
          FROM `log` AS `t0`
          WHERE
            TRUE AND `t0`.`time` > CAST('2026-01-05T00:00:00' AS TIMESTAMP)
        ) AS `t1`
        WHERE
          `t1`.`place` IS NOT NULL
      ) AS `t2`
    ) AS `t3`
    WHERE
      (
        (
          `t3`.`before` IS NULL
        ) OR (
          `t3`.`before` <> `t3`.`number`
        )
      )
      AND `t3`.`number` < `t3`.`before`
  ) AS `t4`
  GROUP BY
    1,
    2
) AS `t5`
ORDER BY
  `t5`.`people` DESC,
  `t5`.`before` ASC NULLS LAST,
  `t5`.`number` ASC NULLS LAST
LIMIT 20
