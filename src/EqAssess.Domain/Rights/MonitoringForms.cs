namespace EqAssess.Domain.Rights;

/// <summary>What is asked, voluntarily and after the test, to see whether groups get on alike. Ethnic group only where it is customarily asked.</summary>
public static class MonitoringForms
{
    /// <summary>The answer that every question has.</summary>
    public const string PreferNot = "prefer-not";

    private static readonly MonitoringQuestion Sex = new("sex", ["female", "male", "another", PreferNot]);

    // The break at 40 is that of the US Age Discrimination in Employment Act.
    private static readonly MonitoringQuestion Age = new("age", ["under-25", "25-39", "40-54", "55-and-over", PreferNot]);

    private static readonly MonitoringQuestion Disability = new("disability", ["yes", "no", PreferNot]);

    /// <summary>The five high-level ethnic groups of the Census 2021 in England and Wales (Office for National Statistics).</summary>
    private static readonly MonitoringQuestion EthnicGroup = new("ethnic-group-gb", ["asian", "black", "mixed", "white", "other", PreferNot]);

    /// <summary>The categories of the EEO-1 report (US Equal Employment Opportunity Commission).</summary>
    private static readonly MonitoringQuestion RaceOrEthnicity = new(
        "race-us", ["hispanic", "white", "black", "pacific", "asian", "native", "two-or-more", PreferNot]);

    /// <summary>The questions of a country, in their order.</summary>
    /// <param name="country">As in <see cref="RecordRule.Country"/>.</param>
    public static IReadOnlyList<MonitoringQuestion> Of(string country) => country.Split('-')[0] switch
    {
        "GB" => [Sex, Age, Disability, EthnicGroup],
        "US" => [Sex, Age, Disability, RaceOrEthnicity],
        _ => [Sex, Age, Disability],
    };

    /// <summary>Answers to the question about sex that bias audits cross with race and ethnicity (EEO-1 report).</summary>
    public static IReadOnlyList<string> CrossedSexes { get; } = ["male", "female"];

    /// <summary>Every question there is.</summary>
    public static IReadOnlyList<MonitoringQuestion> All { get; } = [Sex, Age, Disability, EthnicGroup, RaceOrEthnicity];
}

/// <param name="Code">Stored, and the key of its texts.</param>
/// <param name="Answers">Codes, in the order of the page.</param>
public sealed record MonitoringQuestion(string Code, IReadOnlyList<string> Answers)
{
    /// <summary>Answers that are groups: all but the one of those who prefer not to say.</summary>
    public IReadOnlyList<string> Groups { get; } = [.. Answers.Where(a => a != MonitoringForms.PreferNot)];

    /// <summary>Whether bias audits under New York City's Local Law 144 want it together with sex.</summary>
    public bool IsCrossedWithSex => Code == "race-us";
}
