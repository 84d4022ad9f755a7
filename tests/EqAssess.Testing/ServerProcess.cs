using System.Diagnostics;
using System.Text.RegularExpressions;
using EqAssess.Data;
using EqAssess.Testing.Databases;

namespace EqAssess.Testing;

/// <summary>The real site, started as people start it: a process of its own, with its own port, output and end.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);
    private readonly ChildProcess child;
    private readonly ServerSettings settings;

    private ServerProcess(ServerSettings settings)
    {
        this.settings = settings;
        var start = new ProcessStartInfo("dotnet", [BuiltSite.Assembly]) { WorkingDirectory = BuiltSite.Folder };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = settings.Environment;
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{settings.Port}";
        start.Environment["EQASSESS_DATA"] = settings.DataFolder;
        start.Environment["Site__QuestionBanks"] = settings.QuestionBanks;
        start.Environment["TZ"] = "UTC";
        foreach ((string name, string value) in FolderDatabase.Of(settings.DataFolder).Settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        foreach ((string name, string value) in settings.Variables)
        {
            start.Environment[name] = value;
        }

        child = new ChildProcess(start);
    }

    /// <summary>As the process printed it, for example <c>http://127.0.0.1:41234</c>.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Everything that the process wrote.</summary>
    public string Output => child.Output;

    /// <summary>The most memory that the process has held so far, in bytes.</summary>
    public long PeakMemory => child.PeakMemory;

    /// <summary>Processor time that the process has used so far.</summary>
    public TimeSpan ProcessorTime => child.ProcessorTime;

    /// <summary>The link that the greeting offers for trying the sample test.</summary>
    public string SampleLink => Printed(SampleLine());

    public static async Task<ServerProcess> StartAsync(ServerSettings settings)
    {
        await FolderDatabase.Of(settings.DataFolder).EnsureAsync();
        var server = new ServerProcess(settings);
        try
        {
            await Waiting.UntilAsync("The greeting", LongestStart, server.HasGreetedAsync);
            server.Url = server.Printed(ReadyLine());
            using var http = new HttpClient();
            await Waiting.UntilAsync("/health", LongestStart, async () => await http.GetStringAsync($"{server.Url}/health") == "ok");
            return server;
        }
        catch (Exception failure)
        {
            await server.DisposeAsync();
            throw new InvalidOperationException($"The site did not start: {failure.Message}\n{server.Output}", failure);
        }
    }

    /// <summary>The password that the greeting printed for an account of the demonstration.</summary>
    public string PasswordOf(string email) =>
        AccountLine().Matches(Output).FirstOrDefault(m => m.Groups["email"].Value == email)?.Groups["password"].Value
        ?? throw new InvalidOperationException($"The greeting names no account {email}:\n{Output}");

    /// <summary>The process's own database: for looking at what no page shows.</summary>
    public EqAssessDb OpenDatabase() => OpenDatabase(settings.DataFolder);

    public static EqAssessDb OpenDatabase(string dataFolder) => FolderDatabase.Of(dataFolder).Open();

    /// <summary>Ends the process as a power cut would.</summary>
    public Task KillAsync() => child.KillAsync();

    /// <summary>Lets the process stand still, as a host does that has no time for it.</summary>
    public Task PauseAsync() => child.SignalAsync("STOP");

    public Task ResumeAsync() => child.SignalAsync("CONT");

    /// <summary>Asks the process to end, as a service manager does.</summary>
    public async ValueTask DisposeAsync() => await child.DisposeAsync();

    private async Task<bool> HasGreetedAsync()
    {
        if (child.HasEnded)
        {
            throw new InvalidOperationException("The process ended by itself.");
        }

        return await Task.FromResult(ReadyLine().IsMatch(Output));
    }

    private string Printed(Regex line) =>
        line.Match(Output) is { Success: true } match ? match.Groups["value"].Value : throw new InvalidOperationException($"'{line}' was not printed:\n{Output}");

    // The greeting is one write and ends with an empty line: what stands before it has arrived whole.
    [GeneratedRegex(@"EqAssess is ready at (?<value>\S+)\n(.+\n)*\n", RegexOptions.ExplicitCapture)]
    private static partial Regex ReadyLine();

    [GeneratedRegex(@"Take the sample test: (?<value>\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex SampleLine();

    [GeneratedRegex(@"^ +(?<email>\S+@\S+)  (?<password>\S+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex AccountLine();
}
