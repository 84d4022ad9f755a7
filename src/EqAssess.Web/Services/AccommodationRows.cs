using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;

namespace EqAssess.Web.Services;

/// <summary>Between what a person was granted and its row.</summary>
public static class AccommodationRows
{
    /// <param name="row">Null where nothing was granted.</param>
    public static Accommodation Read(AccommodationRow? row) => row is null
        ? Accommodation.None
        : new Accommodation(
            row.Percent, row.Untimed, TimeSpan.FromMinutes(row.BreakMinutes), row.Typed, row.SparedItems.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <param name="row">Null where nothing was granted.</param>
    public static bool Holds(AccommodationRow? row, Accommodation granted)
    {
        Accommodation has = Read(row);
        return has with { SparedItems = granted.SparedItems } == granted && has.SparedItems.ToHashSet(StringComparer.Ordinal).SetEquals(granted.SparedItems);
    }

    public static void Write(AccommodationRow row, Accommodation granted)
    {
        row.Percent = granted.Percent;
        row.Untimed = granted.Untimed;
        row.BreakMinutes = (int)granted.Breaks.TotalMinutes;
        row.Typed = granted.Typed;
        row.SparedItems = string.Join(' ', granted.SparedItems.Order(StringComparer.Ordinal));
    }
}
