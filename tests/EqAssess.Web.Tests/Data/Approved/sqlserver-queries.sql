-- the log of an attempt
SELECT [a].[attempt_id], [a].[sequence], [a].[entry_id], [a].[hash], [a].[kind], [a].[payload], [a].[previous_hash], [a].[recorded_at], [a].[writer_id]
FROM [attempt_log] AS [a]
WHERE [a].[attempt_id] = @attempt AND [a].[sequence] > @sequence
ORDER BY [a].[sequence]

-- attempts to score
SELECT TOP(@p) [a].[id]
FROM [attempt] AS [a]
WHERE [a].[closed_at] IS NOT NULL AND NOT EXISTS (
    SELECT 1
    FROM [invitation] AS [i]
    WHERE [i].[id] = [a].[invitation_id] AND [i].[withdrawn_at] IS NOT NULL) AND (NOT EXISTS (
    SELECT 1
    FROM [score_run] AS [s]
    WHERE [s].[attempt_id] = [a].[id] AND [s].[plan_id] = (
        SELECT TOP(1) [s0].[id]
        FROM [scoring_plan] AS [s0]
        WHERE [s0].[form_version_id] = [a].[form_version_id] AND [s0].[campaign_id] IS NULL
        ORDER BY [s0].[number] DESC)) OR EXISTS (
    SELECT 1
    FROM [invitation] AS [i0]
    WHERE [i0].[id] = [a].[invitation_id] AND EXISTS (
        SELECT 1
        FROM [campaign] AS [c]
        WHERE [c].[id] = [i0].[campaign_id] AND [c].[plan_id] IS NOT NULL AND EXISTS (
            SELECT 1
            FROM [scoring_plan] AS [s1]
            WHERE [s1].[id] = [c].[plan_id] AND [s1].[form_version_id] = [a].[form_version_id]) AND NOT EXISTS (
            SELECT 1
            FROM [score_run] AS [s2]
            WHERE [s2].[attempt_id] = [a].[id] AND [s2].[plan_id] = [c].[plan_id])))) AND ([a].[typed] = CAST(0 AS bit) OR NOT EXISTS (
    SELECT 1
    FROM [typed_answer] AS [t]
    WHERE [t].[attempt_id] = [a].[id] AND [t].[pretest] = CAST(0 AS bit) AND NOT EXISTS (
        SELECT 1
        FROM [form_item] AS [f]
        WHERE [f].[form_version_id] = [a].[form_version_id] AND [f].[item_version_id] = [t].[item_version_id] AND [f].[pretest] = CAST(1 AS bit)) AND ((
        SELECT COUNT(*)
        FROM [typed_mark] AS [t0]
        WHERE [t0].[attempt_id] = [t].[attempt_id] AND [t0].[item_version_id] = [t].[item_version_id]) < 2 OR ((
        SELECT COUNT(*)
        FROM [typed_mark] AS [t1]
        WHERE [t1].[attempt_id] = [t].[attempt_id] AND [t1].[item_version_id] = [t].[item_version_id]) = 2 AND (
        SELECT MAX([t2].[mark])
        FROM [typed_mark] AS [t2]
        WHERE [t2].[attempt_id] = [t].[attempt_id] AND [t2].[item_version_id] = [t].[item_version_id]) - (
        SELECT MIN([t3].[mark])
        FROM [typed_mark] AS [t3]
        WHERE [t3].[attempt_id] = [t].[attempt_id] AND [t3].[item_version_id] = [t].[item_version_id]) >= 2))))
ORDER BY [a].[closed_at]

-- the list of results
SELECT COUNT(*)
FROM [invitation] AS [i]
WHERE [i].[campaign_id] = @campaign_Id AND [i].[revoked_at] IS NULL AND [i].[withdrawn_at] IS NULL

SELECT [i].[id]
FROM [invitation] AS [i]
LEFT JOIN [attempt] AS [a] ON [i].[id] = [a].[invitation_id]
LEFT JOIN (
    SELECT [s].[id], [s].[percent], [s].[attempt_id] AS [attempt_id0]
    FROM [score_run] AS [s]
    WHERE [s].[plan_id] = @plan
) AS [s0] ON [a].[id] = [s0].[attempt_id0]
WHERE [i].[campaign_id] = @campaign_Id AND [i].[revoked_at] IS NULL AND [i].[withdrawn_at] IS NULL
ORDER BY CASE
    WHEN [s0].[id] IS NOT NULL OR (([a].[form_version_id] <> @campaign_FormVersionId OR [a].[form_version_id] IS NULL) AND EXISTS (
        SELECT 1
        FROM [score_run] AS [s1]
        WHERE [s1].[attempt_id] = [a].[id])) THEN 3
    WHEN [a].[closed_at] IS NOT NULL THEN 2
    WHEN [a].[id] IS NOT NULL THEN 1
    ELSE 0
END DESC, CAST(COALESCE([s0].[percent], -1.0E0) * 1000000.0E0 AS bigint) DESC, [i].[draw], [i].[id]
OFFSET @p ROWS FETCH NEXT @p8 ROWS ONLY

-- the list of results, filtered
SELECT COUNT(*)
FROM [invitation] AS [i]
LEFT JOIN [attempt] AS [a] ON [i].[id] = [a].[invitation_id]
LEFT JOIN (
    SELECT [s].[id], [s].[attempt_id] AS [attempt_id0]
    FROM [score_run] AS [s]
    WHERE [s].[plan_id] = @plan
) AS [s0] ON [a].[id] = [s0].[attempt_id0]
WHERE [i].[campaign_id] = @campaign_Id AND [i].[revoked_at] IS NULL AND [i].[withdrawn_at] IS NULL AND CASE
    WHEN [s0].[id] IS NOT NULL OR (([a].[form_version_id] <> @campaign_FormVersionId OR [a].[form_version_id] IS NULL) AND EXISTS (
        SELECT 1
        FROM [score_run] AS [s1]
        WHERE [s1].[attempt_id] = [a].[id])) THEN 3
    WHEN [a].[closed_at] IS NOT NULL THEN 2
    WHEN [a].[id] IS NOT NULL THEN 1
    ELSE 0
END = @state AND ((
    SELECT TOP(1) [d].[outcome]
    FROM [decision] AS [d]
    WHERE [d].[invitation_id] = [i].[id]
    ORDER BY [d].[number] DESC) IS NULL OR (
    SELECT TOP(1) [d0].[outcome]
    FROM [decision] AS [d0]
    WHERE [d0].[invitation_id] = [i].[id]
    ORDER BY [d0].[number] DESC) = N'Reopened') AND EXISTS (
    SELECT 1
    FROM [candidate_request] AS [c]
    WHERE [c].[invitation_id] = [i].[id] AND [c].[kind] = N'LookAgain' AND [c].[state] = N'Open') AND [i].[id] IN (
    SELECT [i0].[id]
    FROM [invitation] AS [i0]
    WHERE [i0].[campaign_id] = @campaign_Id10 AND (EXISTS (
        SELECT 1
        FROM [decision] AS [d1]
        WHERE [d1].[invitation_id] = [i0].[id] AND [d1].[staff_id] IS NOT NULL) OR EXISTS (
        SELECT 1
        FROM [name_look] AS [n]
        WHERE [n].[invitation_id] = [i0].[id] AND [n].[staff_id] = @reader))
) AND EXISTS (
    SELECT 1
    FROM [candidate] AS [c0]
    WHERE [c0].[id] = [i].[candidate_id] AND ([c0].[name] LIKE @words_contains ESCAPE N'\' OR LOWER([c0].[name]) LIKE @lower_contains ESCAPE N'\' OR UPPER([c0].[name]) LIKE @upper_contains ESCAPE N'\' OR [c0].[normalized_email] LIKE @upper_contains0 ESCAPE N'\'))

SELECT [i].[id]
FROM [invitation] AS [i]
LEFT JOIN [attempt] AS [a] ON [i].[id] = [a].[invitation_id]
LEFT JOIN (
    SELECT [s].[id], [s].[percent], [s].[attempt_id] AS [attempt_id0]
    FROM [score_run] AS [s]
    WHERE [s].[plan_id] = @plan
) AS [s0] ON [a].[id] = [s0].[attempt_id0]
WHERE [i].[campaign_id] = @campaign_Id AND [i].[revoked_at] IS NULL AND [i].[withdrawn_at] IS NULL AND CASE
    WHEN [s0].[id] IS NOT NULL OR (([a].[form_version_id] <> @campaign_FormVersionId OR [a].[form_version_id] IS NULL) AND EXISTS (
        SELECT 1
        FROM [score_run] AS [s1]
        WHERE [s1].[attempt_id] = [a].[id])) THEN 3
    WHEN [a].[closed_at] IS NOT NULL THEN 2
    WHEN [a].[id] IS NOT NULL THEN 1
    ELSE 0
END = @state AND ((
    SELECT TOP(1) [d].[outcome]
    FROM [decision] AS [d]
    WHERE [d].[invitation_id] = [i].[id]
    ORDER BY [d].[number] DESC) IS NULL OR (
    SELECT TOP(1) [d0].[outcome]
    FROM [decision] AS [d0]
    WHERE [d0].[invitation_id] = [i].[id]
    ORDER BY [d0].[number] DESC) = N'Reopened') AND EXISTS (
    SELECT 1
    FROM [candidate_request] AS [c]
    WHERE [c].[invitation_id] = [i].[id] AND [c].[kind] = N'LookAgain' AND [c].[state] = N'Open') AND [i].[id] IN (
    SELECT [i0].[id]
    FROM [invitation] AS [i0]
    WHERE [i0].[campaign_id] = @campaign_Id10 AND (EXISTS (
        SELECT 1
        FROM [decision] AS [d1]
        WHERE [d1].[invitation_id] = [i0].[id] AND [d1].[staff_id] IS NOT NULL) OR EXISTS (
        SELECT 1
        FROM [name_look] AS [n]
        WHERE [n].[invitation_id] = [i0].[id] AND [n].[staff_id] = @reader))
) AND EXISTS (
    SELECT 1
    FROM [candidate] AS [c0]
    WHERE [c0].[id] = [i].[candidate_id] AND ([c0].[name] LIKE @words_contains ESCAPE N'\' OR LOWER([c0].[name]) LIKE @lower_contains ESCAPE N'\' OR UPPER([c0].[name]) LIKE @upper_contains ESCAPE N'\' OR [c0].[normalized_email] LIKE @upper_contains0 ESCAPE N'\'))
ORDER BY CASE
    WHEN [i].[id] IN (
        SELECT [i1].[id]
        FROM [invitation] AS [i1]
        WHERE [i1].[campaign_id] = @campaign_Id19 AND (EXISTS (
            SELECT 1
            FROM [decision] AS [d2]
            WHERE [d2].[invitation_id] = [i1].[id] AND [d2].[staff_id] IS NOT NULL) OR EXISTS (
            SELECT 1
            FROM [name_look] AS [n0]
            WHERE [n0].[invitation_id] = [i1].[id] AND [n0].[staff_id] = @reader21))
    ) THEN 0
    ELSE 1
END, CASE
    WHEN [i].[id] IN (
        SELECT [i2].[id]
        FROM [invitation] AS [i2]
        WHERE [i2].[campaign_id] = @campaign_Id19 AND (EXISTS (
            SELECT 1
            FROM [decision] AS [d3]
            WHERE [d3].[invitation_id] = [i2].[id] AND [d3].[staff_id] IS NOT NULL) OR EXISTS (
            SELECT 1
            FROM [name_look] AS [n1]
            WHERE [n1].[invitation_id] = [i2].[id] AND [n1].[staff_id] = @reader21))
    ) THEN (
        SELECT TOP(1) [c1].[name]
        FROM [candidate] AS [c1]
        WHERE [c1].[id] = [i].[candidate_id])
    ELSE N''
END, CAST(COALESCE([s0].[percent], -1.0E0) * 1000000.0E0 AS bigint) DESC, [i].[draw], [i].[id]
OFFSET @p ROWS FETCH NEXT @p29 ROWS ONLY

-- names that a reader may see
SELECT [i].[id]
FROM [invitation] AS [i]
WHERE [i].[campaign_id] = @campaign_Id AND (EXISTS (
    SELECT 1
    FROM [decision] AS [d]
    WHERE [d].[invitation_id] = [i].[id] AND [d].[staff_id] IS NOT NULL) OR EXISTS (
    SELECT 1
    FROM [name_look] AS [n]
    WHERE [n].[invitation_id] = [i].[id] AND [n].[staff_id] = @reader)) AND [i].[id] = @invitations1

SELECT [i].[id] AS [Id], [c].[name] AS [Name], [c].[email] AS [Email], CASE
    WHEN [c].[erased_at] IS NOT NULL THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END AS [Erased]
FROM [invitation] AS [i]
INNER JOIN [candidate] AS [c] ON [i].[candidate_id] = [c].[id]
WHERE [i].[campaign_id] = @campaign_Id AND [i].[id] = @invitations1

-- decisions on an application
SELECT [d].[invitation_id], [d].[number], [d].[decided_at], [d].[outcome], [d].[score_run_id], [d].[staff_id], [d0].[text] AS [Reason], [s].[display_name] AS [Name], [s0].[percent] AS [Percent]
FROM [decision] AS [d]
LEFT JOIN [decision_reason] AS [d0] ON [d].[invitation_id] = [d0].[invitation_id] AND [d].[number] = [d0].[number]
LEFT JOIN [staff_member] AS [s] ON [d].[staff_id] = [s].[id]
LEFT JOIN [score_run] AS [s0] ON [d].[score_run_id] = [s0].[id]
WHERE [d].[invitation_id] = @invitation
ORDER BY [d].[number]

-- notes
SELECT [c].[invitation_id], [s].[display_name], [c].[text], [c].[written_at]
FROM [case_note] AS [c]
LEFT JOIN [staff_member] AS [s] ON [c].[staff_id] = [s].[id]
WHERE [c].[invitation_id] = @invitations1
ORDER BY [c].[written_at]

-- interview scores
SELECT [i].[invitation_id], [i].[staff_id], [i].[given_at], [i].[took_part], [s].[display_name] AS [DisplayName]
FROM [interview] AS [i]
LEFT JOIN [staff_member] AS [s] ON [i].[staff_id] = [s].[id]
WHERE [i].[invitation_id] = @invitations1
ORDER BY [i].[given_at]

SELECT [i].[invitation_id], [i].[staff_id], [i].[domain], [i].[score]
FROM [interview_score] AS [i]
WHERE [i].[invitation_id] = @invitations1

-- score runs of a report
SELECT [s].[id] AS [Id], [a0].[id] AS [Attempt], [s].[sheet] AS [Sheet], [s2].[content] AS [Plan], [i0].[id] AS [Invitation], [c].[simulated] AS [Simulated], [c0].[id], [c0].[allows_pause], [c0].[blind], [c0].[closes_at], [c0].[closes_on], [c0].[contact], [c0].[country], [c0].[created_at], [c0].[demonstration], [c0].[form_version_id], [c0].[gives_feedback], [c0].[held_since], [c0].[job_record_id], [c0].[job_title], [c0].[monitors], [c0].[norm_version_id], [c0].[opens_at], [c0].[opens_on], [c0].[plan_id], [c0].[purpose], [c0].[quiet_from], [c0].[quiet_until], [c0].[reminder_cap], [c0].[reminder_slots], [c0].[retention_months], [c0].[seed], [c0].[shared_with_all], [c0].[time_zone], [f].[id], [f].[assembly], [f].[bank_id], [f].[blueprint], [f].[number], [f].[published_at], [f].[published_by], [f].[sections], [f].[seed], [f].[time_limit_seconds], [f].[title]
FROM [score_run] AS [s]
INNER JOIN [scoring_plan] AS [s2] ON [s].[plan_id] = [s2].[id]
INNER JOIN [attempt] AS [a0] ON [s].[attempt_id] = [a0].[id]
INNER JOIN [invitation] AS [i0] ON [a0].[invitation_id] = [i0].[id]
INNER JOIN [candidate] AS [c] ON [i0].[candidate_id] = [c].[id]
INNER JOIN [campaign] AS [c0] ON [i0].[campaign_id] = [c0].[id]
INNER JOIN [form_version] AS [f] ON [a0].[form_version_id] = [f].[id]
WHERE NOT EXISTS (
    SELECT 1
    FROM [attempt] AS [a]
    WHERE [a].[id] = [s].[attempt_id] AND EXISTS (
        SELECT 1
        FROM [invitation] AS [i]
        WHERE [i].[id] = [a].[invitation_id] AND EXISTS (
            SELECT 1
            FROM [scoring_plan] AS [s0]
            WHERE [s0].[campaign_id] = [i].[campaign_id]) AND NOT EXISTS (
            SELECT 1
            FROM [scoring_plan] AS [s1]
            WHERE [s1].[campaign_id] = [i].[campaign_id] AND [s1].[id] = [s].[plan_id]) AND NOT EXISTS (
            SELECT 1
            FROM [rescoring] AS [r]
            WHERE [r].[campaign_id] = [i].[campaign_id] AND [r].[from_plan_id] = [s].[plan_id] AND [r].[state] = N'Approved'))) AND [s].[id] = @scoreRuns1 AND [i0].[withdrawn_at] IS NULL AND [i0].[revoked_at] IS NULL AND [c].[erased_at] IS NULL

-- reports to draw
SELECT TOP(@p) [r].[id]
FROM [report] AS [r]
WHERE [r].[drawn_at] IS NULL AND [r].[failures] < 5 AND ([r].[next_try_at] IS NULL OR [r].[next_try_at] <= @now) AND [r].[score_run_id] NOT IN (
    SELECT [s].[id]
    FROM [score_run] AS [s]
    INNER JOIN [attempt] AS [a] ON [s].[attempt_id] = [a].[id]
    INNER JOIN [invitation] AS [i] ON [a].[invitation_id] = [i].[id]
    WHERE [i].[withdrawn_at] IS NOT NULL
) AND NOT EXISTS (
    SELECT 1
    FROM [report_subject] AS [r0]
    WHERE [r0].[report_id] = [r].[id] AND [r0].[score_run_id] IN (
        SELECT [s0].[id]
        FROM [score_run] AS [s0]
        INNER JOIN [attempt] AS [a0] ON [s0].[attempt_id] = [a0].[id]
        INNER JOIN [invitation] AS [i0] ON [a0].[invitation_id] = [i0].[id]
        WHERE [i0].[withdrawn_at] IS NOT NULL
    ))
ORDER BY CASE
    WHEN EXISTS (
        SELECT 1
        FROM [report_batch_item] AS [r1]
        WHERE [r1].[report_id] = [r].[id]) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END, [r].[requested_at]

-- batches of reports
SELECT TOP(@p) [r].[id], [r].[kind], [r].[requested_at], (
    SELECT COUNT(*)
    FROM [report_batch_item] AS [r0]
    WHERE [r0].[batch_id] = [r].[id]), (
    SELECT COUNT(*)
    FROM [report_batch_item] AS [r1]
    WHERE [r1].[batch_id] = [r].[id] AND EXISTS (
        SELECT 1
        FROM [report] AS [r2]
        WHERE [r2].[id] = [r1].[report_id] AND [r2].[drawn_at] IS NOT NULL)), (
    SELECT COUNT(*)
    FROM [report_batch_item] AS [r3]
    WHERE [r3].[batch_id] = [r].[id] AND ([r3].[left_out] IS NOT NULL OR ([r3].[report_id] IS NOT NULL AND NOT EXISTS (
        SELECT 1
        FROM [report] AS [r4]
        WHERE [r4].[id] = [r3].[report_id] AND ([r4].[drawn_at] IS NOT NULL OR [r4].[failures] < 5)))))
FROM [report_batch] AS [r]
WHERE [r].[campaign_id] = @campaign AND [r].[requested_by] = @staff
ORDER BY [r].[requested_at] DESC

-- answer patterns to describe
SELECT TOP(@p) [a].[id]
FROM [attempt] AS [a]
WHERE [a].[closed_at] IS NOT NULL AND EXISTS (
    SELECT 1
    FROM [score_run] AS [s]
    WHERE [s].[attempt_id] = [a].[id]) AND NOT EXISTS (
    SELECT 1
    FROM [answer_pattern] AS [a0]
    WHERE [a0].[attempt_id] = [a].[id])
ORDER BY [a].[closed_at]

-- answer patterns
SELECT [a].[attempt_id], [a].[counts], [a].[ends], [a].[flagged], [a].[form_version_id]
FROM [answer_pattern] AS [a]
WHERE [a].[attempt_id] = @attempts1

-- invitations of a campaign
SELECT COUNT(*)
FROM [invitation] AS [i]
INNER JOIN [candidate] AS [c] ON [i].[candidate_id] = [c].[id]
WHERE [i].[campaign_id] = @campaign AND ([c].[name] LIKE @wanted_contains ESCAPE N'\' OR UPPER([c].[name]) LIKE @all_contains ESCAPE N'\' OR UPPER([c].[name]) LIKE @plain_contains ESCAPE N'\' OR [c].[normalized_email] LIKE @all_contains0 ESCAPE N'\')

SELECT [i].[id]
FROM [invitation] AS [i]
INNER JOIN [candidate] AS [c] ON [i].[candidate_id] = [c].[id]
WHERE [i].[campaign_id] = @campaign AND ([c].[name] LIKE @wanted_contains ESCAPE N'\' OR UPPER([c].[name]) LIKE @all_contains ESCAPE N'\' OR UPPER([c].[name]) LIKE @plain_contains ESCAPE N'\' OR [c].[normalized_email] LIKE @all_contains0 ESCAPE N'\')
ORDER BY [i].[simulated], [c].[name], [i].[id]
OFFSET @p ROWS FETCH NEXT @p6 ROWS ONLY

SELECT [i].[id], [i].[campaign_id], [i].[candidate_id], [i].[created_at], [i].[draw], [i].[extended_until], [i].[revoked_at], [i].[simulated], [i].[start_until], [i].[withdrawn_at], [c].[name], [c].[email], (
    SELECT COUNT(*)
    FROM [message] AS [m0]
    WHERE [m0].[invitation_id] = [i].[id] AND [m0].[kind] = N'Reminder' AND [m0].[state] = N'Sent'), CASE
    WHEN EXISTS (
        SELECT 1
        FROM [attempt] AS [a]
        WHERE [a].[invitation_id] = [i].[id]) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END, CASE
    WHEN EXISTS (
        SELECT 1
        FROM [attempt] AS [a0]
        WHERE [a0].[invitation_id] = [i].[id] AND [a0].[closed_at] IS NOT NULL) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END, CASE
    WHEN EXISTS (
        SELECT 1
        FROM [score_run] AS [s]
        WHERE EXISTS (
            SELECT 1
            FROM [attempt] AS [a1]
            WHERE [a1].[id] = [s].[attempt_id] AND [a1].[invitation_id] = [i].[id])) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END, [m2].[id], [m2].[claimed_at], [m2].[created_at], [m2].[due_at], [m2].[failure], [m2].[invitation_id], [m2].[kind], [m2].[sent_at], [m2].[slot], [m2].[state], [m2].[tries]
FROM [invitation] AS [i]
INNER JOIN [candidate] AS [c] ON [i].[candidate_id] = [c].[id]
LEFT JOIN (
    SELECT [m1].[id], [m1].[claimed_at], [m1].[created_at], [m1].[due_at], [m1].[failure], [m1].[invitation_id], [m1].[kind], [m1].[sent_at], [m1].[slot], [m1].[state], [m1].[tries]
    FROM (
        SELECT [m].[id], [m].[claimed_at], [m].[created_at], [m].[due_at], [m].[failure], [m].[invitation_id], [m].[kind], [m].[sent_at], [m].[slot], [m].[state], [m].[tries], ROW_NUMBER() OVER(PARTITION BY [m].[invitation_id] ORDER BY [m].[slot] DESC) AS [row]
        FROM [message] AS [m]
        WHERE [m].[kind] = N'Invitation'
    ) AS [m1]
    WHERE [m1].[row] <= 1
) AS [m2] ON [i].[id] = [m2].[invitation_id]
WHERE 0 = 1

-- campaigns by state
SELECT TOP(2) COUNT(CASE
    WHEN [c0].[opens_at] > @now THEN 1
END), COUNT(CASE
    WHEN [c0].[opens_at] <= @now AND [c0].[closes_at] > @now0 THEN 1
END), COUNT(CASE
    WHEN [c0].[closes_at] <= @now0 THEN 1
END)
FROM (
    SELECT [c].[closes_at], [c].[opens_at], 1 AS [Key]
    FROM [campaign] AS [c]
) AS [c0]
GROUP BY [c0].[Key]

-- new results
SELECT [c].[id], [c].[job_title], [c].[closes_on], COUNT(*)
FROM [campaign] AS [c]
INNER JOIN [invitation] AS [i] ON [c].[id] = [i].[campaign_id]
INNER JOIN [attempt] AS [a] ON [i].[id] = [a].[invitation_id]
WHERE [c].[purpose] = N'Hiring' AND [c].[closes_at] > @since AND [i].[revoked_at] IS NULL AND [i].[withdrawn_at] IS NULL AND EXISTS (
    SELECT 1
    FROM [score_run] AS [s]
    WHERE [s].[attempt_id] = [a].[id] AND [s].[plan_id] = [c].[plan_id] AND NOT EXISTS (
        SELECT 1
        FROM [audit_log] AS [a0]
        WHERE [a0].[subject] = [c].[id] AND [a0].[at] >= [s].[scored_at] AND [a0].[actor] = @staff AND [a0].[act] = N'results-viewed'))
GROUP BY [c].[id], [c].[job_title], [c].[closes_on]

-- people without a decision
SELECT [c].[id], [c].[job_title], [c].[closes_on], COUNT(*)
FROM [campaign] AS [c]
INNER JOIN [invitation] AS [i] ON [c].[id] = [i].[campaign_id]
INNER JOIN [attempt] AS [a] ON [i].[id] = [a].[invitation_id]
WHERE [c].[purpose] = N'Hiring' AND [c].[closes_at] <= @now AND [c].[closes_at] > @since AND [i].[revoked_at] IS NULL AND [i].[withdrawn_at] IS NULL AND EXISTS (
    SELECT 1
    FROM [score_run] AS [s]
    WHERE [s].[attempt_id] = [a].[id] AND [s].[plan_id] = [c].[plan_id]) AND NOT EXISTS (
    SELECT 1
    FROM [decision] AS [d]
    WHERE [d].[invitation_id] = [i].[id])
GROUP BY [c].[id], [c].[job_title], [c].[closes_on]

-- invitations about to expire
SELECT [c].[id], [c].[job_title], [c].[closes_on], COUNT(*)
FROM [campaign] AS [c]
INNER JOIN [invitation] AS [i] ON [c].[id] = [i].[campaign_id]
WHERE [c].[closes_at] > @now AND [c].[closes_at] <= @soon AND [c].[opens_at] <= @now0 AND [i].[revoked_at] IS NULL AND [i].[withdrawn_at] IS NULL AND [i].[start_until] IS NULL AND NOT EXISTS (
    SELECT 1
    FROM [attempt] AS [a]
    WHERE [a].[invitation_id] = [i].[id])
GROUP BY [c].[id], [c].[job_title], [c].[closes_on]
ORDER BY [c].[closes_on]

-- messages that did not arrive
SELECT [c].[id], [c].[job_title], [c].[closes_on], COUNT(*)
FROM [message] AS [m]
INNER JOIN [invitation] AS [i] ON [m].[invitation_id] = [i].[id]
INNER JOIN [campaign] AS [c] ON [i].[campaign_id] = [c].[id]
WHERE [m].[state] IN (N'Refused', N'AddressRefused', N'Uncertain') AND [m].[kind] <> N'AdjustmentDecided' AND [m].[kind] <> N'AdjustmentGranted' AND [i].[revoked_at] IS NULL
GROUP BY [c].[id], [c].[job_title], [c].[closes_on]

-- kept views
SELECT [s].[id], [s].[name], [s].[query], [s].[saved_at], [s].[staff_id]
FROM [saved_view] AS [s]
WHERE [s].[staff_id] = @staff
ORDER BY [s].[name]
