namespace EqAssess.Domain.Rights;

/// <summary>How long records of a hiring round are usually kept, by country. Defaults to start from and no legal advice: a campaign may say otherwise.</summary>
public static class RecordRules
{
    private const string Gdpr = "GDPR Art. 5(1)(e) sets no number of months; six to twelve after the round are customary.";

    /// <summary>In the order of the list; the last one stands for every other country.</summary>
    public static IReadOnlyList<RecordRule> All { get; } =
    [
        new("GB", 12, false, "UK GDPR Art. 5(1)(e) sets no number of months; six to twelve after the round are customary."),
        new("IE", 12, false, Gdpr),
        new("ES", 12, false, Gdpr),
        new("DE", 12, false, Gdpr),
        new("FR", 12, false, Gdpr),
        new("IT", 12, false, Gdpr),
        new("NL", 12, false, Gdpr),
        new("PT", 12, false, Gdpr),
        new("US", 24, true, "29 CFR 1602.14 (one year; two for public bodies) and 41 CFR 60-1.12 (federal contractors, two years)."),
        new("US-CA", 48, true, "California Government Code section 12946 (four years)."),
        new("", 12, false, "No rule is known here; twelve months."),
    ];

    /// <summary>The rule of a country; of a subdivision that is not listed the country's, and of an unknown one that of all others.</summary>
    public static RecordRule Of(string country) =>
        All.FirstOrDefault(r => r.Country == country) ?? All.FirstOrDefault(r => r.Country == country.Split('-')[0]) ?? All[^1];
}

/// <param name="Country">ISO 3166 code, with a subdivision where that matters; empty for every other country.</param>
/// <param name="Months">After the closing day.</param>
/// <param name="MustKeep">Whether a law obliges to keep applications for a while: then a person decides about an early erasure.</param>
/// <param name="Source">Where the number comes from.</param>
public sealed record RecordRule(string Country, int Months, bool MustKeep, string Source);
