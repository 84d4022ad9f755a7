using EqAssess.Domain.Attempts;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Pages.Marking;

/// <summary>People who write their answers, and colleagues who mark them.</summary>
internal static class Written
{
    public static async Task<Candidate> BeginWrittenAsync(this SiteFactory site, Guid campaign, string name, Accommodation? granted = null)
    {
        Guid invitation = await site.InviteAsync(campaign, name);
        Guid person = await site.ReadAsync(db => db.Invitations.Where(i => i.Id == invitation).Select(i => i.CandidateId).SingleAsync());
        await site.AskAsync((AdjustmentGrants s) =>
            s.GrantAsync(person, (granted ?? Accommodation.None) with { Typed = true }, Guid.NewGuid(), CancellationToken.None));
        return await site.BeginAsync(await site.LinkAsync(invitation));
    }

    /// <summary>Writes an answer to each of the four scenarios and hands in.</summary>
    public static async Task<Candidate> FinishWrittenAsync(this SiteFactory site, Guid campaign, string name, Accommodation? granted = null)
    {
        Candidate candidate = await site.BeginWrittenAsync(campaign, name, granted);
        Shown page = candidate.First;
        for (int i = 1; i <= 4; i++)
        {
            page = await page.Form("Next").With("text", $"Answer {i} of somebody.").PressAsync();
        }

        await page.Form("Hand in").PressAsync();
        return candidate;
    }

    /// <summary>Marks everything that waits for this colleague.</summary>
    /// <returns>How many answers.</returns>
    public static async Task<int> MarkAllAsync(this Browser marker, int mark)
    {
        int marked = 0;
        Shown list = await marker.OpenAsync("/marking");
        foreach (string address in list.Document.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")!))
        {
            for (Shown page = await marker.OpenAsync(address); page.Offers("Save the mark"); marked++)
            {
                page = await page.Form("Save the mark").With("mark", $"{mark}").PressAsync();
            }
        }

        return marked;
    }
}
