using System.Text.Json;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;

namespace EqAssess.Data.Ledgers;

/// <summary>Events as the text that an entry holds and its hash covers.</summary>
internal static class LogText
{
    public static string Of(AttemptEvent happened) => JsonSerializer.Serialize(happened);

    public static AttemptEvent EventOf(AttemptLogEntry entry) =>
        JsonSerializer.Deserialize<AttemptEvent>(entry.Payload)
        ?? throw new InvalidOperationException($"Entry {entry.Sequence} of attempt {entry.AttemptId} holds no event.");
}
