using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>Another key version of the sample bank: it turns the order of the replies of some scenarios round.</summary>
internal static class OtherKeys
{
    /// <param name="turned">Ids of the scenarios.</param>
    /// <returns>Id of the key version.</returns>
    public static async Task<Guid> AddKeyAsync(EqAssessDb db, string label, params string[] turned)
    {
        KeyVersionRow first = await db.KeyVersions.AsNoTracking().OrderBy(k => k.CreatedAt).FirstAsync();
        Key key = KeyJson.Read(first.Content);
        Key other = key with
        {
            Version = label,
            Items = key.Items.ToDictionary(i => i.Key, i => turned.Contains(i.Key) ? i.Value with { Options = [.. i.Value.Options.Select(o => o with { Effectiveness = 5 - o.Effectiveness })] } : i.Value),
        };
        string content = KeyJson.Write(other);
        var row = new KeyVersionRow
        {
            Id = Guid.CreateVersion7(), BankId = first.BankId, Label = label, Status = key.Status, Source = "tests", Content = content, Digest = Digest.Sha256(content),
            CreatedAt = first.CreatedAt.AddDays(1), Demonstration = false,
        };
        db.KeyVersions.Add(row);
        db.KeyCoverages.AddRange((await db.KeyCoverages.AsNoTracking().Where(c => c.KeyVersionId == first.Id).ToListAsync())
            .Select(c => new KeyCoverage { KeyVersionId = row.Id, ItemVersionId = c.ItemVersionId }));
        await db.SaveChangesAsync();
        return row.Id;
    }

    /// <summary>What a wish for nothing but another key looks like.</summary>
    public static RescoringWish WishFor(Guid key, params Guid[] dropped) => new(key, null, MissingRule.ScoreAll, dropped);
}
