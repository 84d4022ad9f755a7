using System.Runtime.CompilerServices;
using EqAssess.Browser.Tests.Pages;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.JobRecords;
using EqAssess.Testing;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace EqAssess.Browser.Tests.Browsing;

/// <summary>Leads a device to every page of the story, one after the other. A rule that holds for all pages is checked at each stop.</summary>
/// <param name="language">That of the candidate's form; one of <see cref="TongueBanks.Languages"/>.</param>
public sealed class Tour(Workplace workplace, Device device, string language = TongueBanks.English)
{
    private readonly CandidateWords words = new() { Culture = Languages.CultureOf(language) };

    private IPage Page => device.Page;

    /// <summary>The pages of staff.</summary>
    /// <returns>The name of each page, while it is on the screen.</returns>
    public async IAsyncEnumerable<string> StaffAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ServerProcess site = await workplace.ServerAsync();
        foreach ((string account, IReadOnlyList<string> paths) in await PathsAsync(site))
        {
            await Page.Context.ClearCookiesAsync();
            await new SignInPage(Page).SignInAsync(account, site.PasswordOf(account));
            foreach (string path in paths)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await Page.GotoAsync(path);
                yield return path;
            }
        }

        await foreach (string refused in RefusedAsync())
        {
            yield return refused;
        }
    }

    /// <summary>The pages of a candidate, from the link to the receipt.</summary>
    /// <inheritdoc cref="StaffAsync"/>
    public async IAsyncEnumerable<string> CandidateAsync()
    {
        ServerProcess site = await workplace.ServerAsync();
        Invited invited = await workplace.InviteToAsync(language);
        var link = new LinkPage(Page, language);
        string[] before = ["/take/link-needed", "/t/unknown", "/receipts", "/verify/EQ-2222-2222-2222-2222", invited.Link, $"{invited.Link}/data", $"{invited.Link}/withdraw", $"{invited.Link}/erase", $"{invited.Link}/adjustments", $"{invited.Link}/practice"];
        foreach (string path in before)
        {
            device.Expects("404");
            await Page.GotoAsync(path);
            yield return path.Replace(invited.Link, "link", StringComparison.Ordinal);
        }

        await Page.GotoAsync($"{invited.Link}/practice?step=3");
        await new ScenarioPage(Page).PressAsync(words["Practice.Finish"]);
        yield return "practice done";
        await link.OpenAsync(invited.Link);
        ScenarioPage scenario = await link.StartAsync();
        await scenario.RateAllAsync([1, 2, 3, 4], untilSaved: true);
        yield return "scenario";
        await RefuseAsync(site, invited, scenario);
        yield return "scenario that is behind";
        await scenario.PressAsync(words["Take.Over"]);
        await Assertions.Expect(scenario.SaveState).ToHaveTextAsync(scenario.SavedInWords);
        await link.OpenAsync(invited.Link);
        yield return "link of a running test";
        await link.ContinueAsync();
        await scenario.PressAsync(words["Take.Overview"]);
        ReviewPage review = await ReviewPage.OpenedAsync(Page, language);
        yield return "overview of scenarios";
        await review.HandInAsync();
        yield return "handed in";
        foreach (string page in new[] { "data", "feedback", "look-again" })
        {
            await Page.GotoAsync($"{invited.Link}/{page}");
            yield return $"link/{page}";
        }
    }

    private async Task RefuseAsync(ServerProcess site, Invited invited, ScenarioPage scenario)
    {
        device.Expects("409");
        using var elsewhere = new StaffClient(site.Url);
        await elsewhere.PostAsync(invited.Link, []);
        await elsewhere.AnswerAsync("/take/2");
        await scenario.RateAsync(1, 4);
        await Assertions.Expect(scenario.Alert).ToBeVisibleAsync();
    }

    /// <summary>Pages that answer a form with what is to be mended, and the pages for what went wrong.</summary>
    private async IAsyncEnumerable<string> RefusedAsync()
    {
        ServerProcess site = await workplace.ServerAsync();
        await Page.Context.ClearCookiesAsync();
        await Page.GotoAsync("/account/sign-in");
        yield return "/account/sign-in";
        await new SignInPage(Page).SignInAsync(Workplace.HrAdmin, site.PasswordOf(Workplace.HrAdmin));
        await using EqAssessDb db = site.OpenDatabase();
        Guid campaign = await db.Campaigns.Where(c => c.Demonstration).Select(c => c.Id).SingleAsync();
        await Page.GotoAsync($"/campaigns/{campaign}/invite");
        await Page.GetByLabel("Paste rows").FillAsync("Anna Bell; anna.bell@example.test\nNobody; nowhere\n; x@example.test");
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Look at the list", Exact = true }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Table, new PageGetByRoleOptions { Name = "Row by row" })).ToBeVisibleAsync();
        yield return "invitations row by row";
        await Page.GotoAsync($"/forms/new?bank={await db.Banks.Where(b => b.Title == BankFolders.QuickBank).Select(b => b.Id).SingleAsync()}");
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Publish the form" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        yield return "form to mend";
        device.Expects("404");
        device.Expects("403");
        await Page.GotoAsync("/nowhere");
        yield return "not found";
        await Page.GotoAsync("/account/denied");
        yield return "denied";
    }

    private static async Task<IReadOnlyList<(string Account, IReadOnlyList<string> Paths)>> PathsAsync(ServerProcess site)
    {
        await using EqAssessDb db = site.OpenDatabase();
        Guid bank = await db.Banks.OrderBy(b => b.Slug).Select(b => b.Id).FirstAsync();
        Guid item = await db.ItemVersions.Where(i => i.BankId == bank).OrderBy(i => i.ItemId).Select(i => i.Id).FirstAsync();
        Guid form = await db.FormVersions.OrderBy(f => f.PublishedAt).Select(f => f.Id).FirstAsync();
        Guid campaign = await db.Campaigns.Where(c => c.Demonstration).Select(c => c.Id).SingleAsync();
        Guid person = await db.Candidates.OrderBy(c => c.Name).Select(c => c.Id).FirstAsync();
        Guid record = await db.JobRecords.OrderBy(r => r.CreatedAt).Select(r => r.Id).FirstAsync();
        string rater = await RaterLinkAsync(db, bank);
        using StaffClient hr = await StaffClientAsync(site);
        string draft = await hr.PostAsync($"/banks/items/{item}?handler=Draft", []) ?? "";
        var runs = await (
            from run in db.ScoreRuns join a in db.Attempts on run.AttemptId equals a.Id where a.Simulated && run.Percent != null
            orderby a.StartedAt select new { run.Id, Attempt = a.Id, a.InvitationId }).Take(2).ToListAsync();
        var scored = new ScoreRunOf(runs[0].Id, runs[0].Attempt, runs[0].InvitationId, runs[1].Id);
        List<Guid> beside = await db.Attempts.Where(a => a.Simulated && a.ClosedAt != null).OrderBy(a => a.StartedAt).Select(a => a.InvitationId).Take(3).ToListAsync();
        var asked = await (
            from request in db.AccommodationRequests
            join invitation in db.Invitations on request.InvitationId equals invitation.Id
            orderby request.AskedAt
            select new { request.Id, Person = invitation.CandidateId }).FirstAsync();
        return
        [
            (Workplace.HrAdmin, ["/", "/banks", $"/banks/{bank}", $"/banks/{bank}?filter.words=parcel", $"/banks/items/{item}", draft, draft.Replace("/edit", "/history", StringComparison.Ordinal), "/banks/import", $"/forms/new?bank={bank}", "/forms", $"/forms/{form}", "/insights", "/insights/help", $"/insights/banks/{bank}", $"/insights/forms/{form}", $"/insights/forms/{form}/compare", $"/insights/forms/{form}/estimate", $"/insights/campaigns/{campaign}", $"/forms/{form}/fairness", $"/forms/{form}/manual", $"/campaigns/{campaign}/selection-rates", $"/campaigns/{campaign}/selection-rates/what-if", $"/campaigns/{campaign}/selection-rates/bias-audit", "/job-records", "/job-records/new", $"/job-records/{record}", rater, "/norms", $"/norms/new?form={form}", "/validity", $"/validity/{form}", $"/validity/{form}/import", $"/campaigns/{campaign}/rescoring", "/requests", "/messages/templates", "/messages/templates/Invitation/en", $"/campaigns/{campaign}/settings", $"/campaigns/{campaign}/share", $"/campaigns/{campaign}/close", $"/campaigns/{campaign}/hold", $"/candidates/{person}", "/marking"]),
            (Workplace.Recruiter, [
                "/campaigns", "/campaigns/new", $"/campaigns/{campaign}", $"/campaigns/{campaign}/invite", $"/campaigns/{campaign}/results",
                $"/campaigns/{campaign}/results?with={scored.Attempt}", $"/campaigns/{campaign}/results?filter.order=Undecided&c={beside[0]}&c={beside[1]}",
                $"/campaigns/{campaign}/compare?c={beside[0]}&c={beside[1]}&c={beside[2]}", $"/campaigns/{campaign}/results/{scored.Invitation}", $"/reports/{scored.Run}", $"/reports/{scored.Run}?as=interview-guide",
                $"/reports/{scored.Run}?as=development", $"/campaigns/{campaign}/papers", $"/campaigns/{campaign}/comparison?run={scored.Run}&run={scored.Other}",
                $"/campaigns/{campaign}/results/{scored.Invitation}?read", "/messages"]),
            (Workplace.Accommodations, ["/accommodations", "/accommodations?email=nobody@example.test", $"/accommodations/requests/{asked.Id}", $"/accommodations/people/{asked.Person}"]),
            (Workplace.Administrator, ["/", "/admin/jobs", "/admin/staff"]),
        ];
    }

    /// <summary>A link to rate the task of a job.</summary>
    private static async Task<string> RaterLinkAsync(EqAssessDb db, Guid bank)
    {
        string token = Tokens.Mint();
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        var record = new JobRecordRow
        {
            Id = Guid.NewGuid(), SeriesId = Guid.NewGuid(), Number = 1, BankId = bank, JobTitle = "Advisor", Stage = JobRecordStage.Rating, Simulated = true, CreatedBy = null, CreatedAt = now,
        };
        db.JobRecords.Add(record);
        db.JobTasks.Add(new JobTask { Id = Guid.NewGuid(), JobRecordId = record.Id, Position = 1, Text = "Explain to customers what their bill is made of, so that they can check it" });
        db.JobRaters.Add(new JobRater { Id = Guid.NewGuid(), JobRecordId = record.Id, Number = 1, TokenHash = Tokens.HashOf(token), CreatedAt = now });
        await db.SaveChangesAsync();
        return $"/r/{token}";
    }

    private static async Task<StaffClient> StaffClientAsync(ServerProcess site)
    {
        var client = new StaffClient(site.Url);
        await client.SignInAsync(Workplace.HrAdmin, site.PasswordOf(Workplace.HrAdmin));
        return client;
    }

    private sealed record ScoreRunOf(Guid Run, Guid Attempt, Guid Invitation, Guid Other);
}
