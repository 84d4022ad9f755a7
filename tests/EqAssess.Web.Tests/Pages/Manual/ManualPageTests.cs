using System.Net;
using EqAssess.Domain.Reports;
using EqAssess.Web.Jobs;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services.Manual;
using EqAssess.Web.Tests.Services;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Manual;

/// <summary>The technical manual of every form version, from what is stored.</summary>
public sealed class ManualPageTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Guid form;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        form = await site.FormAsync();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_fresh_form_says_draft_assumed_and_what_is_not_yet_known()
    {
        Shown page = await (await site.SignInAsync("Auditor")).OpenAsync(Address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Draft key: written by authors, and confirmed by no panel.", page.Words);
        Assert.Contains("ASSUMED", page.Words);
        Assert.Contains("Not yet known. Needed: a record for a job", page.Words);
        Assert.Contains("Not yet known. Needed: a norm group, made and published, of 100 valid first attempts of one population or more; there are 0", page.Words);
        Assert.Contains("Not for hiring decisions while the key is a draft.", page.Words);
    }

    [Fact]
    public async Task What_was_counted_stands_in_it_and_campaigns_are_taken_together()
    {
        foreach (int _ in Enumerable.Range(0, 2))
        {
            Guid campaign = await site.OpenCampaignAsync(with: c => c with { Country = "GB", Monitors = true });
            await site.AskAsync((IServiceProvider services) => MonitoredPeople.AddAsync(services, campaign, MonitoredPeople.WomenAndMen(150, 40, 160, 80, items: 4, planted: 2)));
        }

        await site.RunAsync<CompareGroups>();
        string text = await TextAsync();

        Assert.Contains("620 valid first attempts with answers", text);
        Assert.Contains("Sex: Female against Male", text);
        Assert.Contains("300 and 320", text);
        Assert.DoesNotContain("Not yet known. Needed: a campaign whose candidates", text);
    }

    [Fact]
    public async Task The_pdf_is_the_page()
    {
        Browser psychologist = await site.SignInAsync("Psychologist");

        HttpResponseMessage answer = await psychologist.AskAsync(HttpMethod.Get, $"{Address}?handler=Pdf");
        byte[] file = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("%PDF"u8.ToArray(), file[..4]);
        ReportDocument document = (await site.AskAsync((TechnicalManual manual) => manual.ComposeAsync(form, CancellationToken.None)))!;
        string shown = (await psychologist.OpenAsync(Address)).Html;
        Assert.Contains(ReportHtml.Fragment(document), shown, StringComparison.Ordinal);
        Assert.Contains(ReportHtml.Fragment(document), ReportPage.Html(document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_form_version_has_one_and_a_recruiter_reads_none()
    {
        Guid other = await site.PublishFormAsync(items: 3, title: "Another form");

        Assert.Contains("Another form, version 1", (await (await site.SignInAsync("HrAdmin")).OpenAsync($"/forms/{other}/manual")).Words);
        Assert.Equal("Your role does not open this page", (await (await site.SignInAsync("Recruiter")).OpenAsync(Address)).Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync("HrAdmin")).OpenAsync($"/forms/{Guid.NewGuid()}/manual")).Status);
    }

    private string Address => $"/forms/{form}/manual";

    private async Task<string> TextAsync() => (await (await site.SignInAsync("Auditor")).OpenAsync(Address)).Words;
}
