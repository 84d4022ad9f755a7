namespace EqAssess.Domain.Banks;

/// <summary>Holds a bank against what its authors expect of it.</summary>
internal static class ExpectationChecks
{
    public static IEnumerable<BankProblem> Problems(Bank bank)
    {
        BankExpectations expects = bank.Expects;
        List<Item> live = [.. bank.Items.Where(item => item.Use == ItemUse.Live)];
        Dictionary<string, int> byFacet = live.CountBy(item => item.Facet).ToDictionary();
        Dictionary<Channel, int> byChannel = live.CountBy(item => item.Channel).ToDictionary();
        return
        [
            .. Negative(expects),
            .. bank.Domains.SelectMany((domain, i) => domain.Facets.Select((facet, j) => (facet.Code, Path: $"domains/{i}/facets/{j}")))
                .SelectMany(f => Short("few-in-facet", f.Path, $"facet '{f.Code}'", byFacet.GetValueOrDefault(f.Code), expects.PerFacet)),
            .. expects.Channels.Distinct()
                .SelectMany(c => Short("few-in-channel", "expects/channels", $"channel '{c.ToString().ToLowerInvariant()}'", byChannel.GetValueOrDefault(c), Math.Max(1, expects.PerChannel))),
        ];
    }

    private static IEnumerable<BankProblem> Negative(BankExpectations expects) => [.. Negative("expects/perFacet", expects.PerFacet), .. Negative("expects/perChannel", expects.PerChannel)];

    private static IEnumerable<BankProblem> Negative(string path, int count) =>
        count < 0 ? [BankProblem.Error("bad-count", path, $"{count} is no number of items: write 0 or more")] : [];

    private static IEnumerable<BankProblem> Short(string code, string path, string what, int there, int expected) =>
        there < expected
            ? [BankProblem.Warning(code, path, $"{what} has {there} of the {expected} live items that the bank expects: write {expected - there} more, or expect fewer")]
            : [];
}
