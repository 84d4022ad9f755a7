using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace EqAssess.Web.Tests.Pages;

/// <summary>Everything that any logger was given: message, each value of the state, exception, and the scopes around it.</summary>
public sealed class CapturedLog : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> lines = new();
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public IReadOnlyList<string> Lines => [.. lines];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    private static string Flat(object? state) => state is IEnumerable<KeyValuePair<string, object?>> pairs
        ? $"{state} {string.Join(' ', pairs.Select(p => $"{p.Key}={p.Value}"))}"
        : $"{state}";

    private sealed class Logger(CapturedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            string line = $"{logLevel} {category} {formatter(state, exception)} | {Flat(state)} | {exception}";
            log.scopes.ForEachScope((scope, _) => line += $" => {Flat(scope)}", state);
            log.lines.Enqueue(line);
        }
    }
}
