WITH `t1` AS (
  SELECT
    `t0`.`person`,
    `t0`.`time`,
    `t0`.`event`,
    TRUE AS `counts`,
    TRUE AND `t0`.`event` IN ('seen') AND TRUE AS `m1`,
    TRUE AND `t0`.`event` IN ('tried') AND TRUE AS `m2`,
    TRUE AND `t0`.`event` IN ('paid') AND TRUE AS `m3`,
    TRUE AS `s0`,
    TRUE
    AND COALESCE(
      IF(
        STARTSWITH(`t0`.`plan`, '['),
        `t0`.`plan` IN ('solo') OR CONTAINS(`t0`.`plan`, '"solo"'),
        `t0`.`plan` IN ('solo')
      ),
      FALSE
    ) AS `s1`,
    TRUE
    AND COALESCE(
      IF(
        STARTSWITH(`t0`.`plan`, '['),
        `t0`.`plan` IN ('team') OR CONTAINS(`t0`.`plan`, '"team"'),
        `t0`.`plan` IN ('team')
      ),
      FALSE
    ) AS `s2`
  FROM `log` AS `t0`
  WHERE
    TRUE
)
SELECT
  `t17`.`period`,
  SUM(CAST(IF((
    `t17`.`s0` = 1
  ) AND NOT (
    `t17`.`is_over`
  ), 1, 0) AS BIGINT)) AS `p0`,
  SUM(
    CAST(IF(
      (
        `t17`.`s0` = 1
      )
      AND (
        `t17`.`is_over` AND (
          `t17`.`excluded` = 0
        )
      )
      AND (
        `t17`.`reached` >= 1
      ),
      1,
      0
    ) AS BIGINT)
  ) AS `n1_0`,
  SUM(
    CAST(IF(
      (
        `t17`.`s0` = 1
      )
      AND (
        `t17`.`is_over` AND (
          `t17`.`excluded` = 0
        )
      )
      AND (
        `t17`.`reached` >= 2
      ),
      1,
      0
    ) AS BIGINT)
  ) AS `n2_0`,
  SUM(
    CAST(IF(
      (
        `t17`.`s0` = 1
      )
      AND (
        `t17`.`is_over` AND (
          `t17`.`excluded` = 0
        )
      )
      AND (
        `t17`.`reached` >= 3
      ),
      1,
      0
    ) AS BIGINT)
  ) AS `n3_0`,
  SUM(CAST(IF((
    `t17`.`s1` = 1
  ) AND NOT (
    `t17`.`is_over`
  ), 1, 0) AS BIGINT)) AS `p1`,
  SUM(
    CAST(IF(
      (
        `t17`.`s1` = 1
      )
      AND (
        `t17`.`is_over` AND (
          `t17`.`excluded` = 0
        )
      )
      AND (
        `t17`.`reached` >= 1
      ),
      1,
      0
    ) AS BIGINT)
  ) AS `n1_1`,
  SUM(
    CAST(IF(
      (
        `t17`.`s1` = 1
      )
      AND (
        `t17`.`is_over` AND (
          `t17`.`excluded` = 0
        )
      )
      AND (
        `t17`.`reached` >= 2
      ),
      1,
      0
    ) AS BIGINT)
  ) AS `n2_1`,
  SUM(
    CAST(IF(
      (
        `t17`.`s1` = 1
      )
      AND (
        `t17`.`is_over` AND (
          `t17`.`excluded` = 0
        )
      )
      AND (
        `t17`.`reached` >= 3
      ),
      1,
      0
    ) AS BIGINT)
  ) AS `n3_1`,
  SUM(CAST(IF((
    `t17`.`s2` = 1
  ) AND NOT (
    `t17`.`is_over`
  ), 1, 0) AS BIGINT)) AS `p2`,
  SUM(
    CAST(IF(
      (
        `t17`.`s2` = 1
      )
      AND (
        `t17`.`is_over` AND (
          `t17`.`excluded` = 0
        )
      )
      AND (
        `t17`.`reached` >= 1
      ),
      1,
      0
    ) AS BIGINT)
  ) AS `n1_2`,
  SUM(
    CAST(IF(
      (
        `t17`.`s2` = 1
      )
      AND (
        `t17`.`is_over` AND (
          `t17`.`excluded` = 0
        )
      )
      AND (
        `t17`.`reached` >= 2
      ),
      1,
      0
    ) AS BIGINT)
  ) AS `n2_2`,
  SUM(
    CAST(IF(
      (
        `t17`.`s2` = 1
      )
      AND (
        `t17`.`is_over` AND (
          `t17`.`excluded` = 0
        )
      )
      AND (
        `t17`.`reached` >= 3
      ),
      1,
      0
    ) AS BIGINT)
  ) AS `n3_2`
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t15`.`person`,
      `t15`.`t1`,
      `t15`.`s0`,
      `t15`.`s1`,
      `t15`.`s2`,
      `t15`.`closes`,
      `t15`.`at_m1`,
      `t15`.`at_m2`,
      `t15`.`at_m3`,
      0 + IF(`t15`.`at_m1` IS NOT NULL, 1, 0) + IF(`t15`.`at_m2` IS NOT NULL, 1, 0) + IF(`t15`.`at_m3` IS NOT NULL, 1, 0) AS `reached`,
      IF(
        (
          0 + IF(`t15`.`at_m1` IS NOT NULL, 1, 0) + IF(`t15`.`at_m2` IS NOT NULL, 1, 0) + IF(`t15`.`at_m3` IS NOT NULL, 1, 0)
        ) = 3,
        IF(
          `t15`.`at_m3` > IF(
            `t15`.`at_m2` > IF(`t15`.`at_m1` > `t15`.`at_m1`, `t15`.`at_m1`, `t15`.`at_m1`),
            `t15`.`at_m2`,
            IF(`t15`.`at_m1` > `t15`.`at_m1`, `t15`.`at_m1`, `t15`.`at_m1`)
          ),
          `t15`.`at_m3`,
          IF(
            `t15`.`at_m2` > IF(`t15`.`at_m1` > `t15`.`at_m1`, `t15`.`at_m1`, `t15`.`at_m1`),
            `t15`.`at_m2`,
            IF(`t15`.`at_m1` > `t15`.`at_m1`, `t15`.`at_m1`, `t15`.`at_m1`)
          )
        ),
        `t15`.`closes`
      ) AS `last`,
      0 AS `excluded`,
      IF(
        (
          `t15`.`t1` >= CAST('2025-12-31T23:00:00' AS TIMESTAMP)
        )
        AND (
          `t15`.`t1` < CAST('2026-06-30T22:00:00' AS TIMESTAMP)
        ),
        IF(
          `t15`.`t1` < CAST('2026-03-31T22:00:00' AS TIMESTAMP),
          IF(
            `t15`.`t1` < CAST('2026-01-31T23:00:00' AS TIMESTAMP),
            0,
            IF(`t15`.`t1` < CAST('2026-02-28T23:00:00' AS TIMESTAMP), 1, 2)
          ),
          IF(
            `t15`.`t1` < CAST('2026-04-30T22:00:00' AS TIMESTAMP),
            3,
            IF(`t15`.`t1` < CAST('2026-05-31T22:00:00' AS TIMESTAMP), 4, 5)
          )
        ),
        -1
      ) AS `period`,
      `t15`.`closes` <= CAST('2026-04-05T00:00:00' AS TIMESTAMP) AS `is_over`
    FROM (
      SELECT
        `t14`.`person`,
        `t14`.`t1`,
        `t14`.`s0`,
        `t14`.`s1`,
        `t14`.`s2`,
        `t14`.`closes`,
        MIN(IF(`t14`.`e_m1`, `t14`.`e_time`, NULL)) AS `at_m1`,
        MIN(IF(`t14`.`e_m2`, `t14`.`e_time`, NULL)) AS `at_m2`,
        MIN(IF(`t14`.`e_m3`, `t14`.`e_time`, NULL)) AS `at_m3`
      FROM (
        SELECT
          `t13`.`person`,
          `t13`.`t1`,
          `t13`.`s0`,
          `t13`.`s1`,
          `t13`.`s2`,
          `t13`.`closes`,
          `t6`.`e_person`,
          `t6`.`e_time`,
          `t6`.`e_m1`,
          `t6`.`e_m2`,
          `t6`.`e_m3`
        FROM (
          SELECT
            `t11`.`person`,
            `t11`.`t1`,
            `t11`.`s0`,
            `t11`.`s1`,
            `t11`.`s2`,
            `t11`.`t1` + INTERVAL '1728000' SECOND AS `closes`
          FROM (
            SELECT
              `t10`.`person`,
              `t10`.`t1`,
              MAX(CAST(IF(`t10`.`e_s0`, 1, 0) AS BIGINT)) AS `s0`,
              MAX(CAST(IF(`t10`.`e_s1`, 1, 0) AS BIGINT)) AS `s1`,
              MAX(CAST(IF(`t10`.`e_s2`, 1, 0) AS BIGINT)) AS `s2`
            FROM (
              SELECT
                `t9`.`person`,
                `t9`.`t1`,
                `t7`.`e_person`,
                `t7`.`e_time`,
                `t7`.`e_s0`,
                `t7`.`e_s1`,
                `t7`.`e_s2`
              FROM (
                SELECT
                  `t4`.`person`,
                  MIN(`t4`.`time`) AS `t1`
                FROM (
                  SELECT
                    *
                  FROM `t1` AS `t2`
                  WHERE
                    FALSE OR `t2`.`m1` OR `t2`.`m2` OR `t2`.`m3`
                ) AS `t4`
                GROUP BY
                  1
              ) AS `t9`
              INNER JOIN (
                SELECT
                  `t2`.`person` AS `e_person`,
                  `t2`.`time` AS `e_time`,
                  `t2`.`s0` AS `e_s0`,
                  `t2`.`s1` AS `e_s1`,
                  `t2`.`s2` AS `e_s2`
                FROM `t1` AS `t2`
                WHERE
                  FALSE OR `t2`.`m1` OR `t2`.`m2` OR `t2`.`m3`
              ) AS `t7`
                ON `t9`.`person` = `t7`.`e_person` AND `t7`.`e_time` = `t9`.`t1`
            ) AS `t10`
            GROUP BY
              1,
              2
          ) AS `t11`
        ) AS `t13`
        LEFT OUTER JOIN (
          SELECT
            `t2`.`person` AS `e_person`,
            `t2`.`time` AS `e_time`,
            `t2`.`m1` AS `e_m1`,
            `t2`.`m2` AS `e_m2`,
            `t2`.`m3` AS `e_m3`
          FROM `t1` AS `t2`
          WHERE
            FALSE OR `t2`.`m1` OR `t2`.`m2` OR `t2`.`m3`
        ) AS `t6`
          ON `t13`.`person` = `t6`.`e_person`
          AND `t6`.`e_time` >= `t13`.`t1`
          AND `t6`.`e_time` <= `t13`.`closes`
      ) AS `t14`
      GROUP BY
        1,
        2,
        3,
        4,
        5,
        6
    ) AS `t15`
  ) AS `t16`
  WHERE
    `t16`.`period` >= 0
) AS `t17`
GROUP BY
  1
