using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EqAssess.Testing.Load;

/// <summary>
/// A data folder with a form of twelve scenarios, a pilot campaign and many people who were invited to it: made by the site's own
/// services in a host that never starts, for server processes that are to be put under load.
/// </summary>
public sealed class LoadedSite : IDisposable
{
    public const int Items = 12;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eqassess-load-");

    private LoadedSite() => Settings = new ServerSettings
    {
        DataFolder = folder.FullName, QuestionBanks = "", Environment = Environments.Production, Port = SmtpServer.FreePort(), Variables = Quiet,
    };

    /// <summary>Tokens of links, one for each person.</summary>
    public IReadOnlyList<string> Tokens { get; private set; } = [];

    /// <summary>One server process at a time: it keeps its port when it is started again.</summary>
    public ServerSettings Settings { get; }

    private static Dictionary<string, string> Quiet { get; } = new(StringComparer.Ordinal)
    {
        ["Site__RequireHttps"] = "false",
    };

    /// <param name="limit">Time limit of the form, whole seconds; shorter ones than editors may give are fine.</param>
    public static async Task<LoadedSite> CreateAsync(int people, TimeSpan limit)
    {
        var site = new LoadedSite();
        await FolderDatabase.Of(site.folder.FullName).EnsureAsync();
        await using WebApplication host = site.Host();
        await host.PrepareAsync();
        await using AsyncServiceScope scope = host.Services.CreateAsyncScope();
        Guid form = await site.PublishAsync(scope.ServiceProvider, limit);
        Guid campaign = await OpenAsync(scope.ServiceProvider, form);
        site.Tokens = await InviteAsync(scope.ServiceProvider.GetRequiredService<EqAssessDb>(), campaign, people);
        return site;
    }

    public EqAssessDb OpenDatabase() => ServerProcess.OpenDatabase(folder.FullName);

    public void Dispose() => folder.Delete(recursive: true);

    private WebApplication Host()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = BuiltSite.Folder, EnvironmentName = Environments.Development });
        builder.Configuration["EQASSESS_DATA"] = folder.FullName;
        builder.Configuration["Site:QuestionBanks"] = "";
        builder.Configuration["Demonstration:Enabled"] = "false";
        builder.Configuration.AddInMemoryCollection(FolderDatabase.Of(folder.FullName).Settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.AddEqAssess();
        builder.Logging.ClearProviders();
        return builder.Build();
    }

    private async Task<Guid> PublishAsync(IServiceProvider services, TimeSpan limit)
    {
        string bank = SampleBank.Write(Path.Combine(folder.FullName, "sample-bank"), Items);
        IReadOnlyList<BankImportResult> imported = await services.GetRequiredService<BankImport>().ImportAsync(bank, CancellationToken.None);
        EqAssessDb db = services.GetRequiredService<EqAssessDb>();
        Guid id = imported.All(i => i.Imported) ? await db.Banks.Select(b => b.Id).SingleAsync() : throw new InvalidOperationException("The bank was not imported.");
        IReadOnlyList<BankItem> items = await services.GetRequiredService<BankLibrary>().ItemsAsync(id, CancellationToken.None);
        FormPublished published = await services.GetRequiredService<FormPublishing>().PublishAsync(
            new NewForm
            {
                Bank = id,
                Title = "Load",
                TimeLimit = TimeSpan.FromMinutes(40),
                Items = [.. items.Where(i => i.Item.Use == ItemUse.Live).Select(i => i.Version)],
                PublishedBy = null,
            },
            CancellationToken.None);
        Guid form = published.FormVersion ?? throw new InvalidOperationException(string.Join('\n', published.Problems));
        await db.FormVersions.Where(f => f.Id == form).ExecuteUpdateAsync(f => f.SetProperty(r => r.TimeLimitSeconds, (int)limit.TotalSeconds));
        return form;
    }

    private static async Task<Guid> OpenAsync(IServiceProvider services, Guid form)
    {
        DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        CampaignOpened opened = await services.GetRequiredService<CampaignService>().OpenAsync(
            new NewCampaign
            {
                JobTitle = "Load",
                FormVersion = form,
                Purpose = CampaignPurpose.Pilot,
                TimeZone = "Etc/UTC",
                OpensOn = today,
                ClosesOn = today.AddDays(10),
                Contact = "hiring@example.test",
                RetentionMonths = 6,
            },
            CancellationToken.None);
        return opened.Campaign ?? throw new InvalidOperationException(string.Join(", ", opened.Problems));
    }

    private static async Task<IReadOnlyList<string>> InviteAsync(EqAssessDb db, Guid campaign, int people)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        var tokens = new List<string>();
        for (int i = 1; i <= people; i++)
        {
            (Guid candidate, Guid invitation, string token) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Web.Services.Tokens.Mint());
            string email = $"person{i}@example.test";
            db.Candidates.Add(new CandidateRow
            {
                Id = candidate, Name = $"Person {i}", Email = email, NormalizedEmail = email.ToUpperInvariant(), Simulated = false, CreatedAt = now,
            });
            db.Invitations.Add(new InvitationRow { Id = invitation, CampaignId = campaign, CandidateId = candidate, Simulated = false, CreatedAt = now });
            db.InvitationLinks.Add(new InvitationLink { TokenHash = Web.Services.Tokens.HashOf(token), InvitationId = invitation, MintedAt = now });
            tokens.Add(token);
        }

        await db.SaveChangesAsync();
        return tokens;
    }
}
