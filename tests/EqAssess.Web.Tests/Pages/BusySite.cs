using EqAssess.Data.Exchange;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Services;
using EqAssess.Web.Tests.Pages.Insights;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EqAssess.Web.Tests.Pages;

/// <summary>A site on which everything there is has happened: a campaign with scores, a test that runs, links, and one visitor of each kind.</summary>
public sealed class BusySite : IAsyncLifetime
{
    private readonly Dictionary<string, Browser> visitors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public SiteFactory Site { get; private set; } = null!;

    public Guid Campaign { get; private set; }

    /// <summary>A panel whose first round runs.</summary>
    public Guid Panel { get; private set; }

    public Guid RunningAttempt { get; private set; }

    public Browser this[string visitor] => visitors[visitor];

    public async ValueTask InitializeAsync()
    {
        Site = await SiteFactory.StartAsync(new SiteSettings { Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Mail:KeepCopies"] = "true" } });
        Campaign = await Site.OpenCampaignAsync();
        await Site.FinishAsync(Campaign, "Amara Okafor", 1, 2, 3, 4);
        await Site.FinishAsync(Campaign, "Bo Lind", 4, 3, 2, 1);
        Candidate running = await Site.BeginAsync(await Site.LinkAsync(await Site.InviteAsync(Campaign, "Carmen Reyes")));
        RunningAttempt = running.Attempt;
        visitors[SiteMap.Candidate] = running.Browser;
        visitors[SiteMap.Anonymous] = Site.NewBrowser();
        foreach (string role in Roles.All)
        {
            visitors[role] = await Site.SignInAsync(role);
        }

        Guid form = await Site.FormAsync();
        Panel = await Site.NewPanelAsync();
        visitors[SiteMap.Judge] = await Site.JoinAsync((await Site.JudgeLinksAsync(Panel, 1))[0]);
        values["j/{token}"] = (await Site.JudgeLinksAsync(Panel, 1))[0];
        values["judge/{number:int}"] = "1";
        values["panels/{id:guid}"] = $"{Panel}";
        Guid record = await Site.NewRecordAsync();
        values["job-records/{id:guid}"] = $"{record}";
        values["r/{token}"] = (await Site.RaterLinksAsync(record, 1))[0];
        values["t/{token}"] = await Site.LinkAsync(await Site.InviteAsync(Campaign, "Dilan Aydin"));
        values["accommodations/{request:guid}"] = $"{await RequestAsync(values["t/{token}"])}";
        values["accommodations/{person:guid}"] = $"{await Site.ReadAsync(db => db.Candidates.Where(c => c.Name == "Dilan Aydin").Select(c => c.Id).SingleAsync())}";
        values["marking/{item:guid}"] = $"{(await Site.ItemVersionsAsync(form))[0]}";
        values["marking/{key:guid}"] = $"{await Site.ReadAsync(db => db.KeyVersions.Select(k => k.Id).FirstAsync())}";
        values["account/{token}"] = await Site.AskAsync((StaffAccounts accounts) => accounts.InviteAsync("eira@staff.example.test", "Eira", [Roles.Auditor]));
        values["campaigns/{id:guid}"] = $"{Campaign}";
        values["forms/{id:guid}"] = $"{form}";
        values["candidates/{id:guid}"] = $"{await Site.ReadAsync(db => db.Candidates.Where(c => c.Name == "Amara Okafor").Select(c => c.Id).SingleAsync())}";
        values["requests/{id:guid}"] = $"{await Site.AskLookAgainAsync("Amara Okafor")}";
        values["banks/{id:guid}"] = $"{await Site.BankAsync()}";
        values["banks/{version:guid}"] = $"{(await Site.ItemVersionsAsync(form))[0]}";
        values["reports/{run:guid}"] = $"{await Site.ReadAsync(db => db.ScoreRuns.Select(r => r.Id).FirstAsync())}";
        Guid item = (await Site.ItemVersionsAsync(form))[0];
        values["insights/{bank:guid}"] = values["banks/{id:guid}"];
        values["insights/{form:guid}"] = $"{form}";
        values["insights/{campaign:guid}"] = $"{Campaign}";
        values["insights/{item:guid}"] = $"{item}";
        values["insights/{insight:guid}"] = $"{await StoredInsight.AddAsync(Site, form)}";
        values["campaigns/{rescoring:guid}"] = $"{await Site.ProposeScoringAsync(Campaign)}";
        values["norms/{id:guid}"] = $"{await Site.AddNormsAsync(form, 100)}";
        values["validity/{form:guid}"] = $"{form}";
        values["messages/{kind}"] = "Invitation";
        values["messages/{language}"] = "en";
        values["campaigns/{invitation:guid}"] = $"{await Site.ReadAsync(db => db.Invitations.Select(i => i.Id).FirstAsync())}";
        values["campaigns/{import:guid}"] = $"{await Site.AskAsync((InvitationImports imports) => imports.ReadAsync(Campaign, [new CsvRow(1, "Eira", "eira@example.test", null)], null, CancellationToken.None))}";
        values["messages/{id:guid?}"] = "";
        values["verify/{code?}"] = "EQ-2222-2222-2222-2222";
        values["take/{number:int?}"] = "1";
        values["error/{status:int}"] = "404";
        await Site.RunAsync<Web.Jobs.SendMessages>();
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private async Task<Guid> RequestAsync(string token)
    {
        await Site.AskAsync(async (AdjustmentRequests requests) =>
        {
            LinkedInvitation linked = (await Site.AskAsync((StartService start) => start.FindAsync(token, CancellationToken.None)))!;
            return await requests.AskAsync(linked, [Wish.Breaks], null, CancellationToken.None);
        });
        return await Site.ReadAsync(db => db.AccommodationRequests.Select(r => r.Id).SingleAsync());
    }

    /// <summary>A real address of a route: its parameters are ids of what the site holds.</summary>
    public string AddressOf(string route)
    {
        string[] parts = route.Split('/');
        string address = "/" + string.Join('/', parts.Select(p => p.StartsWith('{') ? values[$"{parts[0]}/{p}"] : p)).TrimEnd('/');
        return address is "/forms/new" or "/forms/assemble" or "/panels/new" ? $"{address}?bank={values["banks/{id:guid}"]}" : address;
    }

    /// <summary>The same with ids of what does not exist, so that a post that gets through does nothing.</summary>
    public string EmptyAddressOf(string route) => AddressOf(route)
        .Replace(values["reports/{run:guid}"], $"{Guid.Empty}").Replace($"{Campaign}", $"{Guid.Empty}").Replace($"{Panel}", $"{Guid.Empty}").Replace(values["job-records/{id:guid}"], $"{Guid.Empty}").Replace(values["r/{token}"], "no-such-token")
        .Replace(values["insights/{form:guid}"], $"{Guid.Empty}").Replace(values["candidates/{id:guid}"], $"{Guid.Empty}").Replace(values["requests/{id:guid}"], $"{Guid.Empty}")
        .Replace(values["accommodations/{request:guid}"], $"{Guid.Empty}").Replace(values["accommodations/{person:guid}"], $"{Guid.Empty}").Replace(values["marking/{key:guid}"], $"{Guid.Empty}")
        .Replace(values["t/{token}"], "no-such-token").Replace("/Invitation/", "/Nothing/").Replace(values["norms/{id:guid}"], $"{Guid.Empty}").Replace(values["validity/{form:guid}"], $"{Guid.Empty}").Replace(values["j/{token}"], "no-such-token").Replace(values["account/{token}"], "no-such-token");

    /// <summary>All but files, and the pages that a job engine brings along (<see cref="Engines.JobDashboardTests"/>).</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints() =>
    [
        .. Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => !e.Metadata.Any(m => m.GetType().Name == "StaticAssetDescriptor") && e.RoutePattern.RawText != "{**path:file}")
            .Where(e => BuiltInJobEngine.Dashboard is not string dashboard || e.RoutePattern.RawText?.StartsWith(dashboard, StringComparison.Ordinal) != true),
    ];

    /// <summary>Every handler that changes something: its route, and its name as the query carries it.</summary>
    public async Task<IReadOnlyList<(string Route, string Handler)>> PostHandlersAsync()
    {
        PageLoader loader = Site.Services.GetRequiredService<PageLoader>();
        var found = new List<(string, string)>();
        foreach (RouteEndpoint endpoint in Endpoints())
        {
            if (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is null && endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null)
            {
                // No page, and not confined to reading.
                found.Add((endpoint.RoutePattern.RawText!.TrimStart('/'), ""));
            }

            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                CompiledPageActionDescriptor compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
                found.AddRange(compiled.HandlerMethods.Where(h => h.HttpMethod.Equals("POST", StringComparison.OrdinalIgnoreCase)).Select(h => (endpoint.RoutePattern.RawText!, h.Name ?? "")));
            }
        }

        return found;
    }

    /// <summary>A forgery token that belongs to this visitor on this route.</summary>
    public async Task<string> ForgeryTokenAsync(string route, string visitor)
    {
        string page = visitor == SiteMap.Candidate && route.StartsWith("take/", StringComparison.Ordinal) ? "/take/1"
            : visitor == SiteMap.Judge && route.StartsWith("judge", StringComparison.Ordinal) ? "/judge/1"
            : Roles.All.Contains(visitor) ? "/" : "/account/sign-in";
        return (await visitors[visitor].OpenAsync(page)).ForgeryToken;
    }
}

[CollectionDefinition(nameof(BusySite))]
public sealed class BusySiteTests : ICollectionFixture<BusySite>;
