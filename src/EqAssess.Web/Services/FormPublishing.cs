using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Publishes form versions, each with its first scoring plan, in one transaction.</summary>
public sealed class FormPublishing(EqAssessDb db, FormMaking making, TimeProvider time)
{
    /// <summary>Each time that all fail but one, one is through: as many may publish a title at the same moment.</summary>
    private const int Tries = 10;

    public async Task<FormPublished> PublishAsync(NewForm form, CancellationToken cancellationToken)
    {
        FormsPublished published = await PublishAsync([form], cancellationToken);
        return new FormPublished(published.FormVersions.Count == 0 ? null : published.FormVersions[0], published.Problems);
    }

    /// <summary>All of them, or none and every problem.</summary>
    public async Task<FormsPublished> PublishAsync(IReadOnlyList<NewForm> forms, CancellationToken cancellationToken)
    {
        var ready = new List<FormMade.Ready>();
        var problems = new List<FormProblem>();
        foreach (NewForm form in forms)
        {
            switch (await making.MakeAsync(form, cancellationToken))
            {
                case FormMade.Ready made:
                    ready.Add(made);
                    break;
                case FormMade.Refused refused:
                    problems.AddRange(refused.Problems);
                    break;
            }
        }

        if (problems.Count > 0)
        {
            return new FormsPublished([], problems);
        }

        await WriteAsync(ready, cancellationToken);
        return new FormsPublished([.. ready.Select(r => r.Id)], []);
    }

    private async Task WriteAsync(List<FormMade.Ready> ready, CancellationToken cancellationToken)
    {
        for (int i = 1; ; i++)
        {
            foreach (FormMade.Ready made in ready)
            {
                await AddAsync(made, cancellationToken);
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return;
            }
            catch (DbUpdateException failure) when (i < Tries && DatabaseEngine.SaysDuplicateKey(failure))
            {
                // Somebody published a form of this title at the same moment and has its number: count again.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task AddAsync(FormMade.Ready made, CancellationToken cancellationToken)
    {
        string title = made.Form.Title.Trim();
        int stored = await db.FormVersions.CountAsync(f => f.BankId == made.Form.Bank && f.Title == title, cancellationToken);
        db.FormVersions.Add(new FormVersionRow
        {
            Id = made.Id,
            BankId = made.Form.Bank,
            Title = title,
            Number = stored + db.FormVersions.Local.Count(f => f.BankId == made.Form.Bank && f.Title == title && db.Entry(f).State == EntityState.Added) + 1,
            TimeLimitSeconds = (int)made.Form.TimeLimit.TotalSeconds,
            PublishedAt = time.Now,
            PublishedBy = made.Form.PublishedBy,
            Blueprint = made.Form.Blueprint,
            Seed = made.Seed,
            Assembly = made.Form.Assembly,
            Sections = FormSectionsJson.Write(made.Form.Sections),
        });
        db.FormItems.AddRange(made.Items.Select((item, i) => new FormItemRow
        {
            FormVersionId = made.Id,
            Position = i + 1,
            Practice = false,
            ItemVersionId = item.Version,
            Pretest = item.Pretest,
            OptionOrder = item.OptionOrder is null ? null : string.Join(',', item.OptionOrder),
        }));
        db.FormItems.AddRange(made.Practice.Select((item, i) => new FormItemRow
        {
            FormVersionId = made.Id, Position = i + 1, Practice = true, ItemVersionId = item,
        }));
        db.ScoringPlans.Add(RowOf(made.Plan));
    }

    private ScoringPlanRow RowOf(ScoringPlan plan)
    {
        string content = PlanJson.Write(plan);
        return new ScoringPlanRow
        {
            Id = plan.Id,
            FormVersionId = plan.FormVersion,
            KeyVersionId = plan.KeyVersionId,
            Number = 1,
            Content = content,
            Digest = Digest.Sha256(content),
            CreatedAt = time.Now,
        };
    }
}
