using System.ComponentModel.DataAnnotations;
using EqAssess.Domain.Formats.RateEach;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Links;

/// <summary>What is held about a candidate, for the candidate, with what they can ask for.</summary>
public sealed class DataModel(LinkPage link, OwnDataService own) : PageModel
{
    [FromRoute]
    [BindProperty(SupportsGet = true)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public required string Token { get; set; }

    public LinkedInvitation Linked { get; private set; } = null!;

    public OwnData Data { get; private set; } = null!;

    /// <summary>What has just been done: a part of a text's key.</summary>
    [TempData(Key = "CandidateSaid")]
    public string? Said { get; set; }

    public bool MayLookAgain => Linked.State == LinkState.Finished;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : Redirect(Address(""));

    public async Task<IActionResult> OnGetJsonAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? File(Data.ToJson(), "application/json", "eqassess-my-data.json") : Redirect(Address(""));

    public string Address(string page) => LinkPage.AddressOf(Token, page);

    public string Moment(DateTimeOffset instant) => link.Moment(instant, Linked.Campaign);

    /// <summary>Which sentence a choice needs: it was called the best or the worst, rated on a scale with words, or given a number.</summary>
    public static string KindOf(OwnAnswer answer, OwnChoice choice) => choice.Value is "most" or "least" ? choice.Value
        : answer.Format == RateEachFormat.FormatCode ? "rating" : "number";

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await link.FindAsync(Token, cancellationToken) is not { } linked)
        {
            return false;
        }

        Linked = linked;
        Data = await own.OfAsync(linked, link.Organisation, link.Now, cancellationToken);
        return true;
    }
}
