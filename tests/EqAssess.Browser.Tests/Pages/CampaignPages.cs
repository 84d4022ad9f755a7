using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EqAssess.Browser.Tests.Pages;

/// <summary>Campaigns, invitations and the mailbox of Development.</summary>
public sealed class CampaignPages(IPage page)
{
    public ILocator Heading => page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 });

    public ILocator Main => page.GetByRole(AriaRole.Main);

    public async Task CreateAsync(string jobTitle, string form, string timeZone, string contact)
    {
        await FollowAsync("Campaigns");
        await FollowAsync("New campaign");
        await page.GetByLabel("Job title").FillAsync(jobTitle);
        await page.GetByLabel("Form", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = form });
        await page.GetByLabel("Time zone").SelectOptionAsync(timeZone);
        await page.GetByLabel("Contact for candidates").FillAsync(contact);
        await page.GetByLabel("Hide names until a decision").UncheckAsync();
        await PressAsync("Create the campaign");
        await Assertions.Expect(Heading).ToContainTextAsync(jobTitle);
    }

    public async Task OpenAsync(string jobTitle)
    {
        await FollowAsync("Campaigns");
        await FollowAsync(jobTitle);
        await Assertions.Expect(Heading).ToContainTextAsync(jobTitle);
    }

    public async Task<IReadOnlyList<InvitedRow>> InviteAsync(string name, string email)
    {
        await FollowAsync("Invite candidates");
        await page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync(name);
        await page.GetByLabel("E-mail address", new PageGetByLabelOptions { Exact = true }).FillAsync(email);
        return await SendAsync();
    }

    public async Task<IReadOnlyList<InvitedRow>> InviteRowsAsync(string rows)
    {
        await FollowAsync("Invite candidates");
        await page.GetByLabel("Paste rows").FillAsync(rows);
        return await SendAsync();
    }

    public async Task<IReadOnlyList<InvitedRow>> InviteFileAsync(string name, byte[] content)
    {
        await FollowAsync("Invite candidates");
        await page.GetByLabel("Or take them from a file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = content });
        return await SendAsync();
    }

    /// <summary>What the campaign's page says of a candidate: message and state.</summary>
    public ILocator RowOf(string name) => page.GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasText = name });

    /// <summary>Opens the message to an address on the page of sent messages.</summary>
    /// <returns>The link in it.</returns>
    public async Task<string> ReadMessageAsync(string address)
    {
        await FollowAsync("Sent messages");
        await page.GetByRole(AriaRole.Link).Filter(new LocatorFilterOptions { HasText = address }).ClickAsync();
        return await page.GetByRole(AriaRole.Article).GetByRole(AriaRole.Link).GetAttributeAsync("href") ?? "";
    }

    public Task FollowAsync(string link) => page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = link, Exact = true }).First.ClickAsync();

    private Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).ClickAsync();

    private async Task<IReadOnlyList<InvitedRow>> SendAsync()
    {
        await PressAsync("Look at the list");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex("^Invite [0-9]") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "To the campaign" })).ToBeVisibleAsync();
        ILocator all = page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameRegex = new Regex("^Show all") });
        if (await all.CountAsync() > 0)
        {
            await all.ClickAsync();
        }

        await Assertions.Expect(page.GetByRole(AriaRole.Table, new PageGetByRoleOptions { Name = "Row by row" })).ToBeVisibleAsync();
        var rows = new List<InvitedRow>();
        foreach (ILocator row in await page.Locator("table tbody tr").AllAsync())
        {
            IReadOnlyList<string> cells = await row.Locator("th, td").AllInnerTextsAsync();
            rows.Add(new InvitedRow(cells[0].Trim(), cells[1].Trim(), cells[2].Trim(), cells[3].Trim(), cells[4].Trim()));
        }

        return rows;
    }
}

/// <summary>What became of one row of an invitation.</summary>
public sealed record InvitedRow(string Number, string Name, string Address, string Result, string Why);
