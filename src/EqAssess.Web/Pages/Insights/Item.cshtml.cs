using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Insights;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Insights;

/// <summary>One item in statistics that were worked out: its options, times and flags, and what to do about them.</summary>
public sealed class ItemModel(
    InsightPage page, InsightService insights, ItemFindings findings, AuditService audit, IAuthorizationService authorization, StaffWords words) : PageModel
{
    [TempData]
    public string? Answer { get; set; }

    /// <summary>What was found about the item on this form; null where it is not flagged and never was looked at.</summary>
    public ReviewView? Review { get; private set; }

    public InsightView View { get; private set; } = null!;

    public ItemInsight Item { get; private set; } = null!;

    /// <summary>As candidates read it.</summary>
    public Item Scenario => View.ItemOf(Item.ItemVersion);

    /// <summary>The items before and after it in the form; null at the ends.</summary>
    public ItemInsight? Before { get; private set; }

    public ItemInsight? After { get; private set; }

    /// <summary>Of the page that the item belongs to.</summary>
    public string Back { get; private set; } = "";

    /// <summary>Uses of the options, each with its options: most and least effective are looked at apart.</summary>
    public IEnumerable<IGrouping<OptionUse, OptionInsight>> Uses => Item.Options.GroupBy(o => o.Use);

    public async Task<IActionResult> OnGetAsync(Guid insight, Guid item, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(insight, item, cancellationToken))
        {
            return NotFound();
        }

        IReadOnlyList<ItemFinding> found = [.. (await findings.OfFormAsync(View.Drawn.Request.FormVersionId, ReviewAbout.Statistics, cancellationToken)).Where(f => f.ItemVersionId == item)];
        bool mayWrite = (await authorization.AuthorizeAsync(User, Policies.WriteFindings)).Succeeded;
        Review = Item.Flags.Count + found.Count == 0 ? null
            : new ReviewView(item, words["Review.Title"], ReviewAbout.Statistics, Codes, found, mayWrite, $"/insights/{insight}/items/{item}");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid insight, Guid item, ReviewVerdict? verdict, string? text, CancellationToken cancellationToken)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.WriteFindings)).Succeeded)
        {
            return Forbid();
        }

        if (!await LoadAsync(insight, item, cancellationToken))
        {
            return NotFound();
        }

        FindingAnswer answer = await findings.AddAsync(View.Drawn.Request.FormVersionId, item, ReviewAbout.Statistics, Codes, verdict, text, User.StaffId()!.Value);
        if (answer == FindingAnswer.Kept)
        {
            await audit.NoteAsync(User.StaffId(), AuditService.FindingWritten, item);
        }

        Answer = $"{answer}";
        return Redirect($"/insights/{insight}/items/{item}#review-{item}");
    }

    private IReadOnlyList<string> Codes => [.. Item.Flags.Select(f => $"{f}")];

    private async Task<bool> LoadAsync(Guid insight, Guid item, CancellationToken cancellationToken)
    {
        if (await insights.FindAsync(insight, cancellationToken) is not { Request.Kind: not InsightKind.Comparison } drawn
            || await page.FormAsync(drawn.Request.FormVersionId, cancellationToken) is not { } form)
        {
            return false;
        }

        Back = drawn.Request.CampaignId is Guid campaign
            ? $"/insights/campaigns/{campaign}"
            : $"/insights/forms/{form.Id}{(drawn.Request.KeyVersionId is Guid key ? $"?key={key}" : "")}";
        View = new InsightView(drawn, InsightJson.ReadInsight(drawn.Row.Content), form.Version, form.Bank, 0, Back, InsightOrder.Place, null, words);
        int place = View.Insight.Items.Index().Where(i => i.Item.ItemVersion == item).Select(i => i.Index).FirstOrDefault(-1);
        if (place < 0)
        {
            return false;
        }

        (Item, Before, After) = (View.Insight.Items[place], View.Insight.Items.ElementAtOrDefault(place - 1), View.Insight.Items.ElementAtOrDefault(place + 1));
        return true;
    }

    public string TextOf(OptionInsight option) => Scenario.Options.Single(o => o.Id == option.Option).Text;

    /// <summary>Mean credit, or share, in percent.</summary>
    public string Share(EqAssess.Domain.Statistics.Estimate estimate) => InsightView.Show(estimate, "P0", words);

    public ChartLine LineOf(OptionInsight option) => new(option.Option, [.. option.ByFifth.Select(v => v.OrNull)]);

    /// <summary>Bins of times in words.</summary>
    public static IReadOnlyList<string> Bins { get; } =
        [.. TimeInsight.Edges.Select((from, i) => i == TimeInsight.Edges.Count - 1 ? $"{from}+" : $"{from}–{TimeInsight.Edges[i + 1]}")];
}
