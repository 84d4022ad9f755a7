using System.Globalization;
using EqAssess.Data.Tables;
using EqAssess.Domain.Statistics.Validity;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Validity;

public sealed class ValidityPageTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Candidate candidate = null!;
    private Guid form;
    private Browser hr = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        candidate = await site.FinishAsync(await site.OpenCampaignAsync(), "Amara Okafor", 1, 2, 3, 4);
        form = await site.FormAsync();
        site.Time.Advance(TimeSpan.FromDays(30));
        hr = await site.SignInAsync("HrAdmin");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_list_is_looked_at_before_it_is_stored_and_the_person_can_read_it()
    {
        Guid invitation = await site.ReadAsync(db => db.Attempts.Select(a => a.InvitationId).SingleAsync());
        string rows = $"candidate,measure,value,date\n{CandidateCode.Of(invitation)},QA score,82,2026-12-20\nnobody@example.test,CSAT,70,2026-12-20";
        Shown empty = await (await hr.OpenAsync($"/validity/{form}/import")).Form("Look at the rows").PressAsync();
        Shown looked = await empty.Form("Look at the rows").With("rows", rows).PressAsync();
        int before = await site.ReadAsync(db => db.Outcomes.CountAsync());

        Shown stored = await looked.Form("Import one outcome").PressAsync();
        Shown table = await hr.OpenAsync($"/validity/{form}");
        Shown data = await candidate.Browser.OpenAsync($"/t/{candidate.Token}/data");

        Assert.Equal("There is no row in this list. Paste rows or choose a file.", Assert.Single(empty.Problems).Text);
        Assert.Equal("1 of 2 rows can be imported", looked.Heading);
        Assert.Contains("Nobody with this code or address has finished the form.", looked.Words);
        Assert.Equal(0, before);
        Assert.Equal("One outcome was imported", stored.Heading);
        Assert.Contains("Not enough data: 1 of 50", table.Words);
        Assert.DoesNotContain("r =", table.Words);
        Assert.Contains("result of a quality check: 82", data.Words);
    }

    [Fact]
    public async Task The_observed_number_stands_first_and_corrections_say_what_they_assume()
    {
        Guid campaign = await site.ReadAsync(db => db.Campaigns.Select(c => c.Id).FirstAsync());
        await AddPeopleAsync(campaign, 60);

        Shown plain = await hr.OpenAsync($"/validity/{form}");
        Shown corrected = await hr.OpenAsync($"/validity/{form}?r[QaScore]=0.64");
        Shown nonsense = await hr.OpenAsync($"/validity/{form}?r[QaScore]=7&r[Tenure]=0.5&r[Csat]=x");

        Assert.Matches(@"r = 0\.\d\d95 % limits", plain.Words);
        Assert.Contains("nobody said how reliable the outcome is", plain.Words);
        Assert.Contains("if its reliability is 0.64", corrected.Words);
        Assert.Contains("nobody said how reliable the outcome is", nonsense.Words);
        Assert.Contains("It proves no cause", plain.Words);
        Assert.Contains("Below 50 people no number is shown. Simulated people never count.", plain.Words);
    }

    /// <summary>People with a score run and an outcome that goes with it, written straight into the database.</summary>
    private async Task AddPeopleAsync(Guid campaign, int count)
    {
        ScoreRun sample = await site.ReadAsync(db => db.ScoreRuns.AsNoTracking().FirstAsync());
        DateTimeOffset then = site.Time.Instant.AddDays(-20);
        await site.ReadAsync(db =>
        {
            for (int i = 0; i < count; i++)
            {
                (Guid candidateId, Guid invitation, Guid attempt) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
                string email = string.Create(CultureInfo.InvariantCulture, $"p{i}@example.test");
                db.Candidates.Add(new CandidateRow { Id = candidateId, Name = email, Email = email, NormalizedEmail = email.ToUpperInvariant(), Simulated = false, CreatedAt = then });
                db.Invitations.Add(new InvitationRow { Id = invitation, CampaignId = campaign, CandidateId = candidateId, Simulated = false, CreatedAt = then, Draw = i });
                db.Attempts.Add(new AttemptRow
                {
                    Id = attempt, InvitationId = invitation, FormVersionId = form, Simulated = false, StartedAt = then, Deadline = then, LastMoment = then, ClosedAt = then,
                });
                db.ScoreRuns.Add(new ScoreRun
                {
                    Id = Guid.NewGuid(), AttemptId = attempt, PlanId = sample.PlanId, KeyVersionId = sample.KeyVersionId, EngineVersion = sample.EngineVersion,
                    ResponsesSha256 = sample.ResponsesSha256, Percent = 30 + i, Sheet = sample.Sheet.Replace("\"flags\":[\"constantRatings\"]", "\"flags\":[]", StringComparison.Ordinal), ScoredAt = then,
                });
                db.Outcomes.Add(new OutcomeRow
                {
                    InvitationId = invitation, Measure = OutcomeMeasure.QaScore, MeasuredOn = DateOnly.FromDateTime(then.UtcDateTime).AddDays(5), Value = 40 + (i / 2d) + (i % 3 * 9), ImportedAt = then, ImportedBy = null,
                });
            }

            return db.SaveChangesAsync();
        });
    }
}
