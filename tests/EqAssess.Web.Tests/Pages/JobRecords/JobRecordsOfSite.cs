using EqAssess.Domain.JobRecords;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Pages;

/// <summary>Job-relatedness records on the sample bank, and raters who answer without a script.</summary>
internal static class JobRecordsOfSite
{
    public const string JobTitle = "Customer care advisor";

    /// <summary>A record with one task for each domain of the bank, in its order, linked to it.</summary>
    /// <returns>A version to which raters may come.</returns>
    public static async Task<Guid> NewRecordAsync(this SiteFactory site, string title = JobTitle)
    {
        Guid bank = await site.BankAsync();
        JobRecordCreated created = await site.AskAsync((JobRecordService records) => records.CreateAsync(
            new NewJobRecord(bank, title, "Recognise what customers feel\nListen to customers\nExplain decisions\nSettle complaints", Simulated: false, CreatedBy: null), CancellationToken.None));
        Guid record = created.Record ?? throw new InvalidOperationException(string.Join(", ", created.Problems));
        JobRecordContent content = await site.RecordAsync(record);
        await site.AskAsync((JobRecordService records) => records.LinkAsync(record, [.. content.Tasks.Zip(content.Bank.Domains, (t, d) => (t.Id, d.Code))]));
        await site.AskAsync((JobRecordService records) => records.OpenAsync(record));
        return record;
    }

    public static async Task<JobRecordContent> RecordAsync(this SiteFactory site, Guid record) =>
        (await site.AskAsync((JobRecordLibrary library) => library.FindAsync(record, CancellationToken.None)))!;

    /// <returns>Tokens of new links.</returns>
    public static async Task<IReadOnlyList<string>> RaterLinksAsync(this SiteFactory site, Guid record, int count) =>
        [.. (await site.AskAsync((JobRaterLinks links) => links.AddAsync(record, count))).Select(l => l.Token)];

    /// <summary>Somebody who opens a link, gives every task the same frequency, and hands in.</summary>
    /// <param name="importance">By task, in their order; the last one goes for those that follow.</param>
    public static async Task<Shown> RateTasksAsync(this SiteFactory site, string token, params int[] importance)
    {
        Shown page = await site.NewBrowser().OpenAsync($"/r/{token}");
        FilledForm form = page.Form("Hand in").With("role", "incumbent");
        for (int task = 1; task <= 4; task++)
        {
            form.With($"importance-{task}", $"{importance[Math.Min(task, importance.Length) - 1]}").With($"frequency-{task}", "2");
        }

        return await form.PressAsync();
    }

    /// <summary>A finished record that six people rated.</summary>
    /// <inheritdoc cref="RateTasksAsync"/>
    public static async Task<Guid> FinishedRecordAsync(this SiteFactory site, string title = JobTitle, params int[] importance)
    {
        Guid record = await site.NewRecordAsync(title);
        foreach (string token in await site.RaterLinksAsync(record, JobRecordRules.LeastRaters))
        {
            await site.RateTasksAsync(token, importance is [] ? [4] : importance);
        }

        return await site.AskAsync((JobRecordService records) => records.FinishAsync(record, by: null))
            ? record
            : throw new InvalidOperationException(string.Join(", ", (await site.RecordAsync(record)).Shortfalls));
    }
}
