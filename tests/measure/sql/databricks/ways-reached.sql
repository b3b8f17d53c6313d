SELECT
  `t1`.`place`,
  COUNT(DISTINCT `t1`.`person`) AS `people`
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
) AS `t1`
GROUP BY
  1
