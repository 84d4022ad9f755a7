using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Insights;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>What was found about flagged items. Flags open reviews by being there; a finding closes one.</summary>
public sealed class ItemFindings(EqAssessDb db, TimeProvider time)
{
    public const int LongestText = 2000;

    /// <summary>On a form version, the oldest first.</summary>
    public async Task<IReadOnlyList<ItemFinding>> OfFormAsync(Guid form, ReviewAbout about, CancellationToken cancellationToken) =>
        await db.ItemFindings.AsNoTracking().Where(f => f.FormVersionId == form && f.About == about).OrderBy(f => f.At).ThenBy(f => f.Id).ToListAsync(cancellationToken);

    /// <param name="flags">Of today: what the person saw when they wrote.</param>
    /// <param name="verdict">Null where none was chosen.</param>
    public async Task<FindingAnswer> AddAsync(Guid form, Guid item, ReviewAbout about, IReadOnlyList<string> flags, ReviewVerdict? verdict, string? text, Guid staff)
    {
        string said = text?.Trim() ?? "";
        if (verdict is not { } chosen || said.Length is 0 or > LongestText)
        {
            return FindingAnswer.Incomplete;
        }

        if (flags.Count == 0)
        {
            return FindingAnswer.NoFlag;
        }

        db.ItemFindings.Add(new ItemFinding
        {
            Id = Guid.CreateVersion7(),
            FormVersionId = form,
            ItemVersionId = item,
            About = about,
            Flags = FlagReview.Code(flags),
            Verdict = chosen,
            Text = said,
            At = time.Now,
            By = staff,
        });
        await db.SaveChangesAsync();
        return FindingAnswer.Kept;
    }
}

/// <summary>What became of a finding. Worded in StaffWords.</summary>
public enum FindingAnswer
{
    Kept,

    /// <summary>No verdict, no text, or too much of it.</summary>
    Incomplete,

    /// <summary>New statistics flag the item no more.</summary>
    NoFlag,
}
