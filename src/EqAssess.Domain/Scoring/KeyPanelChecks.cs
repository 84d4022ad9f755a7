using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Scoring;

/// <summary>Whether the status of a key is borne out by the panel and the ratings that it carries. Nothing may invent a panel.</summary>
internal static class KeyPanelChecks
{
    public static IEnumerable<BankProblem> Problems(Key key, Bank bank)
    {
        if (key.Status == KeyStatus.Draft)
        {
            return OfDraft(key);
        }

        if (key.Panel is not { } panel)
        {
            return [BankProblem.Error("no-panel", "status", $"a {Word(key.Status)} key stands on judges and this one names none: add its panel and their ratings, or give it the status draft")];
        }

        var formats = bank.Items.DistinctBy(i => i.Id).ToDictionary(i => i.Id, i => i.Format, StringComparer.Ordinal);
        List<BankProblem> ratings = [.. OfRatings(key, panel, formats)];
        return
        [
            .. OfJudges(panel, key.Status).Select(p => p.Within("panel")),
            .. ratings,
            .. ratings.Count == 0 && key.Scale.Count > 1 ? KeyClaimChecks.Problems(key, panel, formats) : [],
        ];
    }

    private static IEnumerable<BankProblem> OfDraft(Key key) =>
        key.Panel is null && key.Items.Values.SelectMany(i => i.Options).All(o => o.Ratings is null && o.FirstRatings is null) ? []
        : [BankProblem.Error("draft-with-panel", "status", "a draft key has authors and no judges: take panel and ratings out, or give the key the status that the panel earned")];

    private static IEnumerable<BankProblem> OfJudges(KeyPanel panel, KeyStatus status)
    {
        int needed = status == KeyStatus.Panel ? KeyPanel.LeastJudgesOfPanel : KeyPanel.LeastJudges;
        IEnumerable<BankProblem> tooFew = panel.Judges.Count >= needed ? []
            : [BankProblem.Error("too-few-judges", "judges", $"a {Word(status)} key needs {needed} judges and names {panel.Judges.Count}: give it the status that they earn")];
        return
        [
            .. ContentRules.Required("title", panel.Title, "name the panel"),
            .. ContentRules.Required("instructions", panel.Instructions, "say what the judges were asked, word for word"),
            .. tooFew,
            .. panel.Judges.SelectMany((judge, i) => OfJudge(judge).Select(p => p.Within($"judges/{i}"))),
            .. ContentRules.Duplicates(panel.Judges.Select(j => j.Pseudonym), "judge", i => $"judges/{i}/pseudonym"),
        ];
    }

    private static IEnumerable<BankProblem> OfJudge(KeyJudge judge) =>
    [
        .. ContentRules.Required("pseudonym", judge.Pseudonym, "name the judge by a pseudonym, never by a name"),
        .. ContentRules.Required("role", judge.Role, "say what the judge does, for example team-leader"),
    ];

    private static IEnumerable<BankProblem> OfRatings(Key key, KeyPanel panel, IReadOnlyDictionary<string, string> formats) =>
        from keyed in key.Items
        from option in keyed.Value.Options
        from problem in OfOption(option, key, panel.Judges.Count, formats.GetValueOrDefault(keyed.Key))
        select problem.Within($"items/{keyed.Key}/options/{option.Option}");

    private static IEnumerable<BankProblem> OfOption(KeyedOption option, Key key, int judges, string? format)
    {
        List<BankProblem> problems =
        [
            .. OfRound("ratings", option.Ratings, option, key.Scale, judges),
            .. OfRound("firstRatings", option.FirstRatings, option, key.Scale, judges),
        ];
        if (problems.Count > 0 || format is null || option.DroppedBecause is not null || option.Ratings is not { Count: > 0 } ratings || key.Scale.Count < 2)
        {
            return problems;
        }

        double borneOut = KeyRule.EffectivenessOf(ratings, RatingRange.Of(key.Scale), format);
        return Math.Abs(option.Effectiveness - borneOut) < 1e-9 ? []
            : [BankProblem.Error("not-of-the-ratings", "effectiveness", $"the ratings make effectiveness {Numbers.Text(borneOut)} and the key says {Numbers.Text(option.Effectiveness)}: write what the judges said")];
    }

    private static IEnumerable<BankProblem> OfRound(string field, IReadOnlyList<int>? ratings, KeyedOption option, IReadOnlyList<int> scale, int judges)
    {
        if (ratings is null)
        {
            return option.DroppedBecause is not null ? []
                : [BankProblem.Error("no-ratings", field, $"'{field}' is missing: a scored option carries the ratings of both rounds, one for each judge")];
        }

        return ratings.Count != judges
            ? [BankProblem.Error("ratings-count", field, $"there are {ratings.Count} ratings and {judges} judges: give one for each judge, in their order")]
            : [.. ratings.Where(r => !scale.Contains(r)).Distinct().Select(r => BankProblem.Error(
                "off-scale", field, $"rating {Numbers.Text(r)} is no point of the scale [{Known.List(scale.Select(Numbers.Text))}]"))];
    }

    private static string Word(KeyStatus status) => status.ToString().ToLowerInvariant();
}
