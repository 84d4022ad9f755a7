using System.Globalization;

namespace EqAssess.Domain.Campaigns;

/// <summary>When those who have not finished are reminded, and how often at most.</summary>
/// <param name="Slots">Hours before the end, largest first, each once.</param>
/// <param name="Cap">Most reminders to one person.</param>
public sealed record ReminderPlan(IReadOnlyList<int> Slots, int Cap, QuietHours Quiet)
{
    public const int MostSlots = 5;

    /// <summary>Four weeks.</summary>
    public const int EarliestSlot = 672;

    /// <summary>Reads hours as people type them and as they are stored: numbers with spaces or commas between.</summary>
    /// <returns>Null where there is something else, a number outside 1 to <see cref="EarliestSlot"/>, or more than <see cref="MostSlots"/>.</returns>
    public static IReadOnlyList<int>? ReadSlots(string? text)
    {
        var slots = new SortedSet<int>();
        foreach (string part in (text ?? "").Split([' ', ',', ';', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int hours) || hours is < 1 or > EarliestSlot)
            {
                return null;
            }

            slots.Add(hours);
        }

        return slots.Count > MostSlots ? null : [.. slots.Reverse()];
    }

    /// <summary>The slot that has begun last. A server that was down in earlier ones writes once and not several times.</summary>
    /// <param name="end">From here on nobody can start.</param>
    /// <returns>Null before the first slot, from the end on, and where there are none.</returns>
    public int? SlotAt(DateTimeOffset end, DateTimeOffset now)
    {
        List<int> begun = [.. Slots.Where(hours => now >= end.AddHours(-hours))];
        return now >= end || begun.Count == 0 ? null : begun.Min();
    }
}
