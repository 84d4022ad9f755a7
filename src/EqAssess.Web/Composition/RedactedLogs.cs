using System.Text.RegularExpressions;

namespace EqAssess.Web.Composition;

/// <summary>
/// Takes the tokens of links out of everything that is logged, scopes included, whatever level is turned on: ASP.NET Core logs paths,
/// and a path with a token opens somebody's test.
/// </summary>
internal sealed partial class RedactedLogs(LoggerFactory inner) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new Logger(inner.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();

    /// <summary>A token as <see cref="Services.Tokens.Mint"/> makes it, wherever it stands, and whatever stands in its place in a path.</summary>
    [GeneratedRegex(@"(?<=(?:(?<![\w-])|%2F)(?:t|j|r|set-up)(?:/|%2F))[\w-]{20,}|(?<![\w-])[\w-]{43}(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    private static string Redact(string text) => Token().Replace(text, "…");

    /// <summary>The state of a message or a scope, with its values redacted; null where there is nothing to redact.</summary>
    private static RedactedState? Redacted(object? state, string? message)
    {
        string text = message ?? state?.ToString() ?? "";
        var pairs = (state as IEnumerable<KeyValuePair<string, object?>>)?.ToList() ?? [];
        return Token().IsMatch(text) || pairs.Exists(p => p.Value?.ToString() is string value && Token().IsMatch(value))
            ? new RedactedState(Redact(text), [.. pairs.Select(p => KeyValuePair.Create<string, object?>(p.Key, p.Value?.ToString() is string value ? Redact(value) : null))])
            : null;
    }

    private sealed class Logger(ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => Redacted(state, null) is { } redacted ? inner.BeginScope(redacted) : inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!inner.IsEnabled(logLevel))
            {
                return;
            }

            if (Redacted(state, formatter(state, exception)) is { } redacted)
            {
                inner.Log(logLevel, eventId, redacted, exception, static (s, _) => s.ToString());
            }
            else
            {
                inner.Log(logLevel, eventId, state, exception, formatter);
            }
        }
    }

    private sealed class RedactedState(string text, List<KeyValuePair<string, object?>> pairs) : List<KeyValuePair<string, object?>>(pairs)
    {
        public override string ToString() => text;
    }
}
