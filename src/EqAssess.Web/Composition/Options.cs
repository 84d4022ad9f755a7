using System.ComponentModel.DataAnnotations;

namespace EqAssess.Web.Composition;

/// <summary>Section <c>Site</c>.</summary>
public sealed record SiteOptions
{
    /// <summary>Address under which people reach the site, for links in messages. Empty: the address on which the server listens.</summary>
    public string PublicUrl { get; init; } = "";

    /// <summary>Whether cookies are sent over HTTPS only and HTTP is redirected. Only a workplace on one machine turns it off.</summary>
    public bool RequireHttps { get; init; } = true;

    /// <summary>Who asks candidates to take the test; shown to them.</summary>
    [Required]
    public string Organisation { get; init; } = "EqAssess";

    /// <summary>Folder of the question banks that are imported at start; empty for none. Relative to the content root.</summary>
    public string QuestionBanks { get; set; } = "";

    /// <summary>
    /// Folder of run-time files (SQLite database, demonstration passwords). Relative to the content root; the environment variable
    /// EQASSESS_DATA goes before.
    /// </summary>
    [Required]
    public string DataFolder { get; set; } = ".data";
}

/// <summary>Section <c>Database</c>.</summary>
public sealed record DatabaseOptions
{
    /// <summary><c>Sqlite</c>, <c>PostgreSql</c> or <c>SqlServer</c>.</summary>
    [Required]
    public string Engine { get; init; } = "Sqlite";

    /// <summary>Empty with SQLite: <c>eqassess.db</c> in the data folder.</summary>
    public string ConnectionString { get; init; } = "";
}

/// <summary>Section <c>Mail</c>.</summary>
public sealed record MailOptions
{
    /// <summary>SMTP server. Empty: nothing leaves the machine, and messages stand on the page of kept messages, where that is on.</summary>
    public string Host { get; init; } = "";

    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    /// <summary>STARTTLS. An open connection is for a server on the same machine.</summary>
    public bool UseTls { get; init; } = true;

    public string User { get; init; } = "";

    public string Password { get; init; } = "";

    [Required]
    [EmailAddress]
    public string From { get; init; } = "eqassess@localhost.localdomain";

    [Required]
    public string FromName { get; init; } = "EqAssess";

    /// <summary>Keeps the full text of every message, links included, on a page. For Development only.</summary>
    public bool KeepCopies { get; init; }

    [Range(1, 300)]
    public int TimeoutSeconds { get; init; } = 30;
}

/// <summary>Section <c>Demonstration</c>.</summary>
public sealed record DemonstrationOptions
{
    /// <summary>Whether the first start fills a demonstration workspace, and whether one may be opened at all.</summary>
    public bool Enabled { get; init; }

    [Range(0, 1000)]
    public int SimulatedCandidates { get; init; } = 40;
}

/// <summary>Section <c>Scoring</c>: what a new scoring plan is made with.</summary>
public sealed record ScoringOptions
{
    /// <summary>Planning value of the reliability of the whole test, while fewer than <see cref="AttemptsForEstimates"/> attempts exist.</summary>
    [Range(0, 0.99)]
    public double PlanningReliability { get; init; } = 0.60;

    /// <summary>Planning value of the SD of the whole test, in points of 100.</summary>
    [Range(0.1, 50)]
    public double PlanningStandardDeviation { get; init; } = 12;

    /// <summary>Valid, non-simulated first attempts on a form version from which reliability and SD are estimated.</summary>
    [Range(50, 100_000)]
    public int AttemptsForEstimates { get; init; } = 100;

    /// <summary>Whether a hiring campaign may use a form on a draft key. Pilots always may.</summary>
    public bool AllowDraftKeysInHiring { get; init; }
}

/// <summary>Section <c>Attempts</c>.</summary>
public sealed record AttemptOptions
{
    /// <summary>How long after the deadline a save that was under way still counts, in seconds.</summary>
    [Range(0, 600)]
    public int GraceSeconds { get; init; } = 30;

    /// <summary>What one session may ask in a minute: far above what a person does, far below what a script can.</summary>
    [Range(60, 1_000_000)]
    public int RequestsPerMinute { get; init; } = 240;

    /// <summary>How often a server writes that it is alive, in seconds.</summary>
    [Range(1, 60)]
    public int BeatSeconds { get; init; } = 5;

    /// <summary>
    /// A longer time without a sign of life of any server, in seconds, is an outage, which attempts get back. Several times
    /// <see cref="BeatSeconds"/>, or a slow moment counts as one.
    /// </summary>
    [Range(2, 600)]
    public int OutageSeconds { get; init; } = 15;
}

/// <summary>Section <c>Candidates</c>: what candidates are told.</summary>
public sealed record CandidateOptions
{
    /// <summary>
    /// Whether candidates see their scores among their own data. The default, as GDPR Art. 15 asks; the UK exempts marks of examinations in part
    /// (Data Protection Act 2018, Schedule 2, paragraph 25).
    /// </summary>
    public bool DiscloseScores { get; init; } = true;

    /// <summary>Working days within which somebody looks at a result again.</summary>
    [Range(1, 60)]
    public int LookAgainDays { get; init; } = 5;

    /// <summary>Key, as Base64 of 32 bytes, under which monitoring answers are kept apart from attempts. Empty: made once and kept under Data Protection.</summary>
    [RegularExpression("([A-Za-z0-9+/]{43}=)?")]
    public string MonitoringKey { get; init; } = "";
}
