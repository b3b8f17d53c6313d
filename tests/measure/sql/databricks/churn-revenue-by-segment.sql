SELECT
  *
FROM (
  SELECT
    `t9`.`people0`,
    `t9`.`base0`,
    `t9`.`part0`,
    `t9`.`people1`,
    `t9`.`base1`,
    `t9`.`part1`,
    `t9`.`people2`,
    `t9`.`base2`,
    `t9`.`part2`,
    `t9`.`people3`,
    `t9`.`base3`,
    `t9`.`part3`,
    `t9`.`people4`,
    `t9`.`base4`,
    `t9`.`part4`,
    `t9`.`people5`,
    `t9`.`base5`,
    `t9`.`part5`,
    2 AS `segment`
  FROM (
    SELECT
      SUM(CAST(IF(`t5`.`is0` = 1, 1, 0) AS BIGINT)) AS `people0`,
      SUM(IF(`t5`.`is0` = 1, `t5`.`pays0`, 0)) AS `base0`,
      SUM(
        IF(
          (
            `t5`.`is0` = 1
          ) AND (
            `t5`.`pays0` > `t5`.`pays1`
          ),
          `t5`.`pays0` - `t5`.`pays1`,
          0
        )
      ) AS `part0`,
      SUM(CAST(IF(`t5`.`is1` = 1, 1, 0) AS BIGINT)) AS `people1`,
      SUM(IF(`t5`.`is1` = 1, `t5`.`pays1`, 0)) AS `base1`,
      SUM(
        IF(
          (
            `t5`.`is1` = 1
          ) AND (
            `t5`.`pays1` > `t5`.`pays2`
          ),
          `t5`.`pays1` - `t5`.`pays2`,
          0
        )
      ) AS `part1`,
      SUM(CAST(IF(`t5`.`is2` = 1, 1, 0) AS BIGINT)) AS `people2`,
      SUM(IF(`t5`.`is2` = 1, `t5`.`pays2`, 0)) AS `base2`,
      SUM(
        IF(
          (
            `t5`.`is2` = 1
          ) AND (
            `t5`.`pays2` > `t5`.`pays3`
          ),
          `t5`.`pays2` - `t5`.`pays3`,
          0
        )
      ) AS `part2`,
      SUM(CAST(IF(`t5`.`is3` = 1, 1, 0) AS BIGINT)) AS `people3`,
      SUM(IF(`t5`.`is3` = 1, `t5`.`pays3`, 0)) AS `base3`,
      SUM(
        IF(
          (
            `t5`.`is3` = 1
          ) AND (
            `t5`.`pays3` > `t5`.`pays4`
          ),
          `t5`.`pays3` - `t5`.`pays4`,
          0
        )
      ) AS `part3`,
      SUM(CAST(IF(`t5`.`is4` = 1, 1, 0) AS BIGINT)) AS `people4`,
      SUM(IF(`t5`.`is4` = 1, `t5`.`pays4`, 0)) AS `base4`,
      SUM(
        IF(
          (
            `t5`.`is4` = 1
          ) AND (
            `t5`.`pays4` > `t5`.`pays5`
          ),
          `t5`.`pays4` - `t5`.`pays5`,
          0
        )
      ) AS `part4`,
      SUM(CAST(IF(`t5`.`is5` = 1, 1, 0) AS BIGINT)) AS `people5`,
      SUM(IF(`t5`.`is5` = 1, `t5`.`pays5`, 0)) AS `base5`,
      SUM(
        IF(
          (
            `t5`.`is5` = 1
          ) AND (
            `t5`.`pays5` > `t5`.`pays6`
          ),
          `t5`.`pays5` - `t5`.`pays6`,
          0
        )
      ) AS `part5`
    FROM (
      SELECT
        `t2`.`person`,
        MAX(
          CAST(IF(
            (
              `t2`.`start` <= CAST('2025-12-31T23:00:00' AS TIMESTAMP)
            )
            AND (
              (
                `t2`.`end` IS NULL
              )
              OR (
                `t2`.`end` > CAST('2025-12-31T23:00:00' AS TIMESTAMP)
              )
            ),
            1,
            0
          ) AS BIGINT)
        ) AS `is0`,
        SUM(
          IF(
            (
              `t2`.`start` <= CAST('2025-12-31T23:00:00' AS TIMESTAMP)
            )
            AND (
              (
                `t2`.`end` IS NULL
              )
              OR (
                `t2`.`end` > CAST('2025-12-31T23:00:00' AS TIMESTAMP)
              )
            ),
            `t2`.`amount`,
            0
          )
        ) AS `pays0`,
        MAX(
          CAST(IF(
            (
              `t2`.`start` <= CAST('2026-01-31T23:00:00' AS TIMESTAMP)
            )
            AND (
              (
                `t2`.`end` IS NULL
              )
              OR (
                `t2`.`end` > CAST('2026-01-31T23:00:00' AS TIMESTAMP)
              )
            ),
            1,
            0
          ) AS BIGINT)
        ) AS `is1`,
        SUM(
          IF(
            (
              `t2`.`start` <= CAST('2026-01-31T23:00:00' AS TIMESTAMP)
            )
            AND (
              (
                `t2`.`end` IS NULL
              )
              OR (
                `t2`.`end` > CAST('2026-01-31T23:00:00' AS TIMESTAMP)
              )
            ),
            `t2`.`amount`,
            0
          )
        ) AS `pays1`,
        MAX(
          CAST(IF(
            (
              `t2`.`start` <= CAST('2026-02-28T23:00:00' AS TIMESTAMP)
            )
            AND (
              (
                `t2`.`end` IS NULL
              )
              OR (
                `t2`.`end` > CAST('2026-02-28T23:00:00' AS TIMESTAMP)
              )
            ),
            1,
            0
          ) AS BIGINT)
        ) AS `is2`,
        SUM(
          IF(
            (
              `t2`.`start` <= CAST('2026-02-28T23:00:00' AS TIMESTAMP)
            )
            AND (
              (
                `t2`.`end` IS NULL
              )
              OR (
                `t2`.`end` > CAST('2026-02-28T23:00:00' AS TIMESTAMP)
              )
            ),
            `t2`.`amount`,
            0
          )
        ) AS `pays2`,
        MAX(
          CAST(IF(
            (
              `t2`.`start` <= CAST('2026-03-31T22:00:00' AS TIMESTAMP)
            )
            AND (
              (
                `t2`.`end` IS NULL
              )
              OR (
                `t2`.`end` > CAST('2026-03-31T22:00:00' AS TIMESTAMP)
              )
            ),
            1,
            0
          ) AS BIGINT)
        ) AS `is3`,
        SUM(
          IF(
            (
              `t2`.`start` <= CAST('2026-03-31T22:00:00' AS TIMESTAMP)
            )
            AND (
              (
                `t2`.`end` IS NULL
              )
              OR (
                `t2`.`end` > CAST('2026-03-31T22:00:00' AS TIMESTAMP)
              )
            ),
            `t2`.`amount`,
            0
          )
        ) AS `pays3`,
        MAX(
          CAST(IF(
            (
              `t2`.`start` <= CAST('2026-04-30T22:00:00' AS TIMESTAMP)
            )
            AND (
              (
                `t2`.`end` IS NULL
              )
              OR (
                `t2`.`end` > CAST('2026-04-30T22:00:00' AS TIMESTAMP)
              )
            ),
            1,
            0
          ) AS BIGINT)
        ) AS `is4`,
        SUM(
          IF(
            (
              `t2`.`start` <= CAST('2026-04-30T22:00:00' AS TIMESTAMP)
            )
            AND (
              (
                `t2`.`end` IS NULL
              )
              OR (
                `t2`.`end` > CAST('2026-04-30T22:00:00' AS TIMESTAMP)
              )
            ),
            `t2`.`amount`,
            0
          )
        ) AS `pays4`,
        MAX(
          CAST(IF(
            (
              `t2`.`start` <= CAST('2026-05-31T22:00:00' AS TIMESTAMP)
            )
            AND (
              (
                `t2`.`end` IS NULL
              )
              OR (
                `t2`.`end` > CAST('2026-05-31T22:00:00' AS TIMESTAMP)
              )
            ),
            1,
            0
          ) AS BIGINT)
        ) AS `is5`,
        SUM(
          IF(
            (
              `t2`.`start` <= CAST('2026-05-31T22:00:00' AS TIMESTAMP)
            )
            AND (
              (
                `t2`.`end` IS NULL
              )
              OR (
                `t2`.`end` > CAST('2026-05-31T22:00:00' AS TIMESTAMP)
              )
            ),
            `t2`.`amount`,
            0
          )
        ) AS `pays5`,
        MAX(
          CAST(IF(
            (
              `t2`.`start` <= CAST('2026-06-30T22:00:00' AS TIMESTAMP)
            )
            AND (
              (
                `t2`.`end` IS NULL
              )
              OR (
                `t2`.`end` > CAST('2026-06-30T22:00:00' AS TIMESTAMP)
              )
            ),
            1,
            0
          ) AS BIGINT)
        ) AS `is6`,
        SUM(
          IF(
            (
              `t2`.`start` <= CAST('2026-06-30T22:00:00' AS TIMESTAMP)
            )
            AND (
              (
                `t2`.`end` IS NULL
              )
              OR (
                `t2`.`end` > CAST('2026-06-30T22:00:00' AS TIMESTAMP)
              )
            ),
            `t2`.`amount`,
            0
          )
        ) AS `pays6`
      FROM (
        SELECT
          *
        FROM `log` AS `t0`
        WHERE
          TRUE AND COALESCE(`t0`.`plan` IN ('team'), FALSE)
      ) AS `t2`
      GROUP BY
        1
    ) AS `t5`
  ) AS `t9`
) AS `t11`
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t7`.`people0`,
      `t7`.`base0`,
      `t7`.`part0`,
      `t7`.`people1`,
      `t7`.`base1`,
      `t7`.`part1`,
      `t7`.`people2`,
      `t7`.`base2`,
      `t7`.`part2`,
      `t7`.`people3`,
      `t7`.`base3`,
      `t7`.`part3`,
      `t7`.`people4`,
      `t7`.`base4`,
      `t7`.`part4`,
      `t7`.`people5`,
      `t7`.`base5`,
      `t7`.`part5`,
      0 AS `segment`
    FROM (
      SELECT
        SUM(CAST(IF(`t4`.`is0` = 1, 1, 0) AS BIGINT)) AS `people0`,
        SUM(IF(`t4`.`is0` = 1, `t4`.`pays0`, 0)) AS `base0`,
        SUM(
          IF(
            (
              `t4`.`is0` = 1
            ) AND (
              `t4`.`pays0` > `t4`.`pays1`
            ),
            `t4`.`pays0` - `t4`.`pays1`,
            0
          )
        ) AS `part0`,
        SUM(CAST(IF(`t4`.`is1` = 1, 1, 0) AS BIGINT)) AS `people1`,
        SUM(IF(`t4`.`is1` = 1, `t4`.`pays1`, 0)) AS `base1`,
        SUM(
          IF(
            (
              `t4`.`is1` = 1
            ) AND (
              `t4`.`pays1` > `t4`.`pays2`
            ),
            `t4`.`pays1` - `t4`.`pays2`,
            0
          )
        ) AS `part1`,
        SUM(CAST(IF(`t4`.`is2` = 1, 1, 0) AS BIGINT)) AS `people2`,
        SUM(IF(`t4`.`is2` = 1, `t4`.`pays2`, 0)) AS `base2`,
        SUM(
          IF(
            (
              `t4`.`is2` = 1
            ) AND (
              `t4`.`pays2` > `t4`.`pays3`
            ),
            `t4`.`pays2` - `t4`.`pays3`,
            0
          )
        ) AS `part2`,
        SUM(CAST(IF(`t4`.`is3` = 1, 1, 0) AS BIGINT)) AS `people3`,
        SUM(IF(`t4`.`is3` = 1, `t4`.`pays3`, 0)) AS `base3`,
        SUM(
          IF(
            (
              `t4`.`is3` = 1
            ) AND (
              `t4`.`pays3` > `t4`.`pays4`
            ),
            `t4`.`pays3` - `t4`.`pays4`,
            0
          )
        ) AS `part3`,
        SUM(CAST(IF(`t4`.`is4` = 1, 1, 0) AS BIGINT)) AS `people4`,
        SUM(IF(`t4`.`is4` = 1, `t4`.`pays4`, 0)) AS `base4`,
        SUM(
          IF(
            (
              `t4`.`is4` = 1
            ) AND (
              `t4`.`pays4` > `t4`.`pays5`
            ),
            `t4`.`pays4` - `t4`.`pays5`,
            0
          )
        ) AS `part4`,
        SUM(CAST(IF(`t4`.`is5` = 1, 1, 0) AS BIGINT)) AS `people5`,
        SUM(IF(`t4`.`is5` = 1, `t4`.`pays5`, 0)) AS `base5`,
        SUM(
          IF(
            (
              `t4`.`is5` = 1
            ) AND (
              `t4`.`pays5` > `t4`.`pays6`
            ),
            `t4`.`pays5` - `t4`.`pays6`,
            0
          )
        ) AS `part5`
      FROM (
        SELECT
          `t1`.`person`,
          MAX(
            CAST(IF(
              (
                `t1`.`start` <= CAST('2025-12-31T23:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t1`.`end` IS NULL
                )
                OR (
                  `t1`.`end` > CAST('2025-12-31T23:00:00' AS TIMESTAMP)
                )
              ),
              1,
              0
            ) AS BIGINT)
          ) AS `is0`,
          SUM(
            IF(
              (
                `t1`.`start` <= CAST('2025-12-31T23:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t1`.`end` IS NULL
                )
                OR (
                  `t1`.`end` > CAST('2025-12-31T23:00:00' AS TIMESTAMP)
                )
              ),
              `t1`.`amount`,
              0
            )
          ) AS `pays0`,
          MAX(
            CAST(IF(
              (
                `t1`.`start` <= CAST('2026-01-31T23:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t1`.`end` IS NULL
                )
                OR (
                  `t1`.`end` > CAST('2026-01-31T23:00:00' AS TIMESTAMP)
                )
              ),
              1,
              0
            ) AS BIGINT)
          ) AS `is1`,
          SUM(
            IF(
              (
                `t1`.`start` <= CAST('2026-01-31T23:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t1`.`end` IS NULL
                )
                OR (
                  `t1`.`end` > CAST('2026-01-31T23:00:00' AS TIMESTAMP)
                )
              ),
              `t1`.`amount`,
              0
            )
          ) AS `pays1`,
          MAX(
            CAST(IF(
              (
                `t1`.`start` <= CAST('2026-02-28T23:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t1`.`end` IS NULL
                )
                OR (
                  `t1`.`end` > CAST('2026-02-28T23:00:00' AS TIMESTAMP)
                )
              ),
              1,
              0
            ) AS BIGINT)
          ) AS `is2`,
          SUM(
            IF(
              (
                `t1`.`start` <= CAST('2026-02-28T23:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t1`.`end` IS NULL
                )
                OR (
                  `t1`.`end` > CAST('2026-02-28T23:00:00' AS TIMESTAMP)
                )
              ),
              `t1`.`amount`,
              0
            )
          ) AS `pays2`,
          MAX(
            CAST(IF(
              (
                `t1`.`start` <= CAST('2026-03-31T22:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t1`.`end` IS NULL
                )
                OR (
                  `t1`.`end` > CAST('2026-03-31T22:00:00' AS TIMESTAMP)
                )
              ),
              1,
              0
            ) AS BIGINT)
          ) AS `is3`,
          SUM(
            IF(
              (
                `t1`.`start` <= CAST('2026-03-31T22:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t1`.`end` IS NULL
                )
                OR (
                  `t1`.`end` > CAST('2026-03-31T22:00:00' AS TIMESTAMP)
                )
              ),
              `t1`.`amount`,
              0
            )
          ) AS `pays3`,
          MAX(
            CAST(IF(
              (
                `t1`.`start` <= CAST('2026-04-30T22:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t1`.`end` IS NULL
                )
                OR (
                  `t1`.`end` > CAST('2026-04-30T22:00:00' AS TIMESTAMP)
                )
              ),
              1,
              0
            ) AS BIGINT)
          ) AS `is4`,
          SUM(
            IF(
              (
                `t1`.`start` <= CAST('2026-04-30T22:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t1`.`end` IS NULL
                )
                OR (
                  `t1`.`end` > CAST('2026-04-30T22:00:00' AS TIMESTAMP)
                )
              ),
              `t1`.`amount`,
              0
            )
          ) AS `pays4`,
          MAX(
            CAST(IF(
              (
                `t1`.`start` <= CAST('2026-05-31T22:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t1`.`end` IS NULL
                )
                OR (
                  `t1`.`end` > CAST('2026-05-31T22:00:00' AS TIMESTAMP)
                )
              ),
              1,
              0
            ) AS BIGINT)
          ) AS `is5`,
          SUM(
            IF(
              (
                `t1`.`start` <= CAST('2026-05-31T22:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t1`.`end` IS NULL
                )
                OR (
                  `t1`.`end` > CAST('2026-05-31T22:00:00' AS TIMESTAMP)
                )
              ),
              `t1`.`amount`,
              0
            )
          ) AS `pays5`,
          MAX(
            CAST(IF(
              (
                `t1`.`start` <= CAST('2026-06-30T22:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t1`.`end` IS NULL
                )
                OR (
                  `t1`.`end` > CAST('2026-06-30T22:00:00' AS TIMESTAMP)
                )
              ),
              1,
              0
            ) AS BIGINT)
          ) AS `is6`,
          SUM(
            IF(
              (
                `t1`.`start` <= CAST('2026-06-30T22:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t1`.`end` IS NULL
                )
                OR (
                  `t1`.`end` > CAST('2026-06-30T22:00:00' AS TIMESTAMP)
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
      ) AS `t4`
    ) AS `t7`
  ) AS `t8`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t10`.`people0`,
      `t10`.`base0`,
      `t10`.`part0`,
      `t10`.`people1`,
      `t10`.`base1`,
      `t10`.`part1`,
      `t10`.`people2`,
      `t10`.`base2`,
      `t10`.`part2`,
      `t10`.`people3`,
      `t10`.`base3`,
      `t10`.`part3`,
      `t10`.`people4`,
      `t10`.`base4`,
      `t10`.`part4`,
      `t10`.`people5`,
      `t10`.`base5`,
      `t10`.`part5`,
      1 AS `segment`
    FROM (
      SELECT
        SUM(CAST(IF(`t6`.`is0` = 1, 1, 0) AS BIGINT)) AS `people0`,
        SUM(IF(`t6`.`is0` = 1, `t6`.`pays0`, 0)) AS `base0`,
        SUM(
          IF(
            (
              `t6`.`is0` = 1
            ) AND (
              `t6`.`pays0` > `t6`.`pays1`
            ),
            `t6`.`pays0` - `t6`.`pays1`,
            0
          )
        ) AS `part0`,
        SUM(CAST(IF(`t6`.`is1` = 1, 1, 0) AS BIGINT)) AS `people1`,
        SUM(IF(`t6`.`is1` = 1, `t6`.`pays1`, 0)) AS `base1`,
        SUM(
          IF(
            (
              `t6`.`is1` = 1
            ) AND (
              `t6`.`pays1` > `t6`.`pays2`
            ),
            `t6`.`pays1` - `t6`.`pays2`,
            0
          )
        ) AS `part1`,
        SUM(CAST(IF(`t6`.`is2` = 1, 1, 0) AS BIGINT)) AS `people2`,
        SUM(IF(`t6`.`is2` = 1, `t6`.`pays2`, 0)) AS `base2`,
        SUM(
          IF(
            (
              `t6`.`is2` = 1
            ) AND (
              `t6`.`pays2` > `t6`.`pays3`
            ),
            `t6`.`pays2` - `t6`.`pays3`,
            0
          )
        ) AS `part2`,
        SUM(CAST(IF(`t6`.`is3` = 1, 1, 0) AS BIGINT)) AS `people3`,
        SUM(IF(`t6`.`is3` = 1, `t6`.`pays3`, 0)) AS `base3`,
        SUM(
          IF(
            (
              `t6`.`is3` = 1
            ) AND (
              `t6`.`pays3` > `t6`.`pays4`
            ),
            `t6`.`pays3` - `t6`.`pays4`,
            0
          )
        ) AS `part3`,
        SUM(CAST(IF(`t6`.`is4` = 1, 1, 0) AS BIGINT)) AS `people4`,
        SUM(IF(`t6`.`is4` = 1, `t6`.`pays4`, 0)) AS `base4`,
        SUM(
          IF(
            (
              `t6`.`is4` = 1
            ) AND (
              `t6`.`pays4` > `t6`.`pays5`
            ),
            `t6`.`pays4` - `t6`.`pays5`,
            0
          )
        ) AS `part4`,
        SUM(CAST(IF(`t6`.`is5` = 1, 1, 0) AS BIGINT)) AS `people5`,
        SUM(IF(`t6`.`is5` = 1, `t6`.`pays5`, 0)) AS `base5`,
        SUM(
          IF(
            (
              `t6`.`is5` = 1
            ) AND (
              `t6`.`pays5` > `t6`.`pays6`
            ),
            `t6`.`pays5` - `t6`.`pays6`,
            0
          )
        ) AS `part5`
      FROM (
        SELECT
          `t3`.`person`,
          MAX(
            CAST(IF(
              (
                `t3`.`start` <= CAST('2025-12-31T23:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t3`.`end` IS NULL
                )
                OR (
                  `t3`.`end` > CAST('2025-12-31T23:00:00' AS TIMESTAMP)
                )
              ),
              1,
              0
            ) AS BIGINT)
          ) AS `is0`,
          SUM(
            IF(
              (
                `t3`.`start` <= CAST('2025-12-31T23:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t3`.`end` IS NULL
                )
                OR (
                  `t3`.`end` > CAST('2025-12-31T23:00:00' AS TIMESTAMP)
                )
              ),
              `t3`.`amount`,
              0
            )
          ) AS `pays0`,
          MAX(
            CAST(IF(
              (
                `t3`.`start` <= CAST('2026-01-31T23:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t3`.`end` IS NULL
                )
                OR (
                  `t3`.`end` > CAST('2026-01-31T23:00:00' AS TIMESTAMP)
                )
              ),
              1,
              0
            ) AS BIGINT)
          ) AS `is1`,
          SUM(
            IF(
              (
                `t3`.`start` <= CAST('2026-01-31T23:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t3`.`end` IS NULL
                )
                OR (
                  `t3`.`end` > CAST('2026-01-31T23:00:00' AS TIMESTAMP)
                )
              ),
              `t3`.`amount`,
              0
            )
          ) AS `pays1`,
          MAX(
            CAST(IF(
              (
                `t3`.`start` <= CAST('2026-02-28T23:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t3`.`end` IS NULL
                )
                OR (
                  `t3`.`end` > CAST('2026-02-28T23:00:00' AS TIMESTAMP)
                )
              ),
              1,
              0
            ) AS BIGINT)
          ) AS `is2`,
          SUM(
            IF(
              (
                `t3`.`start` <= CAST('2026-02-28T23:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t3`.`end` IS NULL
                )
                OR (
                  `t3`.`end` > CAST('2026-02-28T23:00:00' AS TIMESTAMP)
                )
              ),
              `t3`.`amount`,
              0
            )
          ) AS `pays2`,
          MAX(
            CAST(IF(
              (
                `t3`.`start` <= CAST('2026-03-31T22:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t3`.`end` IS NULL
                )
                OR (
                  `t3`.`end` > CAST('2026-03-31T22:00:00' AS TIMESTAMP)
                )
              ),
              1,
              0
            ) AS BIGINT)
          ) AS `is3`,
          SUM(
            IF(
              (
                `t3`.`start` <= CAST('2026-03-31T22:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t3`.`end` IS NULL
                )
                OR (
                  `t3`.`end` > CAST('2026-03-31T22:00:00' AS TIMESTAMP)
                )
              ),
              `t3`.`amount`,
              0
            )
          ) AS `pays3`,
          MAX(
            CAST(IF(
              (
                `t3`.`start` <= CAST('2026-04-30T22:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t3`.`end` IS NULL
                )
                OR (
                  `t3`.`end` > CAST('2026-04-30T22:00:00' AS TIMESTAMP)
                )
              ),
              1,
              0
            ) AS BIGINT)
          ) AS `is4`,
          SUM(
            IF(
              (
                `t3`.`start` <= CAST('2026-04-30T22:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t3`.`end` IS NULL
                )
                OR (
                  `t3`.`end` > CAST('2026-04-30T22:00:00' AS TIMESTAMP)
                )
              ),
              `t3`.`amount`,
              0
            )
          ) AS `pays4`,
          MAX(
            CAST(IF(
              (
                `t3`.`start` <= CAST('2026-05-31T22:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t3`.`end` IS NULL
                )
                OR (
                  `t3`.`end` > CAST('2026-05-31T22:00:00' AS TIMESTAMP)
                )
              ),
              1,
              0
            ) AS BIGINT)
          ) AS `is5`,
          SUM(
            IF(
              (
                `t3`.`start` <= CAST('2026-05-31T22:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t3`.`end` IS NULL
                )
                OR (
                  `t3`.`end` > CAST('2026-05-31T22:00:00' AS TIMESTAMP)
                )
              ),
              `t3`.`amount`,
              0
            )
          ) AS `pays5`,
          MAX(
            CAST(IF(
              (
                `t3`.`start` <= CAST('2026-06-30T22:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t3`.`end` IS NULL
                )
                OR (
                  `t3`.`end` > CAST('2026-06-30T22:00:00' AS TIMESTAMP)
                )
              ),
              1,
              0
            ) AS BIGINT)
          ) AS `is6`,
          SUM(
            IF(
              (
                `t3`.`start` <= CAST('2026-06-30T22:00:00' AS TIMESTAMP)
              )
              AND (
                (
                  `t3`.`end` IS NULL
                )
                OR (
                  `t3`.`end` > CAST('2026-06-30T22:00:00' AS TIMESTAMP)
                )
              ),
              `t3`.`amount`,
              0
            )
          ) AS `pays6`
        FROM (
          SELECT
            *
          FROM `log` AS `t0`
          WHERE
            TRUE AND COALESCE(`t0`.`plan` IN ('solo'), FALSE)
        ) AS `t3`
        GROUP BY
          1
      ) AS `t6`
    ) AS `t10`
  ) AS `t12`
) AS `t13`
