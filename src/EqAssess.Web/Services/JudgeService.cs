using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Panels;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>What a judge does: introduces themselves, rates, discusses, hands in.</summary>
public sealed class JudgeService(EqAssessDb db, PanelLibrary panels, TimeProvider time)
{
    public const int LongestText = 2000;

    /// <summary>Looks a link up. Looking changes nothing, however often a mail scanner does it.</summary>
    /// <returns>Null for a link that leads nowhere, or not any more.</returns>
    public async Task<PanelJudge?> FindAsync(string token, CancellationToken cancellationToken)
    {
        string hash = Tokens.HashOf(token);
        return await db.PanelJudges.AsNoTracking().SingleOrDefaultAsync(j => j.TokenHash == hash && j.RevokedAt == null, cancellationToken);
    }

    /// <summary>Where a judge sits: the panel, and what they have rated. Null when the link that the session came from was replaced or taken back.</summary>
    public async Task<JudgeSeat?> SeatAsync(Guid judge, string tokenHash, CancellationToken cancellationToken)
    {
        PanelJudge? row = await db.PanelJudges.AsNoTracking()
            .SingleOrDefaultAsync(j => j.Id == judge && j.TokenHash == tokenHash && j.RevokedAt == null, cancellationToken);
        if (row is null || await panels.FindAsync(row.PanelId, cancellationToken) is not { } panel)
        {
            return null;
        }

        List<PanelRating> ratings = await db.PanelRatings.AsNoTracking().Where(r => r.JudgeId == judge).ToListAsync(cancellationToken);
        return new JudgeSeat(row, panel, ratings);
    }

    public async Task<IntroductionProblem?> IntroduceAsync(JudgeSeat seat, Introduction said)
    {
        string pseudonym = said.Pseudonym.Trim();
        IntroductionProblem? problem = said switch
        {
            _ when pseudonym.Length is 0 or > 60 || pseudonym.Any(char.IsControl) => IntroductionProblem.Pseudonym,
            _ when !JudgeRoles.All.Contains(said.Role) => IntroductionProblem.Role,
            { Years: null or < 0 or > 60 } => IntroductionProblem.Years,
            { Conflicts.Length: > LongestText } => IntroductionProblem.Conflicts,
            _ => null,
        };
        List<string?> others = await db.PanelJudges.Where(j => j.PanelId == seat.Judge.PanelId && j.Id != seat.Judge.Id).Select(j => j.Pseudonym).ToListAsync();
        if (problem is null && others.Exists(o => string.Equals(o, pseudonym, StringComparison.OrdinalIgnoreCase)))
        {
            problem = IntroductionProblem.PseudonymTaken;
        }

        if (problem is null && seat.MayIntroduce)
        {
            DateTimeOffset now = time.Now;
            string? conflicts = string.IsNullOrWhiteSpace(said.Conflicts) ? null : said.Conflicts.Trim();
            await db.PanelJudges.Where(j => j.Id == seat.Judge.Id && j.RoundOneDoneAt == null).ExecuteUpdateAsync(s => s
                .SetProperty(j => j.Pseudonym, pseudonym).SetProperty(j => j.Role, said.Role).SetProperty(j => j.Years, said.Years)
                .SetProperty(j => j.Conflicts, conflicts).SetProperty(j => j.JoinedAt, j => j.JoinedAt ?? now));
        }

        return problem;
    }

    /// <summary>Whether these are ratings of options that the item has, all of them on the scale.</summary>
    public static bool AreRatingsOf(BankItem item, IReadOnlyDictionary<string, int> ratings) =>
        ratings.All(r => item.Item.Options.Any(o => o.Id == r.Key) && PanelAnalysis.Scale.Contains(r.Value));

    /// <summary>Saves ratings of one item in the round that runs. Ratings of options that the item does not have, or off the scale, are refused whole.</summary>
    /// <returns>Whether all of them are stored: not where the round has ended, or was handed in, since the seat was read.</returns>
    public async Task<bool> RateAsync(JudgeSeat seat, BankItem item, IReadOnlyDictionary<string, int> ratings)
    {
        if (seat.OpenRound is not int round || !AreRatingsOf(item, ratings))
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!await HoldsAsync(seat, round))
        {
            return false;
        }

        List<PanelRating> rows = await db.PanelRatings
            .Where(r => r.JudgeId == seat.Judge.Id && r.Round == round && r.ItemVersionId == item.Version).ToListAsync();
        foreach ((string option, int value) in ratings)
        {
            Set(seat.Judge.Id, round, item.Version, option, value, rows.Find(r => r.Option == option));
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return true;
    }

    /// <summary>Hands the running round in. In round two what was not rated again stays as the judge rated it alone, and handing in confirms that.</summary>
    /// <returns>Whether the round is handed in; not while an option is unrated.</returns>
    public async Task<bool> HandInAsync(JudgeSeat seat)
    {
        if (seat.OpenRound is not int round || seat.Shown.Count < seat.Panel.Options)
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!await HoldsAsync(seat, round))
        {
            return false;
        }

        DateTimeOffset now = time.Now;
        IQueryable<PanelJudge> row = db.PanelJudges.Where(j => j.Id == seat.Judge.Id);
        await (round == 1
            ? row.ExecuteUpdateAsync(s => s.SetProperty(j => j.RoundOneDoneAt, now))
            : row.ExecuteUpdateAsync(s => s.SetProperty(j => j.RoundTwoDoneAt, now)));
        if (round == 2)
        {
            await ConfirmAsync(seat);
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return true;
    }

    /// <summary>Adds a comment, in round two and while the judge has not handed it in.</summary>
    public async Task<bool> CommentAsync(JudgeSeat seat, BankItem item, string? typed)
    {
        string text = (typed ?? "").Trim().ReplaceLineEndings("\n");
        if (seat.OpenRound != 2 || text.Length is 0 or > LongestText)
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!await HoldsAsync(seat, 2))
        {
            return false;
        }

        db.PanelComments.Add(new PanelComment
        {
            Id = Guid.CreateVersion7(), JudgeId = seat.Judge.Id, ItemVersionId = item.Version, At = time.Now, Text = text,
        });
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return true;
    }

    /// <summary>What judges see of each other in round two: how round one was distributed, and the comments.</summary>
    public async Task<Discussion> DiscussionAsync(JudgeSeat seat, BankItem item, CancellationToken cancellationToken)
    {
        var ratings = await (
            from rating in db.PanelRatings
            join judge in db.PanelJudges on rating.JudgeId equals judge.Id
            where judge.PanelId == seat.Judge.PanelId && judge.RevokedAt == null && judge.RoundOneDoneAt != null
                && rating.Round == 1 && rating.ItemVersionId == item.Version
            select new { rating.Option, rating.Value }).ToListAsync(cancellationToken);
        return new Discussion(
            item.Item.Options.ToDictionary(o => o.Id, o => OptionVerdict.Counts([.. ratings.Where(r => r.Option == o.Id).Select(r => r.Value)]), StringComparer.Ordinal),
            [.. (await panels.RemarksAsync(seat.Judge.PanelId, cancellationToken))[item.Version]]);
    }

    /// <summary>Whether the judge still has the round to rate in. Where they have, the panel stays where it is until the transaction ends: it can move on, and judges rate and hand in, one after the other only.</summary>
    private async Task<bool> HoldsAsync(JudgeSeat seat, int round)
    {
        PanelStage stage = round == 1 ? PanelStage.RoundOne : PanelStage.RoundTwo;

        // Nothing changes by it; a row that is written is locked, on each database.
        int held = await db.Panels.Where(p => p.Id == seat.Judge.PanelId && p.Stage == stage).ExecuteUpdateAsync(s => s.SetProperty(p => p.Stage, stage));
        IQueryable<PanelJudge> judge = db.PanelJudges.Where(j => j.Id == seat.Judge.Id && j.TokenHash == seat.Judge.TokenHash && j.RevokedAt == null);
        return held > 0 && (round == 1
            ? await judge.AnyAsync(j => j.RoundOneDoneAt == null)
            : await judge.AnyAsync(j => j.RoundOneDoneAt != null && j.RoundTwoDoneAt == null));
    }

    /// <summary>What was not rated again is stored in round two as in round one.</summary>
    private async Task ConfirmAsync(JudgeSeat seat)
    {
        var again = await db.PanelRatings.Where(r => r.JudgeId == seat.Judge.Id && r.Round == 2).Select(r => new { r.ItemVersionId, r.Option }).ToListAsync();
        foreach (((Guid item, string option), int value) in seat.First.Where(f => !again.Exists(r => r.ItemVersionId == f.Key.Item && r.Option == f.Key.Option)))
        {
            Set(seat.Judge.Id, 2, item, option, value, null);
        }
    }

    private void Set(Guid judge, int round, Guid item, string option, int value, PanelRating? known)
    {
        if (known is not null)
        {
            (known.Value, known.At) = (value, time.Now);
            return;
        }

        db.PanelRatings.Add(new PanelRating { JudgeId = judge, Round = round, ItemVersionId = item, Option = option, Value = value, At = time.Now });
    }
}

/// <param name="Counts">By option: how many judges gave each point of the scale in round one, from the lowest up.</param>
public sealed record Discussion(IReadOnlyDictionary<string, IReadOnlyList<int>> Counts, IReadOnlyList<Remark> Remarks);

public sealed record Remark(string Pseudonym, string Role, string Text);

public sealed record Introduction(string Pseudonym, string Role, int? Years, string Conflicts);

/// <summary>What to mend in an introduction. Worded in JudgeWords.</summary>
public enum IntroductionProblem
{
    Pseudonym,
    PseudonymTaken,
    Role,
    Years,
    Conflicts,
}
