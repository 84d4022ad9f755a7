using System.Globalization;
using EqAssess.Web.Pages.Take;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;

namespace EqAssess.Web.Pages.Judge;

/// <summary>One scenario to rate. In round one it shows the judge's own ratings and nothing else; in round two how all rated, and the comments.</summary>
public sealed class RateModel(JudgeService judges, JudgeWords words) : JudgePage(judges)
{
    /// <summary>From 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public string? Comment { get; set; }

    public BankItem Item { get; private set; } = null!;

    /// <summary>Null in round one.</summary>
    public Discussion? Discussion { get; private set; }

    public string? Problem { get; private set; }

    public int Complete => Seat.Panel.Items.Count(i => Seat.Rated(i) == i.Item.Options.Count);

    private IReadOnlyDictionary<string, int> Posted { get; set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>What is marked for an option: what was just posted, or else what is stored.</summary>
    public int? Shown(string option) =>
        Posted.TryGetValue(option, out int posted) ? posted : Seat.Shown.TryGetValue((Item.Version, option), out int stored) ? stored : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        Refused() ?? await ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync([FromForm] string? go, CancellationToken cancellationToken)
    {
        if (Refused() is { } refused)
        {
            return refused;
        }

        if (await RatingsAsync() is not { } ratings || !JudgeService.AreRatingsOf(Item, ratings))
        {
            return BadRequest();
        }

        if (!await Judges.RateAsync(Seat, Item, ratings))
        {
            return Redirect("/judge");
        }

        if (!string.IsNullOrWhiteSpace(Comment) && !await Judges.CommentAsync(Seat, Item, Comment))
        {
            (Posted, Problem) = (ratings, words["Comments.TooLong", JudgeService.LongestText]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ShowAsync(cancellationToken);
        }

        return Redirect(go switch
        {
            "comment" => $"/judge/{Number}#discussion",
            "back" => $"/judge/{Math.Max(1, Number - 1)}",
            "next" when Number < Seat.Panel.Items.Count => $"/judge/{Number + 1}",
            _ => "/judge",
        });
    }

    private IActionResult? Refused()
    {
        if (Seat.OpenRound is null)
        {
            return Redirect("/judge");
        }

        if (Number < 1 || Number > Seat.Panel.Items.Count)
        {
            return NotFound();
        }

        Item = Seat.Panel.Items[Number - 1];
        return null;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Discussion = Seat.OpenRound == 2 ? await Judges.DiscussionAsync(Seat, Item, cancellationToken) : null;
        return Page();
    }

    /// <returns>Null when something posted is no rating.</returns>
    private async Task<IReadOnlyDictionary<string, int>?> RatingsAsync()
    {
        if (await PostedForm.ReadChoicesAsync(Request) is not { } choices)
        {
            return null;
        }

        var ratings = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((string option, string text) in choices)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int rating))
            {
                return null;
            }

            ratings[option] = rating;
        }

        return ratings;
    }
}
