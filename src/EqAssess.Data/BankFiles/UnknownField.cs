using EqAssess.Domain.Banks;

namespace EqAssess.Data.BankFiles;

/// <summary>What to say of a field that nothing reads.</summary>
internal static class UnknownField
{
    private static readonly string[] OfKeys =
        ["key", "keys", "effectiveness", "rationale", "principles", "hangsOn", "dropped", "correct", "points", "score"];

    public static string Message(string field, IReadOnlyList<string> known)
    {
        bool inAnItem = known.Contains("situation") || known.Contains("text");
        if (inAnItem && OfKeys.Contains(field, StringComparer.OrdinalIgnoreCase))
        {
            return $"'{field}' belongs to a key, and a key never stands in an item file: move it to keys/<version>.yaml";
        }

        return Nearest.To(field, known) is { } meant
            ? $"unknown field '{field}': did you mean '{meant}'?"
            : $"unknown field '{field}': known here are {Known.List(known)}";
    }
}
