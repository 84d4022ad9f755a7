namespace EqAssess.Domain.Monitoring;

/// <summary>What anybody can know of a count from the table and these rules: one number, or the ends of what is possible.</summary>
public readonly record struct CountRange(int Low, int High)
{
    public bool IsExact => Low == High;

    /// <summary>Of every row of a table at one stage, in its order.</summary>
    public static IReadOnlyList<CountRange> Of(GroupTable table, SelectionStage stage)
    {
        // Where no count says more than that it is withheld, nothing follows from that either.
        bool marked = table.Rows.Any(r => r.Passed[stage].Mark is CellMark.Few or CellMark.NearlyAll);
        CountRange[] plain = [.. table.Rows.Select(r => Plain(r, r.Passed[stage], marked, table.People))];
        return [.. plain.Select((own, i) =>
        {
            CountRange[] others = [.. plain.Where((_, j) => j != i)];
            return new CountRange(Math.Max(own.Low, table.Totals[stage] - others.Sum(o => o.High)), Math.Min(own.High, table.Totals[stage] - others.Sum(o => o.Low)));
        })];
    }

    private static CountRange Plain(GroupRow row, Cell passed, bool marked, int everybody) => (passed.Mark, row.People.Count) switch
    {
        (CellMark.Shown, _) => new CountRange(passed.Count!.Value, passed.Count.Value),
        (CellMark.Few, _) => new CountRange(0, Disclosure.Fewest - 1),
        (CellMark.NearlyAll, int people) => new CountRange(people - Disclosure.Fewest + 1, people),
        (_, int people) when marked && people >= Disclosure.FewestForStage => new CountRange(Disclosure.Fewest, people - Disclosure.Fewest),
        (_, int people) => new CountRange(0, people),
        _ => new CountRange(0, row.People.Mark == CellMark.Few ? Disclosure.Fewest - 1 : everybody),
    };
}
