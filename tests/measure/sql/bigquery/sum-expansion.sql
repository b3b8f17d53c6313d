SELECT
  `t3`.`total0`,
  `t3`.`squares0`,
  `t3`.`n0`,
  `t3`.`people0`,
  `t3`.`total1`,
  `t3`.`squares1`,
  `t3`.`n1`,
  `t3`.`people1`,
  `t3`.`total2`,
  `t3`.`squares2`,
  `t3`.`n2`,
  `t3`.`people2`,
  `t3`.`total3`,
  `t3`.`squares3`,
  `t3`.`n3`,
  `t3`.`people3`,
  `t3`.`total4`,
  `t3`.`squares4`,
  `t3`.`n4`,
  `t3`.`people4`,
  `t3`.`total5`,
  `t3`.`squares5`,
  `t3`.`n5`,
  `t3`.`people5`,
  0 AS `row`
FROM (
  SELECT
    SUM(
      IF(
        (
          `t2`.`is0` = 1
        )
        AND (
          `t2`.`is1` = 1
        )
        AND (
          `t2`.`pays1` > `t2`.`pays0`
        ),
        `t2`.`pays1` - `t2`.`pays0`,
        0.0
      )
    ) AS `total0`,
    SUM(
      IF(
        (
          `t2`.`is0` = 1
        )
        AND (
          `t2`.`is1` = 1
        )
        AND (
          `t2`.`pays1` > `t2`.`pays0`
        ),
        `t2`.`pays1` - `t2`.`pays0`,
        0.0
      ) * IF(
        (
          `t2`.`is0` = 1
        )
        AND (
          `t2`.`is1` = 1
        )
        AND (
          `t2`.`pays1` > `t2`.`pays0`
        ),
        `t2`.`pays1` - `t2`.`pays0`,
        0.0
      )
    ) AS `squares0`,
    SUM(
      CAST(IF(
        (
          `t2`.`is0` = 1
        )
        AND (
          `t2`.`is1` = 1
        )
        AND (
          `t2`.`pays1` > `t2`.`pays0`
        ),
        1,
        0
      ) AS INT64)
    ) AS `n0`,
    SUM(
      CAST(IF(
        (
          `t2`.`is0` = 1
        )
        AND (
          `t2`.`is1` = 1
        )
        AND (
          `t2`.`pays1` > `t2`.`pays0`
        ),
        1,
        0
      ) AS INT64)
    ) AS `people0`,
    SUM(
      IF(
        (
          `t2`.`is1` = 1
        )
        AND (
          `t2`.`is2` = 1
        )
        AND (
          `t2`.`pays2` > `t2`.`pays1`
        ),
        `t2`.`pays2` - `t2`.`pays1`,
        0.0
      )
    ) AS `total1`,
    SUM(
      IF(
        (
          `t2`.`is1` = 1
        )
        AND (
          `t2`.`is2` = 1
        )
        AND (
          `t2`.`pays2` > `t2`.`pays1`
        ),
        `t2`.`pays2` - `t2`.`pays1`,
        0.0
      ) * IF(
        (
          `t2`.`is1` = 1
        )
        AND (
          `t2`.`is2` = 1
        )
        AND (
          `t2`.`pays2` > `t2`.`pays1`
        ),
        `t2`.`pays2` - `t2`.`pays1`,
        0.0
      )
    ) AS `squares1`,
    SUM(
      CAST(IF(
        (
          `t2`.`is1` = 1
        )
        AND (
          `t2`.`is2` = 1
        )
        AND (
          `t2`.`pays2` > `t2`.`pays1`
        ),
        1,
        0
      ) AS INT64)
    ) AS `n1`,
    SUM(
      CAST(IF(
        (
          `t2`.`is1` = 1
        )
        AND (
          `t2`.`is2` = 1
        )
        AND (
          `t2`.`pays2` > `t2`.`pays1`
        ),
        1,
        0
      ) AS INT64)
    ) AS `people1`,
    SUM(
      IF(
        (
          `t2`.`is2` = 1
        )
        AND (
          `t2`.`is3` = 1
        )
        AND (
          `t2`.`pays3` > `t2`.`pays2`
        ),
        `t2`.`pays3` - `t2`.`pays2`,
        0.0
      )
    ) AS `total2`,
    SUM(
      IF(
        (
          `t2`.`is2` = 1
        )
        AND (
          `t2`.`is3` = 1
        )
        AND (
          `t2`.`pays3` > `t2`.`pays2`
        ),
        `t2`.`pays3` - `t2`.`pays2`,
        0.0
      ) * IF(
        (
          `t2`.`is2` = 1
        )
        AND (
          `t2`.`is3` = 1
        )
        AND (
          `t2`.`pays3` > `t2`.`pays2`
        ),
        `t2`.`pays3` - `t2`.`pays2`,
        0.0
      )
    ) AS `squares2`,
    SUM(
      CAST(IF(
        (
          `t2`.`is2` = 1
        )
        AND (
          `t2`.`is3` = 1
        )
        AND (
          `t2`.`pays3` > `t2`.`pays2`
        ),
        1,
        0
      ) AS INT64)
    ) AS `n2`,
    SUM(
      CAST(IF(
        (
          `t2`.`is2` = 1
        )
        AND (
          `t2`.`is3` = 1
        )
        AND (
          `t2`.`pays3` > `t2`.`pays2`
        ),
        1,
        0
      ) AS INT64)
    ) AS `people2`,
    SUM(
      IF(
        (
          `t2`.`is3` = 1
        )
        AND (
          `t2`.`is4` = 1
        )
        AND (
          `t2`.`pays4` > `t2`.`pays3`
        ),
        `t2`.`pays4` - `t2`.`pays3`,
        0.0
      )
    ) AS `total3`,
    SUM(
      IF(
        (
          `t2`.`is3` = 1
        )
        AND (
          `t2`.`is4` = 1
        )
        AND (
          `t2`.`pays4` > `t2`.`pays3`
        ),
        `t2`.`pays4` - `t2`.`pays3`,
        0.0
      ) * IF(
        (
          `t2`.`is3` = 1
        )
        AND (
          `t2`.`is4` = 1
        )
        AND (
          `t2`.`pays4` > `t2`.`pays3`
        ),
        `t2`.`pays4` - `t2`.`pays3`,
        0.0
      )
    ) AS `squares3`,
    SUM(
      CAST(IF(
        (
          `t2`.`is3` = 1
        )
        AND (
          `t2`.`is4` = 1
        )
        AND (
          `t2`.`pays4` > `t2`.`pays3`
        ),
        1,
        0
      ) AS INT64)
    ) AS `n3`,
    SUM(
      CAST(IF(
        (
          `t2`.`is3` = 1
        )
        AND (
          `t2`.`is4` = 1
        )
        AND (
          `t2`.`pays4` > `t2`.`pays3`
        ),
        1,
        0
      ) AS INT64)
    ) AS `people3`,
    SUM(
      IF(
        (
          `t2`.`is4` = 1
        )
        AND (
          `t2`.`is5` = 1
        )
        AND (
          `t2`.`pays5` > `t2`.`pays4`
        ),
        `t2`.`pays5` - `t2`.`pays4`,
        0.0
      )
    ) AS `total4`,
    SUM(
      IF(
        (
          `t2`.`is4` = 1
        )
        AND (
          `t2`.`is5` = 1
        )
        AND (
          `t2`.`pays5` > `t2`.`pays4`
        ),
        `t2`.`pays5` - `t2`.`pays4`,
        0.0
      ) * IF(
        (
          `t2`.`is4` = 1
        )
        AND (
          `t2`.`is5` = 1
        )
        AND (
          `t2`.`pays5` > `t2`.`pays4`
        ),
        `t2`.`pays5` - `t2`.`pays4`,
        0.0
      )
    ) AS `squares4`,
    SUM(
      CAST(IF(
        (
          `t2`.`is4` = 1
        )
        AND (
          `t2`.`is5` = 1
        )
        AND (
          `t2`.`pays5` > `t2`.`pays4`
        ),
        1,
        0
      ) AS INT64)
    ) AS `n4`,
    SUM(
      CAST(IF(
        (
          `t2`.`is4` = 1
        )
        AND (
          `t2`.`is5` = 1
        )
        AND (
          `t2`.`pays5` > `t2`.`pays4`
        ),
        1,
        0
      ) AS INT64)
    ) AS `people4`,
    SUM(
      IF(
        (
          `t2`.`is5` = 1
        )
        AND (
          `t2`.`is6` = 1
        )
        AND (
          `t2`.`pays6` > `t2`.`pays5`
        ),
        `t2`.`pays6` - `t2`.`pays5`,
        0.0
      )
    ) AS `total5`,
    SUM(
      IF(
        (
          `t2`.`is5` = 1
        )
        AND (
          `t2`.`is6` = 1
        )
        AND (
          `t2`.`pays6` > `t2`.`pays5`
        ),
        `t2`.`pays6` - `t2`.`pays5`,
        0.0
      ) * IF(
        (
          `t2`.`is5` = 1
        )
        AND (
          `t2`.`is6` = 1
        )
        AND (
          `t2`.`pays6` > `t2`.`pays5`
        ),
        `t2`.`pays6` - `t2`.`pays5`,
        0.0
      )
    ) AS `squares5`,
    SUM(
      CAST(IF(
        (
          `t2`.`is5` = 1
        )
        AND (
          `t2`.`is6` = 1
        )
        AND (
          `t2`.`pays6` > `t2`.`pays5`
        ),
        1,
        0
      ) AS INT64)
    ) AS `n5`,
    SUM(
      CAST(IF(
        (
          `t2`.`is5` = 1
        )
        AND (
          `t2`.`is6` = 1
        )
        AND (
          `t2`.`pays6` > `t2`.`pays5`
        ),
        1,
        0
      ) AS INT64)
    ) AS `people5`
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
