using System.Text.Json;
using EqAssess.Data;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Forms;

/// <summary>A published form: what was frozen, and how it is scored.</summary>
public sealed class FormModel(FormLibrary forms, ScoringService scoring, EqAssessDb db, IAuthorizationService authorization) : PageModel
{
    public FormVersion Form { get; private set; } = null!;

    public ScoringPlan Plan { get; private set; } = null!;

    /// <summary>The scoring methods of the form's items, in the order in which they first come up.</summary>
    public IReadOnlyList<MethodInUse> Methods => [.. Plan.Items.CountBy(i => Plan.MethodOf(i).Code).Select(m => new MethodInUse(m.Key, m.Value))];

    public Guid BankId { get; private set; }

    public string BankTitle { get; private set; } = "";

    public bool MayOpenCampaign { get; private set; }

    public long? Seed { get; private set; }

    /// <summary>The blueprint that the form was assembled from; null where a person chose its items.</summary>
    public Blueprint? Blueprint { get; private set; }

    /// <summary>What the assembly reported; null where a person chose the items.</summary>
    public AssemblyRecord? Assembly { get; private set; }

    /// <summary>What answering without reading earns most.</summary>
    public BlindGain Worst => FormOrders.Worst(Form, Plan);

    public int LeastMinutes => (int)Math.Ceiling(TimeLimitRule.Least(Form.Items.Select(i => i.Content)).TotalMinutes);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            Form = await forms.GetAsync(id, cancellationToken);
        }
        catch (KeyNotFoundException)
        {
            return NotFound();
        }

        Plan = await scoring.CurrentPlanAsync(id, cancellationToken);
        var bank = await (
            from form in db.FormVersions join b in db.Banks on form.BankId equals b.Id where form.Id == id select new { b.Id, b.Title, form.Seed, form.Blueprint, form.Assembly }).SingleAsync(cancellationToken);
        (BankId, BankTitle, Seed) = (bank.Id, bank.Title, bank.Seed);
        Blueprint = bank.Blueprint is null ? null : JsonSerializer.Deserialize<Blueprint>(bank.Blueprint);
        Assembly = bank.Assembly is null ? null : AssemblyRecord.Read(bank.Assembly);
        MayOpenCampaign = (await authorization.AuthorizeAsync(User, Policies.EditCampaigns)).Succeeded;
        return Page();
    }

    public sealed record MethodInUse(string Code, int Items);
}
