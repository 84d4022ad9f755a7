using EqAssess.Data.Ledgers;
using EqAssess.Domain.Attempts;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Web.Services;

namespace EqAssess.Web.Tests.Services;

/// <summary>A candidate at a running test. Items are numbered from 0; every request is served in a scope of its own.</summary>
internal sealed class Sitting : IAsyncDisposable
{
    private Sitting(TestSite site, SampleCampaign sample, Guid attempt)
    {
        Site = site;
        Sample = sample;
        Attempt = attempt;
    }

    public TestSite Site { get; }

    public SampleCampaign Sample { get; }

    public Guid Attempt { get; }

    /// <summary>The page that the candidate has open.</summary>
    public Guid Page { get; } = Guid.CreateVersion7();

    public static async Task<Sitting> BeginAsync(string engine, int items = 4)
    {
        TestSite site = await TestSite.CreateAsync(engine);
        SampleCampaign sample = await site.AddCampaignAsync(items);
        return new Sitting(site, sample, await site.BeginAttemptAsync(sample.Campaign));
    }

    public Task<AttemptOutcome> PresentAsync(int item, Guid? page = null) =>
        Site.AskAsync((AttemptService s) => s.PresentAsync(Attempt, Sample.Items[item], page ?? Page));

    /// <param name="choices">For example <c>a=3;b=1</c>.</param>
    /// <param name="sequence">What the page knows of; the newest entry unless told.</param>
    /// <param name="node">Who serves the request; the first node unless told.</param>
    public async Task<AttemptOutcome> PostAsync(int item, string choices, int? sequence = null, Guid? page = null, Guid? entry = null, TestSite? node = null) =>
        await PostAsync(Sample.Items[item], choices, sequence ?? (await LogAsync()).LastSequence, page, entry, node);

    public Task<AttemptOutcome> PostAsync(Guid item, string choices, int sequence, Guid? page = null, Guid? entry = null, TestSite? node = null)
    {
        Dictionary<string, string> posted = choices.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split('=')).ToDictionary(c => c[0], c => c[1]);
        var answer = new PostedAnswer(item, entry ?? Guid.CreateVersion7(), page ?? Page, sequence, posted);
        return (node ?? Site).AskAsync((AttemptService s) => s.AnswerAsync(Attempt, answer));
    }

    public Task<AttemptOutcome> HandInAsync(Guid? entry = null) =>
        Site.AskAsync((AttemptService s) => s.SubmitAsync(Attempt, entry ?? Guid.CreateVersion7(), Page));

    public Task<AttemptLog> LogAsync() => Site.AskAsync((AttemptLedger ledger) => ledger.ReadAsync(Attempt));

    public async Task<string?> ResponseToAsync(int item) =>
        (await LogAsync()).State.ResponsesTo(Sample.Items).Items[item].Response;

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
