SELECT
  COUNT(DISTINCT `t1`.`person`) AS `people`
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
          IF(TRUE AND `t0`.`event` IN ('paid') AND TRUE, 3, CAST(NULL AS INT64))
        )
      )
    ) AS `number`
  FROM `log` AS `t0`
  WHERE
    TRUE AND `t0`.`time` > TIMESTAMP('2026-01-05T00:00:00+00:00')
) AS `t1`
