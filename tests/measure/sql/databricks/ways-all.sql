SELECT
  COUNT(DISTINCT `t1`.`person`) AS `people`
FROM (
  SELECT
    *
  FROM `log` AS `t0`
  WHERE
    TRUE AND `t0`.`time` > CAST('2026-01-05T00:00:00' AS TIMESTAMP)
) AS `t1`
