namespace EqAssess.Testing;

/// <summary>How a server process is to be started. Two processes on one data folder share its database.</summary>
public sealed record ServerSettings
{
    public required string DataFolder { get; init; }

    /// <summary>Empty: none are imported.</summary>
    public string QuestionBanks { get; init; } = Repository.QuestionBanks;

    public string Environment { get; init; } = "Development";

    /// <summary>0: any that is free.</summary>
    public int Port { get; init; }

    /// <summary>More settings, for example <c>Attempts__GraceSeconds</c>.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public ServerSettings With(string variable, string value) =>
        this with { Variables = new Dictionary<string, string>(Variables, StringComparer.Ordinal) { [variable] = value } };

    public ServerSettings With(SmtpServer mail) => With("Mail__Host", "127.0.0.1").With("Mail__Port", $"{mail.Port}").With("Mail__UseTls", "false");
}
