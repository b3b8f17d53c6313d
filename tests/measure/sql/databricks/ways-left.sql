WITH `t1` AS (
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
          IF(TRUE AND `t0`.`event` IN ('paid') AND TRUE, 3, CAST(NULL AS BIGINT))
        )
      )
    ) AS `number`
  FROM `log` AS `t0`
  WHERE
    TRUE
    AND `t0`.`time` > CAST('2026-01-05T00:00:00' AS TIMESTAMP)
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
)
SELECT
  `t18`.`number`,
  `t18`.`p0`,
  `t18`.`p1`,
  `t18`.`p2`,
  `t18`.`people`,
  IF(
    `t18`.`number` = 2,
    'used',
    IF(`t18`.`number` = 1, 'tried', IF(`t18`.`number` = 0, 'seen', CAST(NULL AS STRING)))
  ) AS `place`
FROM (
  SELECT
    `t17`.`number`,
    `t17`.`p0`,
    `t17`.`p1`,
    `t17`.`p2`,
    COUNT(*) AS `people`
  FROM (
    SELECT
      `t16`.`person`,
      `t16`.`number`,
      MAX(IF(`t16`.`at` = 0, `t16`.`place`, NULL)) AS `p0`,
      MAX(IF(`t16`.`at` = 1, `t16`.`place`, NULL)) AS `p1`,
      MAX(IF(`t16`.`at` = 2, `t16`.`place`, NULL)) AS `p2`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t14`.`person`,
          `t14`.`number`,
          `t14`.`time`,
          `t14`.`place`,
          `t14`.`before`,
          ROW_NUMBER() OVER (
            PARTITION BY `t14`.`person`
            ORDER BY `t14`.`time` ASC NULLS LAST, `t14`.`place` ASC NULLS LAST
          ) - 1 AS `at`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t12`.`person`,
              `t12`.`number`,
              `t12`.`time`,
              `t12`.`place`,
              LAG(`t12`.`place`) OVER (
                PARTITION BY `t12`.`person`
                ORDER BY `t12`.`time` ASC NULLS LAST, `t12`.`place` ASC NULLS LAST
              ) AS `before`
            FROM (
              SELECT
                `t11`.`g_person` AS `person`,
                `t11`.`number`,
                `t5`.`time`,
                `t5`.`event` AS `place`
              FROM (
                SELECT
                  `t9`.`person` AS `g_person`,
                  `t9`.`last` AS `left_at`,
                  MAX(`t9`.`number`) AS `number`
                FROM (
                  SELECT
                    `t4`.`person`,
                    `t4`.`time`,
                    `t4`.`place`,
                    `t4`.`number`,
                    `t8`.`l_person`,
                    `t8`.`last`,
                    `t8`.`furthest`
                  FROM `t1` AS `t4`
                  INNER JOIN (
                    SELECT
                      *
                    FROM (
                      SELECT
                        `t2`.`person` AS `l_person`,
                        MAX(`t2`.`time`) AS `last`,
                        MAX(`t2`.`number`) AS `furthest`
                      FROM `t1` AS `t2`
                      GROUP BY
                        1
                    ) AS `t6`
                    WHERE
                      `t6`.`last` <= CAST('2026-03-16T00:00:00' AS TIMESTAMP) AND `t6`.`furthest` < 3
                  ) AS `t8`
                    ON `t4`.`person` = `t8`.`l_person` AND `t4`.`time` = `t8`.`last`
                ) AS `t9`
                GROUP BY
                  1,
                  2
              ) AS `t11`
              LEFT OUTER JOIN (
                SELECT
                  `t0`.`person` AS `o_person`,
                  `t0`.`time`,
                  `t0`.`event`
                FROM `log` AS `t0`
                WHERE
                  TRUE
                  AND `t0`.`time` > CAST('2026-01-05T00:00:00' AS TIMESTAMP)
                  AND NOT (
                    COALESCE(
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
                      ),
                      FALSE
                    )
                  )
              ) AS `t5`
                ON `t11`.`g_person` = `t5`.`o_person` AND `t5`.`time` > `t11`.`left_at`
            ) AS `t12`
          ) AS `t13`
          WHERE
            (
              `t13`.`before` IS NULL
            ) OR (
              `t13`.`before` <> `t13`.`place`
            )
        ) AS `t14`
      ) AS `t15`
      WHERE
        `t15`.`at` < 3
    ) AS `t16`
    GROUP BY
      1,
      2
  ) AS `t17`
  GROUP BY
    1,
    2,
    3,
    4
) AS `t18`
ORDER BY
  `t18`.`number` ASC NULLS LAST,
  `t18`.`people` DESC,
  `t18`.`p0` ASC NULLS LAST,
  `t18`.`p1` ASC NULLS LAST,
  `t18`.`p2` ASC NULLS LAST
