SELECT
  `t3`.`people0`,
  `t3`.`lost0`,
  `t3`.`pays0`,
  `t3`.`people1`,
  `t3`.`lost1`,
  `t3`.`pays1`,
  `t3`.`people2`,
  `t3`.`lost2`,
  `t3`.`pays2`,
  `t3`.`people3`,
  `t3`.`lost3`,
  `t3`.`pays3`,
  `t3`.`people4`,
  `t3`.`lost4`,
  `t3`.`pays4`,
  `t3`.`people5`,
  `t3`.`lost5`,
  `t3`.`pays5`,
  0 AS `segment`
FROM (
  SELECT
    SUM(CAST(IF(`t2`.`is0` = 1, 1, 0) AS INT64)) AS `people0`,
    SUM(CAST(IF((
      `t2`.`is0` = 1
    ) AND NOT (
      `t2`.`is1` = 1
    ), 1, 0) AS INT64)) AS `lost0`,
    SUM(IF(`t2`.`is0` = 1, `t2`.`pays0`, 0)) AS `pays0`,
    SUM(CAST(IF(`t2`.`is1` = 1, 1, 0) AS INT64)) AS `people1`,
    SUM(CAST(IF((
      `t2`.`is1` = 1
    ) AND NOT (
      `t2`.`is2` = 1
    ), 1, 0) AS INT64)) AS `lost1`,
    SUM(IF(`t2`.`is1` = 1, `t2`.`pays1`, 0)) AS `pays1`,
    SUM(CAST(IF(`t2`.`is2` = 1, 1, 0) AS INT64)) AS `people2`,
    SUM(CAST(IF((
      `t2`.`is2` = 1
    ) AND NOT (
      `t2`.`is3` = 1
    ), 1, 0) AS INT64)) AS `lost2`,
    SUM(IF(`t2`.`is2` = 1, `t2`.`pays2`, 0)) AS `pays2`,
    SUM(CAST(IF(`t2`.`is3` = 1, 1, 0) AS INT64)) AS `people3`,
    SUM(CAST(IF((
      `t2`.`is3` = 1
    ) AND NOT (
      `t2`.`is4` = 1
    ), 1, 0) AS INT64)) AS `lost3`,
    SUM(IF(`t2`.`is3` = 1, `t2`.`pays3`, 0)) AS `pays3`,
    SUM(CAST(IF(`t2`.`is4` = 1, 1, 0) AS INT64)) AS `people4`,
    SUM(CAST(IF((
      `t2`.`is4` = 1
    ) AND NOT (
      `t2`.`is5` = 1
    ), 1, 0) AS INT64)) AS `lost4`,
    SUM(IF(`t2`.`is4` = 1, `t2`.`pays4`, 0)) AS `pays4`,
    SUM(CAST(IF(`t2`.`is5` = 1, 1, 0) AS INT64)) AS `people5`,
    SUM(CAST(IF((
      `t2`.`is5` = 1
    ) AND NOT (
      `t2`.`is6` = 1
    ), 1, 0) AS INT64)) AS `lost5`,
    SUM(IF(`t2`.`is5` = 1, `t2`.`pays5`, 0)) AS `pays5`
  FROM (
    SELECT
      `t1`.`person`,
      MAX(
        CAST(IF(
          (
            `t1`.`start` <= TIMESTAMP('2025-12-31T23:00:00+00:00')
          )
          AND (
            (
              `t1`.`end` IS NULL
            )
            OR (
              `t1`.`end` > TIMESTAMP('2025-12-31T23:00:00+00:00')
            )
          ),
          1,
          0
        ) AS INT64)
      ) AS `is0`,
      SUM(
        IF(
          (
            `t1`.`start` <= TIMESTAMP('2025-12-31T23:00:00+00:00')
          )
          AND (
            (
              `t1`.`end` IS NULL
            )
            OR (
              `t1`.`end` > TIMESTAMP('2025-12-31T23:00:00+00:00')
            )
          ),
          `t1`.`amount`,
          0
        )
      ) AS `pays0`,
      MAX(
        CAST(IF(
          (
            `t1`.`start` <= TIMESTAMP('2026-01-31T23:00:00+00:00')
          )
          AND (
            (
              `t1`.`end` IS NULL
            )
            OR (
              `t1`.`end` > TIMESTAMP('2026-01-31T23:00:00+00:00')
            )
          ),
          1,
          0
        ) AS INT64)
      ) AS `is1`,
      SUM(
        IF(
          (
            `t1`.`start` <= TIMESTAMP('2026-01-31T23:00:00+00:00')
          )
          AND (
            (
              `t1`.`end` IS NULL
            )
            OR (
              `t1`.`end` > TIMESTAMP('2026-01-31T23:00:00+00:00')
            )
          ),
          `t1`.`amount`,
          0
        )
      ) AS `pays1`,
      MAX(
        CAST(IF(
          (
            `t1`.`start` <= TIMESTAMP('2026-02-28T23:00:00+00:00')
          )
          AND (
            (
              `t1`.`end` IS NULL
            )
            OR (
              `t1`.`end` > TIMESTAMP('2026-02-28T23:00:00+00:00')
            )
          ),
          1,
          0
        ) AS INT64)
      ) AS `is2`,
      SUM(
        IF(
          (
            `t1`.`start` <= TIMESTAMP('2026-02-28T23:00:00+00:00')
          )
          AND (
            (
              `t1`.`end` IS NULL
            )
            OR (
              `t1`.`end` > TIMESTAMP('2026-02-28T23:00:00+00:00')
            )
          ),
          `t1`.`amount`,
          0
        )
      ) AS `pays2`,
      MAX(
        CAST(IF(
          (
            `t1`.`start` <= TIMESTAMP('2026-03-31T22:00:00+00:00')
          )
          AND (
            (
              `t1`.`end` IS NULL
            )
            OR (
              `t1`.`end` > TIMESTAMP('2026-03-31T22:00:00+00:00')
            )
          ),
          1,
          0
        ) AS INT64)
      ) AS `is3`,
      SUM(
        IF(
          (
            `t1`.`start` <= TIMESTAMP('2026-03-31T22:00:00+00:00')
          )
          AND (
            (
              `t1`.`end` IS NULL
            )
            OR (
              `t1`.`end` > TIMESTAMP('2026-03-31T22:00:00+00:00')
            )
          ),
          `t1`.`amount`,
          0
        )
      ) AS `pays3`,
      MAX(
        CAST(IF(
          (
            `t1`.`start` <= TIMESTAMP('2026-04-30T22:00:00+00:00')
          )
          AND (
            (
              `t1`.`end` IS NULL
            )
            OR (
              `t1`.`end` > TIMESTAMP('2026-04-30T22:00:00+00:00')
            )
          ),
          1,
          0
        ) AS INT64)
      ) AS `is4`,
      SUM(
        IF(
          (
            `t1`.`start` <= TIMESTAMP('2026-04-30T22:00:00+00:00')
          )
          AND (
            (
              `t1`.`end` IS NULL
            )
            OR (
              `t1`.`end` > TIMESTAMP('2026-04-30T22:00:00+00:00')
            )
          ),
          `t1`.`amount`,
          0
        )
      ) AS `pays4`,
      MAX(
        CAST(IF(
          (
            `t1`.`start` <= TIMESTAMP('2026-05-31T22:00:00+00:00')
          )
          AND (
            (
              `t1`.`end` IS NULL
            )
            OR (
              `t1`.`end` > TIMESTAMP('2026-05-31T22:00:00+00:00')
            )
          ),
          1,
          0
        ) AS INT64)
      ) AS `is5`,
      SUM(
        IF(
          (
            `t1`.`start` <= TIMESTAMP('2026-05-31T22:00:00+00:00')
          )
          AND (
            (
              `t1`.`end` IS NULL
            )
            OR (
              `t1`.`end` > TIMESTAMP('2026-05-31T22:00:00+00:00')
            )
          ),
          `t1`.`amount`,
          0
        )
      ) AS `pays5`,
      MAX(
        CAST(IF(
          (
            `t1`.`start` <= TIMESTAMP('2026-06-30T22:00:00+00:00')
          )
          AND (
            (
              `t1`.`end` IS NULL
            )
            OR (
              `t1`.`end` > TIMESTAMP('2026-06-30T22:00:00+00:00')
            )
          ),
          1,
          0
        ) AS INT64)
      ) AS `is6`,
      SUM(
        IF(
          (
            `t1`.`start` <= TIMESTAMP('2026-06-30T22:00:00+00:00')
          )
          AND (
            (
              `t1`.`end` IS NULL
            )
            OR (
              `t1`.`end` > TIMESTAMP('2026-06-30T22:00:00+00:00')
            )
          ),
          `t1`.`amount`,
          0
        )
      ) AS `pays6`
    FROM (
      SELECT
        *
      FROM `log` AS `t0`
      WHERE
        TRUE
    ) AS `t1`
    GROUP BY
      1
  ) AS `t2`
) AS `t3`
