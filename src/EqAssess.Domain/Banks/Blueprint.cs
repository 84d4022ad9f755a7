using System.Text.Json.Serialization;

namespace EqAssess.Domain.Banks;

/// <summary>What a form has to hold, so that any number of parallel forms can be assembled from a bank. Names no key.</summary>
/// <param name="Id">Kebab-case, unique in its bank.</param>
/// <param name="Title">Title of the forms; where there are several, each gets a letter.</param>
/// <param name="Domains">Scenarios that count, exactly as many for each domain.</param>
public sealed record Blueprint(string Id, string Title, IReadOnlyList<Quota> Domains)
{
    /// <summary>Most that a strategy which reads nothing may earn beyond random, as a share of the maximum.</summary>
    public const double MostBlindGain = 0.10;

    public int Forms { get; init; } = 1;

    public IReadOnlyList<Quota> Facets { get; init; } = [];

    public IReadOnlyList<Quota> Formats { get; init; } = [];

    /// <summary>By the word of the channel, for example <c>phone</c>.</summary>
    public IReadOnlyList<Quota> Channels { get; init; } = [];

    /// <summary>Ids of items that count in every form, so that scores can be linked.</summary>
    public IReadOnlyList<string> Anchors { get; init; } = [];

    /// <summary>Ids of items that every form tries out: answered like the others, and never counted.</summary>
    public IReadOnlyList<string> Pretest { get; init; } = [];

    /// <summary>Further items to try out in each form, drawn from those that are approved or live. No two forms try out the same one.</summary>
    public int PretestCount { get; init; }

    /// <summary>Time limit; null for the least that the slowest of the forms allows, rounded up to 5 minutes.</summary>
    public int? Minutes { get; init; }

    /// <summary>Largest share of the forms, 0 to 1, that an item may stand in; one form is always allowed. Anchors are exempt.</summary>
    public double MostShare { get; init; } = 1;

    /// <summary>Items that more attempts have seen are left out; null for no limit. Anchors are exempt.</summary>
    public int? MostAttempts { get; init; }

    /// <summary>Largest share, 0 to 1, of its counting scenarios that a form may have in common with another; anchors are among them.</summary>
    public double MostOverlap { get; init; } = 1;

    /// <summary>Scenarios of one form that count.</summary>
    [JsonIgnore]
    public int Scenarios => (int)Math.Clamp(Domains.Sum(d => (long)d.Least), int.MinValue, int.MaxValue);

    /// <summary>Scenarios that two forms may have in common.</summary>
    [JsonIgnore]
    public int MostInCommon => (int)Math.Floor((MostOverlap * Scenarios) + 1e-9);

    /// <summary>Forms that one item may stand in.</summary>
    [JsonIgnore]
    public int MostForms => Math.Clamp((int)Math.Floor((MostShare * Forms) + 1e-9), 1, Math.Max(1, Forms));
}

/// <summary>How many scenarios of one kind a form holds.</summary>
/// <param name="Code">Of a domain, a facet, a format or a channel.</param>
/// <param name="Most">Null: as many as there is room for.</param>
public sealed record Quota(string Code, int Least, int? Most = null)
{
    public static Quota Exactly(string code, int count) => new(code, count, count);
}

/// <summary>A form whose items are named one by one.</summary>
/// <param name="Items">Ids of the items that count, in their order.</param>
/// <param name="Minutes">Time limit; null for the least that the items allow, rounded up to 5 minutes.</param>
public sealed record FrozenForm(string Id, string Title, int? Minutes, IReadOnlyList<string> Items)
{
    /// <summary>Empty for a form in one piece; otherwise they cover the items in their order.</summary>
    public IReadOnlyList<FrozenSection> Sections { get; init; } = [];
}

/// <summary>A part of a form: left for good once the next one is entered.</summary>
/// <param name="Items">How many of the form's items, at least one.</param>
/// <param name="Minutes">Time limit of its own, within that of the form; null for none.</param>
public sealed record FrozenSection(string Title, int Items, int? Minutes);
