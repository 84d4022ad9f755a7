using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Pages;

/// <summary>The database most tests begin with, made once by the site itself: sample bank, form of four scenarios, an account for each role.</summary>
internal static class PreparedDatabase
{
    public const string Password = "four unrelated words stand here";

    private static readonly Lazy<Task<object>> Made = new(MakeAsync);

    /// <summary>For <see cref="FolderDatabase.FillAsync"/>.</summary>
    public static Task<object> SnapshotAsync() => Made.Value;

    public static string EmailOf(string role) => $"{role.ToLowerInvariant()}@staff.example.test";

    private static async Task<object> MakeAsync()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("eqassess-template-");
        string bank = SampleBank.Write(Path.Combine(folder.FullName, "bank"), items: 4);
        var settings = new SiteSettings
        {
            Prepared = false, Folder = folder.FullName, Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Site:QuestionBanks"] = bank },
        };
        await using (SiteFactory site = await SiteFactory.StartAsync(settings))
        {
            foreach (string role in Roles.All)
            {
                var made = await site.AskAsync((StaffAccounts accounts) => accounts.CreateAsync(EmailOf(role), $"Colleague {role}", Password, [role]));
                Xunit.Assert.True(made.Succeeded);
            }

            await site.PublishFormAsync();
        }

        object snapshot = await FolderDatabase.Of(folder.FullName).SnapshotAsync();
        folder.Delete(recursive: true);
        return snapshot;
    }
}
