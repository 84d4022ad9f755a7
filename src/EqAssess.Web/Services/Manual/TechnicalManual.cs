using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Reports;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services.Manual;

/// <summary>The technical manual of a form version, made from what is stored each time that somebody reads it.</summary>
public sealed class TechnicalManual(
    EqAssessDb db, BankLibrary banks, FormLibrary forms, ScoringService scoring, IEnumerable<ManualChapter> chapters, TimeProvider time)
{
    /// <returns>Null where there is no such form version.</returns>
    public async Task<ReportDocument?> ComposeAsync(Guid form, CancellationToken cancellationToken)
    {
        FormVersionRow? row = await db.FormVersions.AsNoTracking().SingleOrDefaultAsync(f => f.Id == form, cancellationToken);
        if (row is null)
        {
            return null;
        }

        ReportWords words = PaperWordsSource.English;
        var subject = new ManualSubject(
            row, await banks.HeadAsync(row.BankId, cancellationToken), await forms.GetAsync(form, cancellationToken), await scoring.CurrentPlanAsync(form, cancellationToken), words);
        var sections = new List<ReportSection>();
        foreach (ManualChapter chapter in chapters)
        {
            sections.Add(await chapter.BuildAsync(subject, cancellationToken));
        }

        return new ReportDocument(
            ReportKind.Manual,
            words("Manual.Instrument"),
            words("Manual.Title", row.Title, row.Number),
            words("Manual.Subtitle", subject.Bank.Title, time.Now.Day()),
            words("Manual.Handling"),
            PaperWordsSource.Language,
            sections);
    }
}
