using System.Net;
using EqAssess.Data.Tables;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Receipts;

/// <summary>Whoever finishes a test can show it, and whoever changes the record of it is found out.</summary>
public sealed class ReceiptTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Candidate candidate = null!;
    private Receipt receipt = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        candidate = await site.FinishAsync(await site.OpenCampaignAsync(), "Amara", 1, 2, 3, 4);
        receipt = await site.ReadAsync(db => db.Receipts.AsNoTracking().SingleAsync());
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_receipt_stands_on_the_page_after_hand_in_and_on_the_link_with_what_it_says()
    {
        Shown done = await candidate.Browser.OpenAsync("/take/done");
        Shown link = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}");

        Assert.Equal((16, SiteFactory.Start, false), (receipt.Answers, receipt.ClosedAt, receipt.TimedOut));
        Assert.Equal((await site.LogOfAsync(candidate.Attempt))[^1].Hash, receipt.Digest);
        Assert.Matches("^EQ(-[2-9A-HJKMNP-TV-Z]{4}){4}$", receipt.Code);
        Assert.All([done, link], page => Assert.Contains(receipt.Code, page.Words));
        Assert.All([done, link], page => Assert.Contains(receipt.Digest, page.Words));
    }

    [Fact]
    public async Task Handing_in_twice_and_the_sweep_make_no_second_receipt()
    {
        await site.AskAsync((AttemptService s) => s.SubmitAsync(candidate.Attempt, Guid.CreateVersion7(), Guid.CreateVersion7()));
        site.Time.Instant += TimeSpan.FromHours(1);
        await site.RunAsync<CloseExpiredAttempts>();

        Assert.Equal(receipt.Code, (await site.ReadAsync(db => db.Receipts.SingleAsync())).Code);
        Assert.Equal(1, await site.ReadAsync(db => db.Messages.CountAsync(m => m.Kind == MessageKind.Receipt)));
    }

    [Fact]
    public async Task A_test_that_ran_out_has_a_receipt_as_well()
    {
        Candidate late = await site.BeginAsync(name: "Bo");
        site.Time.Instant += TimeSpan.FromHours(1);

        await site.RunAsync<CloseExpiredAttempts>();

        Receipt its = await site.ReadAsync(db => db.Receipts.SingleAsync(r => r.AttemptId == late.Attempt));
        Assert.Equal((0, true, SiteFactory.Start.AddMinutes(20)), (its.Answers, its.TimedOut, its.ClosedAt));
        Assert.Contains("Time ended", (await CheckAsync(its.Code)).Words);
    }

    [Fact]
    public async Task Anybody_can_check_a_receipt_and_learns_neither_name_nor_campaign_nor_answers()
    {
        Shown page = await CheckAsync(receipt.Code.ToLowerInvariant().Replace('-', ' '), receipt.Digest.ToUpperInvariant());

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("This receipt is genuine", page.Words);
        Assert.Contains("its digest is the one that you typed", page.Words);
        Assert.Contains("23 November 2026 09:00", page.Words);
        Assert.All(["Amara", "amara@example.test", "Customer care advisor", "parcel", "a=1"], secret => Assert.DoesNotContain(secret, page.Html));
    }

    [Theory]
    [InlineData("")]
    [InlineData("EQ-2222-2222-2222-2222")]
    [InlineData("EQ-0000-IIII-OOOO-1111")]
    [InlineData("<b>' OR 1=1 --</b>")]
    public async Task A_code_that_nobody_has_is_unknown(string code)
    {
        Assert.Contains("We know no receipt with this code", (await CheckAsync(code)).Words);
    }

    [Fact]
    public async Task Another_digest_than_the_printed_one_does_not_match()
    {
        Assert.Contains("This receipt does not match", (await CheckAsync(receipt.Code, new string('0', 64))).Words);
    }

    [Theory]
    [InlineData("UPDATE attempt_log SET payload = replace(payload, 'a=1', 'a=4') WHERE kind = 'Answered'")]
    [InlineData("UPDATE attempt_log SET recorded_at = '2026-11-23 08:59:59' WHERE sequence = 2")]
    [InlineData("UPDATE attempt_log SET payload = 'no JSON at all' WHERE sequence = 3")]
    [InlineData("DELETE FROM attempt_log WHERE kind = 'Submitted'")]
    [InlineData("DELETE FROM attempt_log WHERE sequence > 3")]
    [InlineData("DELETE FROM attempt_log")]
    [InlineData("UPDATE receipt SET answers = answers + 1")]
    [InlineData("UPDATE receipt SET closed_at = '2026-11-23 08:00:00'")]
    [InlineData("UPDATE receipt SET digest = (SELECT hash FROM attempt_log WHERE sequence = 2)")]
    public async Task Whoever_gets_round_the_triggers_is_found_out(string tampering)
    {
        Assert.Contains("This receipt is genuine", (await CheckAsync(receipt.Code)).Words);

        int changed = await TamperAsync(tampering);

        Assert.NotEqual(0, changed);
        Assert.Contains("This receipt does not match", (await CheckAsync(receipt.Code)).Words);
    }

    [Fact]
    public async Task Checking_again_and_again_from_one_address_is_slowed_down()
    {
        Shown form = await site.NewBrowser().OpenAsync("/receipts");
        Shown page = form;

        for (int i = 0; i < 60 && page.Status != HttpStatusCode.TooManyRequests; i++)
        {
            page = await form.Form("Check").Fill("Receipt code", "EQ-2222-2222-2222-2222").PressAsync();
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
    }

    private async Task<Shown> CheckAsync(string code, string digest = "")
    {
        Shown form = await site.NewBrowser().OpenAsync("/receipts");
        return await form.Form("Check").Fill("Receipt code", code).Fill("Digest on the receipt (may stay empty)", digest).PressAsync();
    }

    private async Task<int> TamperAsync(string sql)
    {
        return await site.ReadAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync(ChosenEngine.Name switch
            {
                "Sqlite" => "DROP TRIGGER attempt_log_no_update; DROP TRIGGER attempt_log_no_delete;",
                "PostgreSql" => "ALTER TABLE attempt_log DISABLE TRIGGER USER",
                _ => "DROP TRIGGER attempt_log_append_only",
            });
            return await db.Database.ExecuteSqlRawAsync(sql);
        });
    }
}
