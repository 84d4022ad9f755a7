using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Panels;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>What the staff does with a panel until its key: makes it, hands out links, opens and closes rounds.</summary>
public sealed class PanelService(EqAssessDb db, WorkspaceFacts facts, TimeProvider time)
{
    /// <summary>Links of one panel at most, those that were taken back included.</summary>
    public const int MostJudges = 60;

    public const int LongestInstructions = 8000;

    public async Task<PanelCreated> CreateAsync(NewPanel panel, CancellationToken cancellationToken)
    {
        List<Guid> items = [.. panel.Items.Distinct()];
        int known = await db.ItemVersions.CountAsync(i => i.BankId == panel.Bank && items.Contains(i.Id), cancellationToken);
        List<PanelProblem> problems =
        [
            .. Of(string.IsNullOrWhiteSpace(panel.Title), PanelProblem.NoTitle),
            .. Of(string.IsNullOrWhiteSpace(panel.Instructions), PanelProblem.NoInstructions),
            .. Of(panel.Instructions.Length > LongestInstructions, PanelProblem.LongInstructions),
            .. Of(items.Count == 0 || known < items.Count, PanelProblem.NoItems),
            .. Of(panel.Simulated && !facts.Demonstration, PanelProblem.SimulatedOutsideDemonstration),
        ];
        if (problems.Count > 0)
        {
            return new PanelCreated(null, problems);
        }

        PanelRow row = RowOf(panel);
        db.Panels.Add(row);
        db.PanelItems.AddRange(items.Select((item, i) => new PanelItem { PanelId = row.Id, Position = i + 1, ItemVersionId = item }));
        await db.SaveChangesAsync(cancellationToken);
        return new PanelCreated(row.Id, []);
    }

    /// <summary>Mints links for further judges, up to the most that a panel takes, while the first round has not ended.</summary>
    public async Task<IReadOnlyList<JudgeLink>> AddJudgesAsync(Guid panel, int count)
    {
        if (!await db.Panels.AnyAsync(p => p.Id == panel && (p.Stage == PanelStage.Preparing || p.Stage == PanelStage.RoundOne)))
        {
            return [];
        }

        int last = await db.PanelJudges.Where(j => j.PanelId == panel).MaxAsync(j => (int?)j.Number) ?? 0;
        List<JudgeLink> links = [.. Enumerable.Range(last + 1, Math.Clamp(count, 0, MostJudges - Math.Min(MostJudges, last))).Select(n => new JudgeLink(n, Tokens.Mint()))];
        db.PanelJudges.AddRange(links.Select(l => new PanelJudge
        {
            Id = Guid.CreateVersion7(), PanelId = panel, Number = l.Number, TokenHash = Tokens.HashOf(l.Token), CreatedAt = time.Now,
        }));
        try
        {
            await db.SaveChangesAsync();
            return links;
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            // A double click: the first of the two has shown its links.
            return [];
        }
    }

    /// <summary>Mints a new link for a judge, in a running round as well, since judges lose links; the old one and every session that it opened end. Whoever holds the new one sees that judge's ratings.</summary>
    /// <returns>Null for a judge who was taken out, or where the panel has ended.</returns>
    public async Task<JudgeLink?> NewLinkAsync(Guid panel, Guid judge)
    {
        string token = Tokens.Mint();
        string hash = Tokens.HashOf(token);
        int changed = await Open(panel, judge).ExecuteUpdateAsync(s => s.SetProperty(j => j.TokenHash, hash));
        return changed == 0 ? null : new JudgeLink(await db.PanelJudges.Where(j => j.Id == judge).Select(j => j.Number).SingleAsync(), token);
    }

    /// <summary>Takes a judge out: the link ends, and the ratings stay stored and count for nothing.</summary>
    public async Task<bool> RevokeAsync(Guid panel, Guid judge)
    {
        DateTimeOffset now = time.Now;
        return await Open(panel, judge).ExecuteUpdateAsync(s => s.SetProperty(j => j.RevokedAt, now)) > 0;
    }

    /// <summary>Moves the panel on by one stage.</summary>
    /// <param name="from">The stage that the reader saw; where the panel has moved since, nothing happens.</param>
    public async Task<bool> AdvanceAsync(Guid panel, PanelStage from)
    {
        IQueryable<PanelRow> row = db.Panels.Where(p => p.Id == panel && p.Stage == from);
        DateTimeOffset now = time.Now;
        return from switch
        {
            PanelStage.Preparing => await row.ExecuteUpdateAsync(s => s.SetProperty(p => p.Stage, PanelStage.RoundOne)),
            PanelStage.RoundOne => await row.ExecuteUpdateAsync(s => s.SetProperty(p => p.Stage, PanelStage.RoundTwo).SetProperty(p => p.RoundOneClosedAt, now)),
            PanelStage.RoundTwo => await row.ExecuteUpdateAsync(s => s.SetProperty(p => p.Stage, PanelStage.Closed).SetProperty(p => p.RoundTwoClosedAt, now)),
            _ => 0,
        } > 0;
    }

    /// <summary>A judge who is in, of a panel that still takes ratings or prepares to.</summary>
    private IQueryable<PanelJudge> Open(Guid panel, Guid judge) => db.PanelJudges.Where(j =>
        j.Id == judge && j.PanelId == panel && j.RevokedAt == null
        && db.Panels.Any(p => p.Id == panel && p.Stage != PanelStage.Closed && p.Stage != PanelStage.Published));

    private PanelRow RowOf(NewPanel panel) => new()
    {
        Id = Guid.CreateVersion7(),
        BankId = panel.Bank,
        Title = panel.Title.Trim(),
        Instructions = panel.Instructions.Trim().ReplaceLineEndings("\n"),
        Stage = PanelStage.Preparing,
        Simulated = panel.Simulated,
        CreatedBy = panel.CreatedBy,
        CreatedAt = time.Now,
    };

    private static IEnumerable<PanelProblem> Of(bool holds, PanelProblem problem) => holds ? [problem] : [];
}

/// <param name="Items">Item versions, in the order in which judges see them.</param>
/// <param name="Simulated">The judges are no people; in a demonstration only.</param>
public sealed record NewPanel(Guid Bank, string Title, string Instructions, IReadOnlyList<Guid> Items, bool Simulated, Guid? CreatedBy);

/// <param name="Panel">Null when problems keep it from being made.</param>
public sealed record PanelCreated(Guid? Panel, IReadOnlyList<PanelProblem> Problems);

/// <param name="Token">Shown once; only its hash is stored.</param>
public sealed record JudgeLink(int Number, string Token);

/// <summary>Why a panel cannot be made. Worded in StaffWords.</summary>
public enum PanelProblem
{
    NoTitle,
    NoInstructions,
    LongInstructions,

    /// <summary>None is chosen, or one was changed or removed since.</summary>
    NoItems,

    SimulatedOutsideDemonstration,
}
