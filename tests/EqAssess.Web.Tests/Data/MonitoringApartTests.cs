using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Web.Jobs;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EqAssess.Web.Tests.Data;

/// <summary>Monitoring answers lead to nobody: neither by a key of the database nor in any other code than that which the person themselves calls.</summary>
public sealed class MonitoringApartTests
{
    /// <summary>The job's own reader; its owner; the erasure, which removes; the table itself; and the migration that made it.</summary>
    private static readonly string[] Known = ["AnsweredGroups.cs", "EqAssessDb.cs", "M7_Everyone.cs", "MonitoringAnswer.cs", "MonitoringService.cs", "PersonalRows.cs"];

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
        Assert.Equal(["AnsweredGroups.cs", "CandidateServices.cs", "CompareGroups.cs", "MonitoringService.cs", "MonitoringSubjects.cs", "PersonalRows.cs", "RefreshStatistics.cs"], subjects.Order(StringComparer.Ordinal));
    }

    /// <summary>The join is no service that somebody could ask for: its type is internal, unknown to the container, and named by the job alone.</summary>
    [Fact]
    public async Task Only_the_job_that_counts_can_bring_answers_and_attempts_together()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Type join = typeof(Job).Assembly.GetType("EqAssess.Web.Jobs.Groups.AnsweredGroups", throwOnError: true)!;

        Assert.False(join.IsPublic);
        Assert.Null(await site.AskAsync((IServiceProvider services) => Task.FromResult(services.GetService(join))));
        Assert.Equal(["AnsweredGroups.cs", "CampaignGroups.cs", "CompareGroups.cs", "ComparisonGroups.cs", "FormGroups.cs", "RefreshStatistics.cs"], FilesWith("AnsweredGroups").Order(StringComparer.Ordinal));
        Assert.Equal(["CampaignGroups.cs", "CompareGroups.cs"], FilesWith("CampaignGroups").Order(StringComparer.Ordinal));
        Assert.Equal(["CompareGroups.cs", "FormGroups.cs"], FilesWith("FormGroups").Order(StringComparer.Ordinal));
        Assert.Equal(["ComparisonGroups.cs", "RefreshStatistics.cs"], FilesWith("ComparisonGroups").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_stored_of_groups_names_a_campaign_or_a_form_and_no_person()
    {
        await using TestSite site = await TestSite.CreateAsync();
        IEntityType[] tables = await site.ReadAsync(db => Task.FromResult(new[] { db.Model.FindEntityType(typeof(SelectionSnapshotRow))!, db.Model.FindEntityType(typeof(FormFairnessRow))! }));

        Assert.Equal(["CampaignId", "Content", "Number", "TakenAt"], tables[0].GetProperties().Select(p => p.Name).Order());
        Assert.Equal(["Content", "FormVersionId", "Number", "TakenAt"], tables[1].GetProperties().Select(p => p.Name).Order());
        Assert.All(tables, t => Assert.Empty(t.GetReferencingForeignKeys()));
    }

    private static IEnumerable<string> FilesWith(string word) =>
        from folder in (string[])["EqAssess.Data", "EqAssess.Web", "EqAssess.Cli"]
        from file in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "src", folder), "*.cs*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".cshtml" && !file.Contains("/obj/") && !file.Contains("/bin/") && File.ReadAllText(file).Contains(word)
        select Path.GetFileName(file);
}
