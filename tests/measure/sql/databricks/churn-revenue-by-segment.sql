SELECT
  *
FROM (
  SELECT
    `t9`.`people0`,
    `t9`.`base0`,
    `t9`.`part0`,
    `t9`.`square0`,
    `t9`.`mixed0`,
    `t9`.`base_square0`,
    `t9`.`people1`,
    `t9`.`base1`,
    `t9`.`part1`,
    `t9`.`square1`,
    `t9`.`mixed1`,
    `t9`.`base_square1`,
    `t9`.`people2`,
    `t9`.`base2`,
    `t9`.`part2`,
    `t9`.`square2`,
    `t9`.`mixed2`,
    `t9`.`base_square2`,
    `t9`.`people3`,
    `t9`.`base3`,
    `t9`.`part3`,
    `t9`.`square3`,
    `t9`.`mixed3`,
    `t9`.`base_square3`,
    `t9`.`people4`,
    `t9`.`base4`,
    `t9`.`part4`,
    `t9`.`square4`,
    `t9`.`mixed4`,
    `t9`.`base_square4`,
    `t9`.`people5`,
    `t9`.`base5`,
    `t9`.`part5`,
    `t9`.`square5`,
    `t9`.`mixed5`,
    `t9`.`base_square5`,
    2 AS `segment`
  FROM (
    SELECT
      SUM(CAST(IF(`t5`.`is0` = 1, 1, 0) AS BIGINT)) AS `people0`,
      SUM(IF(`t5`.`is0` = 1, `t5`.`pays0`, 0)) AS `base0`,
      SUM(
        IF(
          `t5`.`is0` = 1,
          IF(`t5`.`is0` = 1, `t5`.`pays0`, 0) - LEAST(IF(`t5`.`is0` = 1, `t5`.`pays0`, 0), `t5`.`pays1`),
          0
        )
      ) AS `part0`,
      SUM(
        IF(
          `t5`.`is0` = 1,
          IF(`t5`.`is0` = 1, `t5`.`pays0`, 0) - LEAST(IF(`t5`.`is0` = 1, `t5`.`pays0`, 0), `t5`.`pays1`),
          0
        ) * IF(
          `t5`.`is0` = 1,
          IF(`t5`.`is0` = 1, `t5`.`pays0`, 0) - LEAST(IF(`t5`.`is0` = 1, `t5`.`pays0`, 0), `t5`.`pays1`),
          0
        )
      ) AS `square0`,
      SUM(
        IF(
          `t5`.`is0` = 1,
          IF(`t5`.`is0` = 1, `t5`.`pays0`, 0) - LEAST(IF(`t5`.`is0` = 1, `t5`.`pays0`, 0), `t5`.`pays1`),
          0
        ) * IF(`t5`.`is0` = 1, `t5`.`pays0`, 0)
      ) AS `mixed0`,
      SUM(IF(`t5`.`is0` = 1, `t5`.`pays0`, 0) * IF(`t5`.`is0` = 1, `t5`.`pays0`, 0)) AS `base_square0`,
      SUM(CAST(IF(`t5`.`is1` = 1, 1, 0) AS BIGINT)) AS `people1`,
      SUM(IF(`t5`.`is1` = 1, `t5`.`pays1`, 0)) AS `base1`,
      SUM(
        IF(
          `t5`.`is1` = 1,
          IF(`t5`.`is1` = 1, `t5`.`pays1`, 0) - LEAST(IF(`t5`.`is1` = 1, `t5`.`pays1`, 0), `t5`.`pays2`),
          0
        )
      ) AS `part1`,
      SUM(
        IF(
          `t5`.`is1` = 1,
          IF(`t5`.`is1` = 1, `t5`.`pays1`, 0) - LEAST(IF(`t5`.`is1` = 1, `t5`.`pays1`, 0), `t5`.`pays2`),
          0
        ) * IF(
          `t5`.`is1` = 1,
          IF(`t5`.`is1` = 1, `t5`.`pays1`, 0) - LEAST(IF(`t5`.`is1` = 1, `t5`.`pays1`, 0), `t5`.`pays2`),
          0
        )
      ) AS `square1`,
      SUM(
        IF(
          `t5`.`is1` = 1,
          IF(`t5`.`is1` = 1, `t5`.`pays1`, 0) - LEAST(IF(`t5`.`is1` = 1, `t5`.`pays1`, 0), `t5`.`pays2`),
          0
        ) * IF(`t5`.`is1` = 1, `t5`.`pays1`, 0)
      ) AS `mixed1`,
      SUM(IF(`t5`.`is1` = 1, `t5`.`pays1`, 0) * IF(`t5`.`is1` = 1, `t5`.`pays1`, 0)) AS `base_square1`,
      SUM(CAST(IF(`t5`.`is2` = 1, 1, 0) AS BIGINT)) AS `people2`,
      SUM(IF(`t5`.`is2` = 1, `t5`.`pays2`, 0)) AS `base2`,
      SUM(
        IF(
          `t5`.`is2` = 1,
          IF(`t5`.`is2` = 1, `t5`.`pays2`, 0) - LEAST(IF(`t5`.`is2` = 1, `t5`.`pays2`, 0), `t5`.`pays3`),
          0
        )
      ) AS `part2`,
      SUM(
        IF(
          `t5`.`is2` = 1,
          IF(`t5`.`is2` = 1, `t5`.`pays2`, 0) - LEAST(IF(`t5`.`is2` = 1, `t5`.`pays2`, 0), `t5`.`pays3`),
          0
        ) * IF(
          `t5`.`is2` = 1,
          IF(`t5`.`is2` = 1, `t5`.`pays2`, 0) - LEAST(IF(`t5`.`is2` = 1, `t5`.`pays2`, 0), `t5`.`pays3`),
          0
        )
      ) AS `square2`,
      SUM(
        IF(
          `t5`.`is2` = 1,
          IF(`t5`.`is2` = 1, `t5`.`pays2`, 0) - LEAST(IF(`t5`.`is2` = 1, `t5`.`pays2`, 0), `t5`.`pays3`),
          0
        ) * IF(`t5`.`is2` = 1, `t5`.`pays2`, 0)
      ) AS `mixed2`,
      SUM(IF(`t5`.`is2` = 1, `t5`.`pays2`, 0) * IF(`t5`.`is2` = 1, `t5`.`pays2`, 0)) AS `base_square2`,
      SUM(CAST(IF(`t5`.`is3` = 1, 1, 0) AS BIGINT)) AS `people3`,
      SUM(IF(`t5`.`is3` = 1, `t5`.`pays3`, 0)) AS `base3`,
      SUM(
        IF(
          `t5`.`is3` = 1,
          IF(`t5`.`is3` = 1, `t5`.`pays3`, 0) - LEAST(IF(`t5`.`is3` = 1, `t5`.`pays3`, 0), `t5`.`pays4`),
          0
        )
      ) AS `part3`,
      SUM(
        IF(
          `t5`.`is3` = 1,
          IF(`t5`.`is3` = 1, `t5`.`pays3`, 0) - LEAST(IF(`t5`.`is3` = 1, `t5`.`pays3`, 0), `t5`.`pays4`),
          0
        ) * IF(
          `t5`.`is3` = 1,
          IF(`t5`.`is3` = 1, `t5`.`pays3`, 0) - LEAST(IF(`t5`.`is3` = 1, `t5`.`pays3`, 0), `t5`.`pays4`),
          0
        )
      ) AS `square3`,
      SUM(
        IF(
          `t5`.`is3` = 1,
          IF(`t5`.`is3` = 1, `t5`.`pays3`, 0) - LEAST(IF(`t5`.`is3` = 1, `t5`.`pays3`, 0), `t5`.`pays4`),
          0
        ) * IF(`t5`.`is3` = 1, `t5`.`pays3`, 0)
      ) AS `mixed3`,
      SUM(IF(`t5`.`is3` = 1, `t5`.`pays3`, 0) * IF(`t5`.`is3` = 1, `t5`.`pays3`, 0)) AS `base_square3`,
      SUM(CAST(IF(`t5`.`is4` = 1, 1, 0) AS BIGINT)) AS `people4`,
      SUM(IF(`t5`.`is4` = 1, `t5`.`pays4`, 0)) AS `base4`,
      SUM(
        IF(
          `t5`.`is4` = 1,
          IF(`t5`.`is4` = 1, `t5`.`pays4`, 0) - LEAST(IF(`t5`.`is4` = 1, `t5`.`pays4`, 0), `t5`.`pays5`),
          0
        )
      ) AS `part4`,
      SUM(
        IF(
          `t5`.`is4` = 1,
          IF(`t5`.`is4` = 1, `t5`.`pays4`, 0) - LEAST(IF(`t5`.`is4` = 1, `t5`.`pays4`, 0), `t5`.`pays5`),
          0
        ) * IF(
          `t5`.`is4` = 1,
          IF(`t5`.`is4` = 1, `t5`.`pays4`, 0) - LEAST(IF(`t5`.`is4` = 1, `t5`.`pays4`, 0), `t5`.`pays5`),
          0
        )
      ) AS `square4`,
      SUM(
        IF(
          `t5`.`is4` = 1,
          IF(`t5`.`is4` = 1, `t5`.`pays4`, 0) - LEAST(IF(`t5`.`is4` = 1, `t5`.`pays4`, 0), `t5`.`pays5`),
          0
        ) * IF(`t5`.`is4` = 1, `t5`.`pays4`, 0)
      ) AS `mixed4`,
      SUM(IF(`t5`.`is4` = 1, `t5`.`pays4`, 0) * IF(`t5`.`is4` = 1, `t5`.`pays4`, 0)) AS `base_square4`,
      SUM(CAST(IF(`t5`.`is5` = 1, 1, 0) AS BIGINT)) AS `people5`,
      SUM(IF(`t5`.`is5` = 1, `t5`.`pays5`, 0)) AS `base5`,
      SUM(
        IF(
          `t5`.`is5` = 1,
          IF(`t5`.`is5` = 1, `t5`.`pays5`, 0) - LEAST(IF(`t5`.`is5` = 1, `t5`.`pays5`, 0), `t5`.`pays6`),
          0
        )
      ) AS `part5`,
      SUM(
        IF(
          `t5`.`is5` = 1,
          IF(`t5`.`is5` = 1, `t5`.`pays5`, 0) - LEAST(IF(`t5`.`is5` = 1, `t5`.`pays5`, 0), `t5`.`pays6`),
          0
        ) * IF(
          `t5`.`is5` = 1,
          IF(`t5`.`is5` = 1, `t5`.`pays5`, 0) - LEAST(IF(`t5`.`is5` = 1, `t5`.`pays5`, 0), `t5`.`pays6`),
          0
        )
      ) AS `square5`,
      SUM(
        IF(
          `t5`.`is5` = 1,
          IF(`t5`.`is5` = 1, `t5`.`pays5`, 0) - LEAST(IF(`t5`.`is5` = 1, `t5`.`pays5`, 0), `t5`.`pays6`),
          0
        ) * IF(`t5`.`is5` = 1, `t5`.`pays5`, 0)
      ) AS `mixed5`,
      SUM(IF(`t5`.`is5` = 1, `t5`.`pays5`, 0) * IF(`t5`.`is5` = 1, `t5`.`pays5`, 0)) AS `base_square5`
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
          TRUE
          AND COALESCE(
            IF(
              STARTSWITH(`t0`.`plan`, '['),
              `t0`.`plan` IN ('team') OR CONTAINS(`t0`.`plan`, '"team"'),
              `t0`.`plan` IN ('team')
            ),
            FALSE
          )
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
      `t7`.`square0`,
      `t7`.`mixed0`,
      `t7`.`base_square0`,
      `t7`.`people1`,
      `t7`.`base1`,
      `t7`.`part1`,
      `t7`.`square1`,
      `t7`.`mixed1`,
      `t7`.`base_square1`,
      `t7`.`people2`,
      `t7`.`base2`,
      `t7`.`part2`,
      `t7`.`square2`,
      `t7`.`mixed2`,
      `t7`.`base_square2`,
      `t7`.`people3`,
      `t7`.`base3`,
      `t7`.`part3`,
      `t7`.`square3`,
      `t7`.`mixed3`,
      `t7`.`base_square3`,
      `t7`.`people4`,
      `t7`.`base4`,
      `t7`.`part4`,
      `t7`.`square4`,
      `t7`.`mixed4`,
      `t7`.`base_square4`,
      `t7`.`people5`,
      `t7`.`base5`,
      `t7`.`part5`,
      `t7`.`square5`,
      `t7`.`mixed5`,
      `t7`.`base_square5`,
      0 AS `segment`
    FROM (
      SELECT
        SUM(CAST(IF(`t4`.`is0` = 1, 1, 0) AS BIGINT)) AS `people0`,
        SUM(IF(`t4`.`is0` = 1, `t4`.`pays0`, 0)) AS `base0`,
        SUM(
          IF(
            `t4`.`is0` = 1,
            IF(`t4`.`is0` = 1, `t4`.`pays0`, 0) - LEAST(IF(`t4`.`is0` = 1, `t4`.`pays0`, 0), `t4`.`pays1`),
            0
          )
        ) AS `part0`,
        SUM(
          IF(
            `t4`.`is0` = 1,
            IF(`t4`.`is0` = 1, `t4`.`pays0`, 0) - LEAST(IF(`t4`.`is0` = 1, `t4`.`pays0`, 0), `t4`.`pays1`),
            0
          ) * IF(
            `t4`.`is0` = 1,
            IF(`t4`.`is0` = 1, `t4`.`pays0`, 0) - LEAST(IF(`t4`.`is0` = 1, `t4`.`pays0`, 0), `t4`.`pays1`),
            0
          )
        ) AS `square0`,
        SUM(
          IF(
            `t4`.`is0` = 1,
            IF(`t4`.`is0` = 1, `t4`.`pays0`, 0) - LEAST(IF(`t4`.`is0` = 1, `t4`.`pays0`, 0), `t4`.`pays1`),
            0
          ) * IF(`t4`.`is0` = 1, `t4`.`pays0`, 0)
        ) AS `mixed0`,
        SUM(IF(`t4`.`is0` = 1, `t4`.`pays0`, 0) * IF(`t4`.`is0` = 1, `t4`.`pays0`, 0)) AS `base_square0`,
        SUM(CAST(IF(`t4`.`is1` = 1, 1, 0) AS BIGINT)) AS `people1`,
        SUM(IF(`t4`.`is1` = 1, `t4`.`pays1`, 0)) AS `base1`,
        SUM(
          IF(
            `t4`.`is1` = 1,
            IF(`t4`.`is1` = 1, `t4`.`pays1`, 0) - LEAST(IF(`t4`.`is1` = 1, `t4`.`pays1`, 0), `t4`.`pays2`),
            0
          )
        ) AS `part1`,
        SUM(
          IF(
            `t4`.`is1` = 1,
            IF(`t4`.`is1` = 1, `t4`.`pays1`, 0) - LEAST(IF(`t4`.`is1` = 1, `t4`.`pays1`, 0), `t4`.`pays2`),
            0
          ) * IF(
            `t4`.`is1` = 1,
            IF(`t4`.`is1` = 1, `t4`.`pays1`, 0) - LEAST(IF(`t4`.`is1` = 1, `t4`.`pays1`, 0), `t4`.`pays2`),
            0
          )
        ) AS `square1`,
        SUM(
          IF(
            `t4`.`is1` = 1,
            IF(`t4`.`is1` = 1, `t4`.`pays1`, 0) - LEAST(IF(`t4`.`is1` = 1, `t4`.`pays1`, 0), `t4`.`pays2`),
            0
          ) * IF(`t4`.`is1` = 1, `t4`.`pays1`, 0)
        ) AS `mixed1`,
        SUM(IF(`t4`.`is1` = 1, `t4`.`pays1`, 0) * IF(`t4`.`is1` = 1, `t4`.`pays1`, 0)) AS `base_square1`,
        SUM(CAST(IF(`t4`.`is2` = 1, 1, 0) AS BIGINT)) AS `people2`,
        SUM(IF(`t4`.`is2` = 1, `t4`.`pays2`, 0)) AS `base2`,
        SUM(
          IF(
            `t4`.`is2` = 1,
            IF(`t4`.`is2` = 1, `t4`.`pays2`, 0) - LEAST(IF(`t4`.`is2` = 1, `t4`.`pays2`, 0), `t4`.`pays3`),
            0
          )
        ) AS `part2`,
        SUM(
          IF(
            `t4`.`is2` = 1,
            IF(`t4`.`is2` = 1, `t4`.`pays2`, 0) - LEAST(IF(`t4`.`is2` = 1, `t4`.`pays2`, 0), `t4`.`pays3`),
            0
          ) * IF(
            `t4`.`is2` = 1,
            IF(`t4`.`is2` = 1, `t4`.`pays2`, 0) - LEAST(IF(`t4`.`is2` = 1, `t4`.`pays2`, 0), `t4`.`pays3`),
            0
          )
        ) AS `square2`,
        SUM(
          IF(
            `t4`.`is2` = 1,
            IF(`t4`.`is2` = 1, `t4`.`pays2`, 0) - LEAST(IF(`t4`.`is2` = 1, `t4`.`pays2`, 0), `t4`.`pays3`),
            0
          ) * IF(`t4`.`is2` = 1, `t4`.`pays2`, 0)
        ) AS `mixed2`,
        SUM(IF(`t4`.`is2` = 1, `t4`.`pays2`, 0) * IF(`t4`.`is2` = 1, `t4`.`pays2`, 0)) AS `base_square2`,
        SUM(CAST(IF(`t4`.`is3` = 1, 1, 0) AS BIGINT)) AS `people3`,
        SUM(IF(`t4`.`is3` = 1, `t4`.`pays3`, 0)) AS `base3`,
        SUM(
          IF(
            `t4`.`is3` = 1,
            IF(`t4`.`is3` = 1, `t4`.`pays3`, 0) - LEAST(IF(`t4`.`is3` = 1, `t4`.`pays3`, 0), `t4`.`pays4`),
            0
          )
        ) AS `part3`,
        SUM(
          IF(
            `t4`.`is3` = 1,
            IF(`t4`.`is3` = 1, `t4`.`pays3`, 0) - LEAST(IF(`t4`.`is3` = 1, `t4`.`pays3`, 0), `t4`.`pays4`),
            0
          ) * IF(
            `t4`.`is3` = 1,
            IF(`t4`.`is3` = 1, `t4`.`pays3`, 0) - LEAST(IF(`t4`.`is3` = 1, `t4`.`pays3`, 0), `t4`.`pays4`),
            0
          )
        ) AS `square3`,
        SUM(
          IF(
            `t4`.`is3` = 1,
            IF(`t4`.`is3` = 1, `t4`.`pays3`, 0) - LEAST(IF(`t4`.`is3` = 1, `t4`.`pays3`, 0), `t4`.`pays4`),
            0
          ) * IF(`t4`.`is3` = 1, `t4`.`pays3`, 0)
        ) AS `mixed3`,
        SUM(IF(`t4`.`is3` = 1, `t4`.`pays3`, 0) * IF(`t4`.`is3` = 1, `t4`.`pays3`, 0)) AS `base_square3`,
        SUM(CAST(IF(`t4`.`is4` = 1, 1, 0) AS BIGINT)) AS `people4`,
        SUM(IF(`t4`.`is4` = 1, `t4`.`pays4`, 0)) AS `base4`,
        SUM(
          IF(
            `t4`.`is4` = 1,
            IF(`t4`.`is4` = 1, `t4`.`pays4`, 0) - LEAST(IF(`t4`.`is4` = 1, `t4`.`pays4`, 0), `t4`.`pays5`),
            0
          )
        ) AS `part4`,
        SUM(
          IF(
            `t4`.`is4` = 1,
            IF(`t4`.`is4` = 1, `t4`.`pays4`, 0) - LEAST(IF(`t4`.`is4` = 1, `t4`.`pays4`, 0), `t4`.`pays5`),
            0
          ) * IF(
            `t4`.`is4` = 1,
            IF(`t4`.`is4` = 1, `t4`.`pays4`, 0) - LEAST(IF(`t4`.`is4` = 1, `t4`.`pays4`, 0), `t4`.`pays5`),
            0
          )
        ) AS `square4`,
        SUM(
          IF(
            `t4`.`is4` = 1,
            IF(`t4`.`is4` = 1, `t4`.`pays4`, 0) - LEAST(IF(`t4`.`is4` = 1, `t4`.`pays4`, 0), `t4`.`pays5`),
            0
          ) * IF(`t4`.`is4` = 1, `t4`.`pays4`, 0)
        ) AS `mixed4`,
        SUM(IF(`t4`.`is4` = 1, `t4`.`pays4`, 0) * IF(`t4`.`is4` = 1, `t4`.`pays4`, 0)) AS `base_square4`,
        SUM(CAST(IF(`t4`.`is5` = 1, 1, 0) AS BIGINT)) AS `people5`,
        SUM(IF(`t4`.`is5` = 1, `t4`.`pays5`, 0)) AS `base5`,
        SUM(
          IF(
            `t4`.`is5` = 1,
            IF(`t4`.`is5` = 1, `t4`.`pays5`, 0) - LEAST(IF(`t4`.`is5` = 1, `t4`.`pays5`, 0), `t4`.`pays6`),
            0
          )
        ) AS `part5`,
        SUM(
          IF(
            `t4`.`is5` = 1,
            IF(`t4`.`is5` = 1, `t4`.`pays5`, 0) - LEAST(IF(`t4`.`is5` = 1, `t4`.`pays5`, 0), `t4`.`pays6`),
            0
          ) * IF(
            `t4`.`is5` = 1,
            IF(`t4`.`is5` = 1, `t4`.`pays5`, 0) - LEAST(IF(`t4`.`is5` = 1, `t4`.`pays5`, 0), `t4`.`pays6`),
            0
          )
        ) AS `square5`,
        SUM(
          IF(
            `t4`.`is5` = 1,
            IF(`t4`.`is5` = 1, `t4`.`pays5`, 0) - LEAST(IF(`t4`.`is5` = 1, `t4`.`pays5`, 0), `t4`.`pays6`),
            0
          ) * IF(`t4`.`is5` = 1, `t4`.`pays5`, 0)
        ) AS `mixed5`,
        SUM(IF(`t4`.`is5` = 1, `t4`.`pays5`, 0) * IF(`t4`.`is5` = 1, `t4`.`pays5`, 0)) AS `base_square5`
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
      `t10`.`square0`,
      `t10`.`mixed0`,
      `t10`.`base_square0`,
      `t10`.`people1`,
      `t10`.`base1`,
      `t10`.`part1`,
      `t10`.`square1`,
      `t10`.`mixed1`,
      `t10`.`base_square1`,
      `t10`.`people2`,
      `t10`.`base2`,
      `t10`.`part2`,
      `t10`.`square2`,
      `t10`.`mixed2`,
      `t10`.`base_square2`,
      `t10`.`people3`,
      `t10`.`base3`,
      `t10`.`part3`,
      `t10`.`square3`,
      `t10`.`mixed3`,
      `t10`.`base_square3`,
      `t10`.`people4`,
      `t10`.`base4`,
      `t10`.`part4`,
      `t10`.`square4`,
      `t10`.`mixed4`,
      `t10`.`base_square4`,
      `t10`.`people5`,
      `t10`.`base5`,
      `t10`.`part5`,
      `t10`.`square5`,
      `t10`.`mixed5`,
      `t10`.`base_square5`,
      1 AS `segment`
    FROM (
      SELECT
        SUM(CAST(IF(`t6`.`is0` = 1, 1, 0) AS BIGINT)) AS `people0`,
        SUM(IF(`t6`.`is0` = 1, `t6`.`pays0`, 0)) AS `base0`,
        SUM(
          IF(
            `t6`.`is0` = 1,
            IF(`t6`.`is0` = 1, `t6`.`pays0`, 0) - LEAST(IF(`t6`.`is0` = 1, `t6`.`pays0`, 0), `t6`.`pays1`),
            0
          )
        ) AS `part0`,
        SUM(
          IF(
            `t6`.`is0` = 1,
            IF(`t6`.`is0` = 1, `t6`.`pays0`, 0) - LEAST(IF(`t6`.`is0` = 1, `t6`.`pays0`, 0), `t6`.`pays1`),
            0
          ) * IF(
            `t6`.`is0` = 1,
            IF(`t6`.`is0` = 1, `t6`.`pays0`, 0) - LEAST(IF(`t6`.`is0` = 1, `t6`.`pays0`, 0), `t6`.`pays1`),
            0
          )
        ) AS `square0`,
        SUM(
          IF(
            `t6`.`is0` = 1,
            IF(`t6`.`is0` = 1, `t6`.`pays0`, 0) - LEAST(IF(`t6`.`is0` = 1, `t6`.`pays0`, 0), `t6`.`pays1`),
            0
          ) * IF(`t6`.`is0` = 1, `t6`.`pays0`, 0)
        ) AS `mixed0`,
        SUM(IF(`t6`.`is0` = 1, `t6`.`pays0`, 0) * IF(`t6`.`is0` = 1, `t6`.`pays0`, 0)) AS `base_square0`,
        SUM(CAST(IF(`t6`.`is1` = 1, 1, 0) AS BIGINT)) AS `people1`,
        SUM(IF(`t6`.`is1` = 1, `t6`.`pays1`, 0)) AS `base1`,
        SUM(
          IF(
            `t6`.`is1` = 1,
            IF(`t6`.`is1` = 1, `t6`.`pays1`, 0) - LEAST(IF(`t6`.`is1` = 1, `t6`.`pays1`, 0), `t6`.`pays2`),
            0
          )
        ) AS `part1`,
        SUM(
          IF(
            `t6`.`is1` = 1,
            IF(`t6`.`is1` = 1, `t6`.`pays1`, 0) - LEAST(IF(`t6`.`is1` = 1, `t6`.`pays1`, 0), `t6`.`pays2`),
            0
          ) * IF(
            `t6`.`is1` = 1,
            IF(`t6`.`is1` = 1, `t6`.`pays1`, 0) - LEAST(IF(`t6`.`is1` = 1, `t6`.`pays1`, 0), `t6`.`pays2`),
            0
          )
        ) AS `square1`,
        SUM(
          IF(
            `t6`.`is1` = 1,
            IF(`t6`.`is1` = 1, `t6`.`pays1`, 0) - LEAST(IF(`t6`.`is1` = 1, `t6`.`pays1`, 0), `t6`.`pays2`),
            0
          ) * IF(`t6`.`is1` = 1, `t6`.`pays1`, 0)
        ) AS `mixed1`,
        SUM(IF(`t6`.`is1` = 1, `t6`.`pays1`, 0) * IF(`t6`.`is1` = 1, `t6`.`pays1`, 0)) AS `base_square1`,
        SUM(CAST(IF(`t6`.`is2` = 1, 1, 0) AS BIGINT)) AS `people2`,
        SUM(IF(`t6`.`is2` = 1, `t6`.`pays2`, 0)) AS `base2`,
        SUM(
          IF(
            `t6`.`is2` = 1,
            IF(`t6`.`is2` = 1, `t6`.`pays2`, 0) - LEAST(IF(`t6`.`is2` = 1, `t6`.`pays2`, 0), `t6`.`pays3`),
            0
          )
        ) AS `part2`,
        SUM(
          IF(
            `t6`.`is2` = 1,
            IF(`t6`.`is2` = 1, `t6`.`pays2`, 0) - LEAST(IF(`t6`.`is2` = 1, `t6`.`pays2`, 0), `t6`.`pays3`),
            0
          ) * IF(
            `t6`.`is2` = 1,
            IF(`t6`.`is2` = 1, `t6`.`pays2`, 0) - LEAST(IF(`t6`.`is2` = 1, `t6`.`pays2`, 0), `t6`.`pays3`),
            0
          )
        ) AS `square2`,
        SUM(
          IF(
            `t6`.`is2` = 1,
            IF(`t6`.`is2` = 1, `t6`.`pays2`, 0) - LEAST(IF(`t6`.`is2` = 1, `t6`.`pays2`, 0), `t6`.`pays3`),
            0
          ) * IF(`t6`.`is2` = 1, `t6`.`pays2`, 0)
        ) AS `mixed2`,
        SUM(IF(`t6`.`is2` = 1, `t6`.`pays2`, 0) * IF(`t6`.`is2` = 1, `t6`.`pays2`, 0)) AS `base_square2`,
        SUM(CAST(IF(`t6`.`is3` = 1, 1, 0) AS BIGINT)) AS `people3`,
        SUM(IF(`t6`.`is3` = 1, `t6`.`pays3`, 0)) AS `base3`,
        SUM(
          IF(
            `t6`.`is3` = 1,
            IF(`t6`.`is3` = 1, `t6`.`pays3`, 0) - LEAST(IF(`t6`.`is3` = 1, `t6`.`pays3`, 0), `t6`.`pays4`),
            0
          )
        ) AS `part3`,
        SUM(
          IF(
            `t6`.`is3` = 1,
            IF(`t6`.`is3` = 1, `t6`.`pays3`, 0) - LEAST(IF(`t6`.`is3` = 1, `t6`.`pays3`, 0), `t6`.`pays4`),
            0
          ) * IF(
            `t6`.`is3` = 1,
            IF(`t6`.`is3` = 1, `t6`.`pays3`, 0) - LEAST(IF(`t6`.`is3` = 1, `t6`.`pays3`, 0), `t6`.`pays4`),
            0
          )
        ) AS `square3`,
        SUM(
          IF(
            `t6`.`is3` = 1,
            IF(`t6`.`is3` = 1, `t6`.`pays3`, 0) - LEAST(IF(`t6`.`is3` = 1, `t6`.`pays3`, 0), `t6`.`pays4`),
            0
          ) * IF(`t6`.`is3` = 1, `t6`.`pays3`, 0)
        ) AS `mixed3`,
        SUM(IF(`t6`.`is3` = 1, `t6`.`pays3`, 0) * IF(`t6`.`is3` = 1, `t6`.`pays3`, 0)) AS `base_square3`,
        SUM(CAST(IF(`t6`.`is4` = 1, 1, 0) AS BIGINT)) AS `people4`,
        SUM(IF(`t6`.`is4` = 1, `t6`.`pays4`, 0)) AS `base4`,
        SUM(
          IF(
            `t6`.`is4` = 1,
            IF(`t6`.`is4` = 1, `t6`.`pays4`, 0) - LEAST(IF(`t6`.`is4` = 1, `t6`.`pays4`, 0), `t6`.`pays5`),
            0
          )
        ) AS `part4`,
        SUM(
          IF(
            `t6`.`is4` = 1,
            IF(`t6`.`is4` = 1, `t6`.`pays4`, 0) - LEAST(IF(`t6`.`is4` = 1, `t6`.`pays4`, 0), `t6`.`pays5`),
            0
          ) * IF(
            `t6`.`is4` = 1,
            IF(`t6`.`is4` = 1, `t6`.`pays4`, 0) - LEAST(IF(`t6`.`is4` = 1, `t6`.`pays4`, 0), `t6`.`pays5`),
            0
          )
        ) AS `square4`,
        SUM(
          IF(
            `t6`.`is4` = 1,
            IF(`t6`.`is4` = 1, `t6`.`pays4`, 0) - LEAST(IF(`t6`.`is4` = 1, `t6`.`pays4`, 0), `t6`.`pays5`),
            0
          ) * IF(`t6`.`is4` = 1, `t6`.`pays4`, 0)
        ) AS `mixed4`,
        SUM(IF(`t6`.`is4` = 1, `t6`.`pays4`, 0) * IF(`t6`.`is4` = 1, `t6`.`pays4`, 0)) AS `base_square4`,
        SUM(CAST(IF(`t6`.`is5` = 1, 1, 0) AS BIGINT)) AS `people5`,
        SUM(IF(`t6`.`is5` = 1, `t6`.`pays5`, 0)) AS `base5`,
        SUM(
          IF(
            `t6`.`is5` = 1,
            IF(`t6`.`is5` = 1, `t6`.`pays5`, 0) - LEAST(IF(`t6`.`is5` = 1, `t6`.`pays5`, 0), `t6`.`pays6`),
            0
          )
        ) AS `part5`,
        SUM(
          IF(
            `t6`.`is5` = 1,
            IF(`t6`.`is5` = 1, `t6`.`pays5`, 0) - LEAST(IF(`t6`.`is5` = 1, `t6`.`pays5`, 0), `t6`.`pays6`),
            0
          ) * IF(
            `t6`.`is5` = 1,
            IF(`t6`.`is5` = 1, `t6`.`pays5`, 0) - LEAST(IF(`t6`.`is5` = 1, `t6`.`pays5`, 0), `t6`.`pays6`),
            0
          )
        ) AS `square5`,
        SUM(
          IF(
            `t6`.`is5` = 1,
            IF(`t6`.`is5` = 1, `t6`.`pays5`, 0) - LEAST(IF(`t6`.`is5` = 1, `t6`.`pays5`, 0), `t6`.`pays6`),
            0
          ) * IF(`t6`.`is5` = 1, `t6`.`pays5`, 0)
        ) AS `mixed5`,
        SUM(IF(`t6`.`is5` = 1, `t6`.`pays5`, 0) * IF(`t6`.`is5` = 1, `t6`.`pays5`, 0)) AS `base_square5`
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
            TRUE
            AND COALESCE(
              IF(
                STARTSWITH(`t0`.`plan`, '['),
                `t0`.`plan` IN ('solo') OR CONTAINS(`t0`.`plan`, '"solo"'),
                `t0`.`plan` IN ('solo')
              ),
              FALSE
            )
        ) AS `t3`
        GROUP BY
          1
      ) AS `t6`
    ) AS `t10`
  ) AS `t12`
) AS `t13`
