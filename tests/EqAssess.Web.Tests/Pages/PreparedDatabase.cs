using EqAssess.Testing.Content;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Pages;

/// <summary>The database most tests begin with, made once by the site itself: sample bank, form of four scenarios, an account for each role.</summary>
internal static class PreparedDatabase
{
    public const string Password = "four unrelated words stand here";

    private static readonly Lazy<Task<byte[]>> Made = new(MakeAsync);

    public static Task<byte[]> BytesAsync() => Made.Value;

    public static string EmailOf(string role) => $"{role.ToLowerInvariant()}@staff.example.test";

    private static async Task<byte[]> MakeAsync()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("eqassess-template-");
        string bank = SampleBank.Write(Path.Combine(folder.FullName, "bank"), items: 4);
        var settings = new SiteSettings
        {
            Prepared = false, Folder = folder.FullName, Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Site:QuestionBanks"] = bank },
        };
        string file;
        await using (SiteFactory site = await SiteFactory.StartAsync(settings))
        {
            file = site.DatabaseFile;
            foreach (string role in Roles.All)
            {
                var made = await site.AskAsync((StaffAccounts accounts) => accounts.CreateAsync(EmailOf(role), $"Colleague {role}", Password, [role]));
                Xunit.Assert.True(made.Succeeded);
            }

            await site.PublishFormAsync();
        }

        // Closing the last connection moved the write-ahead log into the file.
        byte[] bytes = await File.ReadAllBytesAsync(file);
        folder.Delete(recursive: true);
        return bytes;
    }
}
