using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>A form with scenarios of several formats: practice for each, saving, counting and scoring.</summary>
public sealed class MixedFormTests
{
    /// <summary>Long enough that no pattern of ratings by position fits: the scenarios' keys turn.</summary>
    private static readonly string[] Mixed = ["most-least", "rate-each", "best", "most-least", "rate-each", "rate-each", "rate-each", "rate-each"];

    [Fact]
    public async Task A_form_holds_one_practice_item_for_each_of_its_formats_and_each_items_own_method()
    {
        await using TestSite site = await TestSite.CreateAsync(ChosenEngine.Name);
        await MixedBank.ImportAsync(site, Mixed);

        Guid id = await site.PublishAsync(await MixedBank.BankAsync(site));

        FormVersion form = await site.AskAsync((FormLibrary forms) => forms.GetAsync(id));
        ScoringPlan plan = await site.AskAsync((ScoringService scoring) => scoring.CurrentPlanAsync(id, CancellationToken.None));
        Assert.Equal(["most-least", "rate-each"], form.Practice.Select(p => p.Content.Format));
        Assert.Equal(2 + 4 + 1 + 2 + 16, form.Choices);
        Assert.Equal(["most-least-points", "keyed-credit", "best-dichotomous", "most-least-points"], plan.Items.Take(4).Select(i => plan.MethodOf(i).Code));
    }

    [Fact]
    public async Task A_form_has_no_practice_of_a_format_that_it_does_not_use()
    {
        await using TestSite site = await TestSite.CreateAsync(ChosenEngine.Name);
        await MixedBank.ImportAsync(site, "rate-each", "rate-each");

        Guid id = await site.PublishAsync(await MixedBank.BankAsync(site));

        FormVersion form = await site.AskAsync((FormLibrary forms) => forms.GetAsync(id));
        Assert.Equal(["rate-each"], form.Practice.Select(p => p.Content.Format));
    }

    [Fact]
    public async Task A_ranking_is_imported_and_no_form_takes_it()
    {
        await using TestSite site = await TestSite.CreateAsync(ChosenEngine.Name);
        IReadOnlyList<BankItem> items = await MixedBank.ImportAsync(site, "rank", "rate-each");
        var form = new NewForm
        {
            Bank = await MixedBank.BankAsync(site),
            Title = "Sample form",
            TimeLimit = TimeSpan.FromMinutes(20),
            Items = [.. items.Where(i => i.Item.Use == ItemUse.Live).Select(i => i.Version)],
            PublishedBy = null,
        };

        FormPublished published = await site.AskAsync((FormPublishing forms) => forms.PublishAsync(form, CancellationToken.None));

        Assert.Null(published.FormVersion);
        Assert.Equal([new FormProblem.NoPage("scenario-01", "rank")], published.Problems);
    }

    [Fact]
    public async Task A_pick_that_arrives_alone_moves_its_option_and_the_same_one_twice_is_not_saved()
    {
        await using TestSite site = await TestSite.CreateAsync(ChosenEngine.Name);
        await MixedBank.ImportAsync(site, "most-least", "best");
        (Guid attempt, IReadOnlyList<Guid> items) = await BeginAsync(site);

        AttemptOutcome first = await PostAsync(site, attempt, items[0], ("best", "a"));
        AttemptOutcome moved = await PostAsync(site, attempt, items[0], ("worst", "a"));
        AttemptOutcome twice = await PostAsync(site, attempt, items[0], ("best", "c"), ("worst", "c"));
        AttemptOutcome both = await PostAsync(site, attempt, items[0], ("best", "c"), ("worst", "a"));

        Assert.Equal(("best=a", 1, 0), (first.Attempt.ResponseTo(items[0]), first.Attempt.Choices, first.Attempt.CompleteItems));
        Assert.Equal(("worst=a", 1, 0), (moved.Attempt.ResponseTo(items[0]), moved.Attempt.Choices, moved.Attempt.CompleteItems));
        Assert.Equal(RefusalReason.SameOptionTwice, Assert.IsType<AttemptOutcome.Refused>(twice).Reason);
        Assert.Equal("worst=a", twice.Attempt.ResponseTo(items[0]));
        Assert.Equal(("best=c;worst=a", 2, 1), (both.Attempt.ResponseTo(items[0]), both.Attempt.Choices, both.Attempt.CompleteItems));
    }

    [Fact]
    public async Task Simulated_candidates_answer_every_format_and_are_scored()
    {
        await using TestSite site = await TestSite.CreateAsync(ChosenEngine.Name);
        await MixedBank.ImportAsync(site, Mixed);
        Guid form = await site.PublishAsync(await MixedBank.BankAsync(site));
        Guid campaign = await site.OpenAsync(form, CampaignPurpose.Pilot);

        await site.DoAsync((SimulatedCandidates simulated) => simulated.AddAsync(campaign, form, 30, CancellationToken.None));
        await site.RunAsync<ScoreAttempts>();

        List<double?> percents = await site.ReadAsync(db => db.ScoreRuns.Select(r => r.Percent).ToListAsync());
        Assert.Equal(28, percents.Count);
        Assert.All(percents, p => Assert.InRange(p!.Value, 0, 100));
        Assert.True(percents.Distinct().Count() > 5);
    }

    private static async Task<(Guid Attempt, IReadOnlyList<Guid> Items)> BeginAsync(TestSite site)
    {
        Guid form = await site.PublishAsync(await MixedBank.BankAsync(site));
        Guid attempt = await site.BeginAttemptAsync(await site.OpenAsync(form, CampaignPurpose.Pilot));
        return (attempt, await site.ItemVersionsAsync(form));
    }

    private static Task<AttemptOutcome> PostAsync(TestSite site, Guid attempt, Guid item, params (string Field, string Option)[] choices) =>
        site.AskAsync((AttemptService s) => s.AnswerAsync(
            attempt,
            new PostedAnswer(item, Guid.CreateVersion7(), Guid.Parse("00000000-0000-0000-0000-000000000009"), 1_000, choices.ToDictionary(c => c.Field, c => c.Option, StringComparer.Ordinal))));
}
