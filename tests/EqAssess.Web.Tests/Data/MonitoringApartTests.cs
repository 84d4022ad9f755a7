using EqAssess.Data.Tables;
using EqAssess.Testing;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EqAssess.Web.Tests.Data;

/// <summary>Monitoring answers lead to nobody: neither by a key of the database nor in any other code than that which the person themselves calls.</summary>
public sealed class MonitoringApartTests
{
    /// <summary>Its owner; the erasure, which removes; the table itself; and the migration that made it.</summary>
    private static readonly string[] Known = ["EqAssessDb.cs", "M7_Everyone.cs", "MonitoringAnswer.cs", "MonitoringService.cs", "PersonalRows.cs"];

    [Fact]
    public async Task The_table_names_a_campaign_and_no_person_and_nothing_refers_to_it()
    {
        await using TestSite site = await TestSite.CreateAsync();
        IEntityType table = await site.ReadAsync(db => Task.FromResult(db.Model.FindEntityType(typeof(MonitoringAnswer))!));

        Assert.Equal(["Answer", "CampaignId", "Id", "Question", "Subject"], table.GetProperties().Select(p => p.Name).Order());
        Assert.Equal(["CampaignId"], table.GetForeignKeys().SelectMany(k => k.Properties).Select(p => p.Name));
        Assert.Empty(table.GetReferencingForeignKeys());
    }

    [Fact]
    public void No_other_code_reads_the_answers_or_makes_the_digests_that_stand_for_attempts()
    {
        string[] words = ["MonitoringAnswer", "monitoring_answer"];
        string[] subjects = [.. FilesWith("MonitoringSubjects")];

        Assert.Equal(Known, words.SelectMany(FilesWith).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["MonitoringService.cs", "MonitoringSubjects.cs", "PersonalRows.cs", "Registration.cs"], subjects.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> FilesWith(string word) =>
        from folder in (string[])["EqAssess.Data", "EqAssess.Web", "EqAssess.Cli"]
        from file in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "src", folder), "*.cs*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".cshtml" && !file.Contains("/obj/") && !file.Contains("/bin/") && File.ReadAllText(file).Contains(word)
        select Path.GetFileName(file);
}
