using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Insights;

/// <summary>Statistics of a form version, under the key of its plan or under another.</summary>
public sealed class FormModel(InsightPage page, InsightService insights, ScoringChoices choices, IAuthorizationService authorization) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Form { get; set; }

    /// <summary>Another key version than that of the plan.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Key { get; set; }

    [BindProperty(SupportsGet = true)]
    public InsightOrder Order { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Flag { get; set; }

    public InsightForm Head { get; private set; } = null!;

    /// <summary>Keys that cover the whole form, that of the plan first.</summary>
    public IReadOnlyList<KeyChoice> Keys { get; private set; } = [];

    /// <summary>Null before they were worked out for the first time.</summary>
    public InsightView? View { get; private set; }

    public bool UnderWay { get; private set; }

    /// <summary>Attempts of real people that have ended.</summary>
    public int Closed { get; private set; }

    public bool MayAsk { get; private set; }

    private InsightScope Scope => InsightScope.OfForm(Form) with { Key = Key };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        string address = $"/insights/forms/{Form}{(Key is null ? "" : $"?key={Key}")}";
        View = await page.NewestAsync(Head, Scope, address, Order, Flag, cancellationToken);
        UnderWay = await insights.IsUnderWayAsync(Scope, cancellationToken);
        Closed = await insights.ClosedAsync(Scope, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.AskInsights)).Succeeded)
        {
            return Forbid();
        }

        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        await insights.AskAsync(Scope, User.StaffId(), cancellationToken);
        return Redirect($"/insights/forms/{Form}{(Key is null ? "" : $"?key={Key}")}");
    }

    /// <summary>A key that does not cover the form, or is that of the plan, is as good as none.</summary>
    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await page.FormAsync(Form, cancellationToken) is not { } head)
        {
            return false;
        }

        Head = head;
        Keys = [.. (await choices.KeysAsync(Form, cancellationToken)).Where(k => k.Whole)];
        Key = Keys.Skip(1).Any(k => k.Id == Key) ? Key : null;
        MayAsk = (await authorization.AuthorizeAsync(User, Policies.AskInsights)).Succeeded;
        return true;
    }
}
