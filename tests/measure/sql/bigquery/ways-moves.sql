WITH `t2` AS (
  SELECT
    `t1`.`person`,
    `t1`.`time`,
    `t1`.`place`,
    `t1`.`number`,
    LAG(`t1`.`number`) OVER (PARTITION BY `t1`.`person` ORDER BY `t1`.`time` ASC, `t1`.`number` ASC) AS `before`
  FROM (
    SELECT
      `t0`.`person`,
      `t0`.`time`,
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
            IF(TRUE AND `t0`.`event` IN ('paid') AND TRUE, 3, CAST(NULL AS INT64))
          )
        )
      ) AS `number`
    FROM `log` AS `t0`
    WHERE
      TRUE
      AND `t0`.`time` > TIMESTAMP('2026-01-05T00:00:00+00:00')
      AND (
        FALSE
        OR (
          TRUE AND `t0`.`event` IN ('seen') AND TRUE
        )
        OR (
          TRUE AND `t0`.`event` IN ('tried') AND TRUE
        )
        OR (
          TRUE AND `t0`.`event` IN ('used') AND TRUE
        )
        OR (
          TRUE AND `t0`.`event` IN ('paid') AND TRUE
        )
      )
  ) AS `t1`
)
SELECT
  *
FROM (
  SELECT
    CAST(NULL AS INT64) AS `before`,
    CAST(NULL AS INT64) AS `number`,
    `t12`.`people`,
    `t12`.`of`
  FROM (
    SELECT
      SUM(CAST(IF(`t10`.`returns` = 0, 1, 0) AS INT64)) AS `people`,
      COUNT(*) AS `of`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t4`.`person`,
          COUNT(*) AS `steps`,
          SUM(CAST(IF(`t4`.`number` < `t4`.`before`, 1, 0) AS INT64)) AS `returns`
        FROM (
          SELECT
            *
          FROM `t2` AS `t3`
          WHERE
            (
              `t3`.`before` IS NULL
            ) OR (
              `t3`.`before` <> `t3`.`number`
            )
        ) AS `t4`
        GROUP BY
          1
      ) AS `t7`
      WHERE
        `t7`.`steps` > 1
    ) AS `t10`
  ) AS `t12`
) AS `t13`
UNION ALL
SELECT
  *
FROM (
  SELECT
    `t9`.`before`,
    `t9`.`number`,
    `t9`.`people`,
    CAST(NULL AS INT64) AS `of`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t5`.`before`,
        `t5`.`number`,
        COUNT(DISTINCT `t5`.`person`) AS `people`
      FROM (
        SELECT
          *
        FROM `t2` AS `t3`
        WHERE
          (
            (
              `t3`.`before` IS NULL
            ) OR (
              `t3`.`before` <> `t3`.`number`
            )
          )
          AND `t3`.`number` < `t3`.`before`
      ) AS `t5`
      GROUP BY
        1,
        2
    ) AS `t6`
    ORDER BY
      `t6`.`people` DESC,
      `t6`.`before` ASC NULLS LAST,
      `t6`.`number` ASC NULLS LAST
    LIMIT 20
  ) AS `t9`
) AS `t11`
