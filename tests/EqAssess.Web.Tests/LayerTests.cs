using System.Reflection;
using EqAssess.Data;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats;
using EqAssess.Testing;
using EqAssess.Web.Jobs;
using EqAssess.Web.Pages.Take;

namespace EqAssess.Web.Tests;

/// <summary>Web and Cli rest on Data, Data on Domain, and nothing looks back; what is listed by hand is listed in full.</summary>
public sealed class LayerTests
{
    [Fact]
    public void Projects_refer_to_each_other_in_one_direction()
    {
        Assert.Empty(OursIn(typeof(Bank).Assembly));
        Assert.Equal(["EqAssess.Domain"], OursIn(typeof(EqAssessDb).Assembly));
        Assert.Equal(["EqAssess.Data", "EqAssess.Domain"], OursIn(typeof(Job).Assembly));
        Assert.DoesNotContain("EqAssess.Web", OursIn(Assembly.Load("eqassess")));
    }

    [Fact]
    public void Every_job_is_in_the_catalogue_under_a_name_of_its_own()
    {
        Type[] written = [.. typeof(Job).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Job)) && !t.IsAbstract)];

        Assert.Equal(written.Select(t => t.Name).Order(StringComparer.Ordinal), JobCatalogue.All.Select(j => j.Name).Order(StringComparer.Ordinal));
        Assert.All(JobCatalogue.All, j => Assert.True(j.Interval > TimeSpan.Zero));
    }

    [Fact]
    public void Every_response_format_with_a_page_has_its_partial()
    {
        string pages = Path.Combine(SourceTree.Root, "src", "EqAssess.Web");

        Assert.All(ResponseFormats.All.Where(f => f.HasPage), f => Assert.True(File.Exists(pages + ItemView.PartialOf(f)), ItemView.PartialOf(f)));
    }

    private static string[] OursIn(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("EqAssess", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
}
