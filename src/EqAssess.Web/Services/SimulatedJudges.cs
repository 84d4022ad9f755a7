using System.Globalization;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Panels;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>
/// Judges who are no people, for a demonstration. Each rates an option as the authors' key does, with a normal error whose spread is
/// <see cref="FirstSpread"/> points alone and <see cref="SecondSpread"/> after the discussion. Seeded: the same panel, the same ratings.
/// </summary>
public sealed class SimulatedJudges(EqAssessDb db, PanelLibrary panels, WorkspaceFacts facts, TimeProvider time)
{
    private const int Seed = 20261122;
    private const double FirstSpread = .6;
    private const double SecondSpread = .4;

    /// <summary>Lets judges rate a panel in both rounds and closes it. Only in a demonstration, and only in a panel that was made for simulated judges and has not begun.</summary>
    public async Task<bool> RateAsync(Guid panel, int count, CancellationToken cancellationToken)
    {
        if (!facts.Demonstration || await panels.FindAsync(panel, cancellationToken) is not { Row.Simulated: true } content)
        {
            return false;
        }

        DateTimeOffset now = time.Now;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        int claimed = await db.Panels.Where(p => p.Id == panel && p.Stage == PanelStage.Preparing && !db.PanelJudges.Any(j => j.PanelId == p.Id)).ExecuteUpdateAsync(
            s => s.SetProperty(p => p.Stage, PanelStage.Closed).SetProperty(p => p.RoundOneClosedAt, now).SetProperty(p => p.RoundTwoClosedAt, now),
            cancellationToken);
        if (claimed == 0)
        {
            return false;
        }

        AuthorsKeys authors = await panels.AuthorsAsync(content, cancellationToken);
        var random = new Random(Seed);
        for (int number = 1; number <= count; number++)
        {
            AddJudge(content, authors, number, random, now);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private void AddJudge(PanelContent panel, AuthorsKeys authors, int number, Random random, DateTimeOffset now)
    {
        var judge = new PanelJudge
        {
            Id = Guid.CreateVersion7(),
            PanelId = panel.Row.Id,
            Number = number,
            TokenHash = Tokens.HashOf(Tokens.Mint()),
            CreatedAt = now,
            Pseudonym = string.Create(CultureInfo.InvariantCulture, $"Simulated judge {number}"),
            Role = JudgeRoles.All[(number - 1) % (JudgeRoles.All.Count - 1)],
            Years = 1 + random.Next(15),
            JoinedAt = now,
            RoundOneDoneAt = now,
            RoundTwoDoneAt = now,
        };
        db.PanelJudges.Add(judge);
        foreach (BankItem item in panel.Items)
        {
            foreach (string option in item.Item.Options.Select(o => o.Id))
            {
                double seen = SeenBy(authors, item, option);
                db.PanelRatings.Add(Rating(judge.Id, 1, item.Version, option, seen + (FirstSpread * SimulatedResponse.Normal(random)), now));
                db.PanelRatings.Add(Rating(judge.Id, 2, item.Version, option, seen + (SecondSpread * SimulatedResponse.Normal(random)), now));
            }
        }
    }

    /// <summary>What the authors' key says; the middle of the scale where they say nothing.</summary>
    private static double SeenBy(AuthorsKeys authors, BankItem item, string option) =>
        authors.Items.TryGetValue(item.Item.Id, out KeyedItem? keyed) && keyed.Options.FirstOrDefault(o => o.Option == option && o.DroppedBecause is null) is { } known
            ? known.Effectiveness
            : PanelAnalysis.Scale.Average();

    private static PanelRating Rating(Guid judge, int round, Guid item, string option, double seen, DateTimeOffset now) => new()
    {
        JudgeId = judge,
        Round = round,
        ItemVersionId = item,
        Option = option,
        Value = (int)Math.Clamp(Math.Round(seen, MidpointRounding.AwayFromZero), PanelAnalysis.Scale[0], PanelAnalysis.Scale[^1]),
        At = now,
    };
}
