using System.Diagnostics;
using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Insights;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Works out statistics that were asked for, and stores them as they are at that moment.</summary>
public sealed class InsightDrawing(
    EqAssessDb db, FormSittings sittings, ScoringChoices choices, CampaignPlans plans, TimeProvider time)
{
    /// <summary>Goes up when the same attempts could give other numbers.</summary>
    public const string Definition = "insight-2";

    /// <param name="groups">Voluntary answers in step with sittings: only the job that calls this can bring them together.</param>
    /// <returns>Whether this call stored them; false where another node did.</returns>
    public async Task<bool> DrawAsync(Guid request, GroupsOfSittings groups, CancellationToken cancellationToken)
    {
        long from = Stopwatch.GetTimestamp();
        InsightRequest asked = await db.InsightRequests.AsNoTracking().SingleAsync(r => r.Id == request, cancellationToken);
        Outcome found = asked.Kind == InsightKind.Comparison ? await CompareAsync(asked, groups, cancellationToken) : await InsightAsync(asked, cancellationToken);
        db.Insights.Add(new InsightRow
        {
            Id = asked.Id,
            Definition = Definition,
            KeyLabel = found.Keys.Length > 200 ? found.Keys[..200] : found.Keys,
            PlanId = found.Plan,
            Attempts = found.Attempts,
            Closed = found.Closed,
            DrawnAt = time.Now,
            TookMilliseconds = (int)Stopwatch.GetElapsedTime(from).TotalMilliseconds,
            Content = found.Content,
        });
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<Outcome> InsightAsync(InsightRequest asked, CancellationToken cancellationToken)
    {
        (ScoringPlan plan, bool stored) = await PlanAsync(asked, cancellationToken);
        SittingsRead read = await sittings.OfAsync(asked.FormVersionId, asked.CampaignId, [.. plan.Items.Select(i => i.ItemVersion)], cancellationToken);
        var insight = Insight.Of(plan, read.Sittings, read.LeftOut, SeedOf(asked.Id));
        return new Outcome(plan.KeyVersion, stored ? plan.Id : null, insight.Persons, read.Closed, InsightJson.Write(insight));
    }

    /// <summary>From the row's id, so that the same row can be worked out again; it is kept beside the numbers.</summary>
    private static long SeedOf(Guid request) => BitConverter.ToInt64(request.ToByteArray(bigEndian: true), 8);

    private async Task<Outcome> CompareAsync(InsightRequest asked, GroupsOfSittings groups, CancellationToken cancellationToken)
    {
        IReadOnlyList<ScoringChoice> question = InsightJson.ReadQuestion(asked.Question!);
        var scorings = new List<ScoringToCompare>();
        foreach (ScoringChoice choice in question)
        {
            scorings.Add(await choices.PlanAsync(asked.FormVersionId, choice, cancellationToken));
        }

        ScoringPlan whole = await CurrentAsync(asked.FormVersionId, cancellationToken);
        List<Guid> items = [.. whole.Items.Select(i => i.ItemVersion)];
        SittingsRead read = await sittings.OfAsync(asked.FormVersionId, null, items, cancellationToken);
        var comparison = ScoringComparison.Of(items, scorings, read.Sittings, await groups(asked.FormVersionId, read.Sittings, cancellationToken));
        return new Outcome(
            string.Join(", ", question.Select(q => q.Label).Distinct()), null, comparison.Persons, read.Closed, InsightJson.Write(comparison));
    }

    /// <summary>The plan, and whether it is one that is stored.</summary>
    /// <exception cref="InvalidOperationException">The key that was asked for cannot score the form.</exception>
    private async Task<(ScoringPlan Plan, bool Stored)> PlanAsync(InsightRequest asked, CancellationToken cancellationToken)
    {
        if (asked.CampaignId is Guid campaign)
        {
            return (await plans.OfAsync(await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == campaign, cancellationToken), cancellationToken), true);
        }

        ScoringPlan current = await CurrentAsync(asked.FormVersionId, cancellationToken);
        if (asked.KeyVersionId is not Guid key || key == current.KeyVersionId)
        {
            return (current, true);
        }

        ScoringToCompare other = await choices.PlanAsync(asked.FormVersionId, new ScoringChoice(key, false, "", current.Method), cancellationToken);
        return (other.Plan ?? throw new InvalidOperationException($"Key version {key} cannot score the form: {string.Join("; ", other.Problems)}"), false);
    }

    private async Task<ScoringPlan> CurrentAsync(Guid form, CancellationToken cancellationToken) => PlanJson.ReadPlan(
        await db.ScoringPlans.Where(p => p.FormVersionId == form && p.CampaignId == null).OrderByDescending(p => p.Number).Select(p => p.Content).FirstAsync(cancellationToken));

    private sealed record Outcome(string Keys, Guid? Plan, int Attempts, int Closed, string Content);
}

/// <summary>What the people of some sittings on a form answered about themselves, by question.</summary>
public delegate Task<IReadOnlyList<GroupAnswers>> GroupsOfSittings(Guid form, IReadOnlyList<Sitting> sittings, CancellationToken cancellationToken);
