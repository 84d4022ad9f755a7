namespace EqAssess.Domain.Monitoring;

/// <summary>A count that may be seen, or how it is hidden.</summary>
/// <param name="Count">Null where it is hidden.</param>
public readonly record struct Cell(int? Count, CellMark Mark)
{
    public static Cell Of(int count) => new(count, CellMark.Shown);

    public static Cell Hidden(CellMark mark) => new(null, mark);
}

/// <summary>What a page may say of a count.</summary>
public enum CellMark
{
    Shown,

    /// <summary>0 to 4; of people 1 to 4.</summary>
    Few,

    /// <summary>All but 0 to 4 of the group.</summary>
    NearlyAll,

    /// <summary>Hidden, because it would give another count away, or because the group has fewer than ten people.</summary>
    Withheld,
}
