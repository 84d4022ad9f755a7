using System.Globalization;
using EqAssess.Data.Exchange;
using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>Long lists: read at once, worked off in chunks, whatever happens in between.</summary>
public sealed class InvitationImportTests
{
    [Theory]
    [OnEachEngine]
    public async Task Nodes_that_work_at_once_do_every_row_once(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        SampleCampaign sample = await site.AddCampaignAsync();
        InvitationImport import = await ReadAsync(site, sample.Campaign, People(2_600));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => site.RunAsync<InviteCandidates>()));
        await AgreeAsync(site, import.Id);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => site.RunAsync<InviteCandidates>()));

        Assert.Equal(ImportState.Finished, (await ImportAsync(site, import.Id)).State);
        Assert.Equal((2_600, 2_600), (await site.ReadAsync(db => db.Invitations.CountAsync()), await site.ReadAsync(db => db.Messages.CountAsync())));
        Assert.Equal(2_600, await site.ReadAsync(db => db.InvitationImportRows.CountAsync(r => r.Outcome == InvitationOutcome.Invited)));
    }

    [Fact]
    public async Task A_list_that_was_cut_off_by_a_restart_goes_on_where_it_stopped()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        InvitationImport import = await ReadAsync(site, sample.Campaign, People(2_000));
        await site.RunAsync<InviteCandidates>();
        await AgreeAsync(site, import.Id);
        await site.AskAsync((InvitationImports s) => s.StepAsync(import.Id, CancellationToken.None));
        int half = await site.ReadAsync(db => db.Invitations.CountAsync());

        await using TestSite after = site.AddNode();
        await after.RunAsync<InviteCandidates>();

        Assert.Equal(500, half);
        Assert.Equal(2_000, await site.ReadAsync(db => db.Invitations.CountAsync()));
        Assert.Equal(2_000, await site.ReadAsync(db => db.InvitationImportRows.CountAsync(r => r.Outcome == InvitationOutcome.Invited)));
    }

    [Fact]
    public async Task A_hundred_thousand_rows_are_read_in_one_request_and_no_row_is_lost()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        string text = string.Join('\n', Enumerable.Range(1, CandidateCsv.MostRows + 1).Select(i => string.Create(CultureInfo.InvariantCulture, $"Person {i},p{i}@example.test")));
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = System.Diagnostics.Stopwatch.StartNew();

        InvitationImport import = await ReadAsync(site, sample.Campaign, CandidateCsv.Rows(text));

        TestContext.Current.SendDiagnosticMessage($"Read in {watch.Elapsed.TotalSeconds:0.0} s; {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1024 / 1024} MB more.");
        Assert.Equal((CandidateCsv.MostRows + 1, ImportState.Checking), (import.Rows, import.State));
        Assert.Equal(CandidateCsv.MostRows + 1, await site.ReadAsync(db => db.InvitationImportRows.CountAsync()));
        Assert.Equal(
            InvitationOutcome.TooManyRows, await site.ReadAsync(db => db.InvitationImportRows.OrderByDescending(r => r.Sequence).Select(r => r.Unreadable).FirstAsync()));
    }

    [Fact]
    public async Task The_same_address_in_another_chunk_is_found()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();

        InvitationImport import = await ReadAsync(site, sample.Campaign, [.. People(600), new CsvRow(601, "Again", "PERSON-3@example.test", null)]);

        Assert.Equal(ImportState.Checked, import.State);
        Assert.Equal(
            [(601, InvitationOutcome.Duplicate)],
            await site.ReadAsync(async db => (await db.InvitationImportRows.Where(r => r.Expected != InvitationOutcome.Invited).ToListAsync()).Select(r => (r.Number, r.Expected!.Value))));
    }

    [Fact]
    public async Task Lists_go_after_a_week_and_the_rows_of_somebody_who_is_erased_at_once()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        InvitationImport import = await ReadAsync(site, sample.Campaign, People(3));
        await AgreeAsync(site, import.Id);
        Guid first = await site.ReadAsync(db => db.Candidates.Where(c => c.Name == "Person 1").Select(c => c.Id).SingleAsync());

        await site.AskAsync((ErasureService s) => s.EraseAsync(first, null, CancellationToken.None));
        int afterErasure = await site.ReadAsync(db => db.InvitationImportRows.CountAsync());
        site.Time.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        await site.RunAsync<ApplyRetention>();

        Assert.Equal((2, 0), (afterErasure, await site.ReadAsync(db => db.InvitationImportRows.CountAsync())));
        Assert.Equal(0, await site.ReadAsync(db => db.InvitationImports.CountAsync()));
    }

    private static IEnumerable<CsvRow> People(int count) => Enumerable.Range(1, count).Select(i =>
        new CsvRow(i, string.Create(CultureInfo.InvariantCulture, $"Person {i}"), string.Create(CultureInfo.InvariantCulture, $"person-{i}@example.test"), null));

    private static async Task<InvitationImport> ReadAsync(TestSite site, Guid campaign, IEnumerable<CsvRow> rows)
    {
        Guid? id = await site.AskAsync((InvitationImports s) => s.ReadAsync(campaign, rows, null, CancellationToken.None));
        return await ImportAsync(site, id!.Value);
    }

    private static async Task AgreeAsync(TestSite site, Guid import) =>
        await site.DoAsync(async (InvitationImports s) => await s.AgreeAsync(await ImportAsync(site, import), CancellationToken.None));

    private static Task<InvitationImport> ImportAsync(TestSite site, Guid id) => site.ReadAsync(db => db.InvitationImports.AsNoTracking().SingleAsync(i => i.Id == id));
}
