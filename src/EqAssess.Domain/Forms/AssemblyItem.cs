namespace EqAssess.Domain.Forms;

/// <summary>What assembly knows of an item: facts and numbers, and no key.</summary>
/// <param name="Channel">As a word, for example <c>phone</c>.</param>
/// <param name="LeastMinutes">By <see cref="TimeLimitRule"/>.</param>
/// <param name="Enemies">Ids of items that may not stand in one form with it. Each pair need be named by one of the two only.</param>
public sealed record AssemblyItem(
    string Id,
    string Domain,
    string Facet,
    string Format,
    string Channel,
    int Words,
    double LeastMinutes,
    IReadOnlyList<string> Enemies)
{
    /// <summary>Live, and a key was made for it; the others can only be tried out.</summary>
    public bool CanCount { get; init; } = true;

    /// <summary>Attempts that have seen the item.</summary>
    public int Attempts { get; init; }

    /// <summary>Mean credit of real candidates; null where there is none yet.</summary>
    public ObservedDifficulty? Difficulty { get; init; }

    /// <summary>Expected credit, 0 to 1, of choosing at random.</summary>
    public double Chance { get; init; }

    /// <summary>
    /// What strategies that read nothing earn beyond chance, −1 to 1, in an order that is the same for all items; only those that do not
    /// depend on the order of options, which <see cref="OptionOrders"/> looks after.
    /// </summary>
    public IReadOnlyList<double> BlindGains { get; init; } = [];
}

/// <param name="Mean">Mean proportion of the maximum, 0 to 1.</param>
/// <param name="Attempts">Valid first attempts of real people behind it; at least 1.</param>
public sealed record ObservedDifficulty(double Mean, int Attempts);
