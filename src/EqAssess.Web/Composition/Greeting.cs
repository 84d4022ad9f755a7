using EqAssess.Web.Services;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Composition;

/// <summary>What the console says once the site takes requests: where it is, and how the first person gets in.</summary>
internal static class Greeting
{
    public static void Print(IServiceProvider services)
    {
        using IServiceScope scope = services.CreateScope();
        PrintAsync(scope.ServiceProvider).GetAwaiter().GetResult();
    }

    private static async Task PrintAsync(IServiceProvider services)
    {
        string url = services.GetRequiredService<SiteAddress>().Url;
        bool demonstration = services.GetRequiredService<IOptions<DemonstrationOptions>>().Value.Enabled;
        StaffAccounts accounts = services.GetRequiredService<StaffAccounts>();
        List<string> lines = ["", $"  EqAssess is ready at {url}"];
        if (demonstration)
        {
            lines.AddRange(await DemonstrationLinesAsync(services, url));
        }
        else if (!await accounts.AnyAsync())
        {
            lines.Add($"  First administrator, once, within {StaffAccounts.LinkLife.TotalDays:0} days: {url}/account/set-up/{await accounts.MintSetUpAsync()}");
        }

        lines.Add("");
        Console.WriteLine(string.Join(Environment.NewLine, lines));
    }

    private static async Task<IReadOnlyList<string>> DemonstrationLinesAsync(IServiceProvider services, string url)
    {
        Demonstration demonstration = services.GetRequiredService<Demonstration>();
        string file = Path.Combine(services.GetRequiredService<IOptions<SiteOptions>>().Value.DataFolder, "demonstration-accounts.txt");
        IReadOnlyList<(string Email, string Password)> made = await demonstration.AddAccountsAsync();
        if (made.Count > 0)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            await File.AppendAllLinesAsync(file, made.Select(a => $"{a.Email}  {a.Password}"));
        }

        List<string> lines = ["  Demonstration workspace: simulated candidates, draft keys. Not for hiring."];
        if (File.Exists(file))
        {
            lines.AddRange((await File.ReadAllLinesAsync(file)).Select(a => $"    {a}"));
        }

        if (await demonstration.MintGuestLinkAsync() is string token)
        {
            lines.Add($"  Take the sample test: {url}/t/{token}");
        }

        return lines;
    }
}
