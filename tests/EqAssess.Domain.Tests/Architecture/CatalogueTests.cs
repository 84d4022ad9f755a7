using EqAssess.Domain.Formats;

namespace EqAssess.Domain.Tests.Architecture;

public sealed class CatalogueTests
{
    [Fact]
    public void Every_response_format_is_in_the_catalogue()
    {
        Type[] written = [.. typeof(ResponseFormat).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ResponseFormat)) && !t.IsAbstract)];

        Assert.Equal(written.OrderBy(t => t.Name, StringComparer.Ordinal), ResponseFormats.All.Select(f => f.GetType()).OrderBy(t => t.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void Codes_of_response_formats_are_unique_and_kebab_case()
    {
        string[] codes = [.. ResponseFormats.All.Select(f => f.Code)];

        Assert.Equal(codes.Distinct(StringComparer.OrdinalIgnoreCase), codes);
        Assert.All(codes, c => Assert.Matches("^[a-z]+(-[a-z]+)*$", c));
    }

    [Fact]
    public void A_format_is_found_by_its_code_and_an_unknown_one_is_named()
    {
        Assert.All(ResponseFormats.All, f => Assert.Same(f, ResponseFormats.Get(f.Code)));

        ArgumentException failure = Assert.Throws<ArgumentException>(() => ResponseFormats.Get("best-worst-7"));

        Assert.Contains("'best-worst-7'", failure.Message, StringComparison.Ordinal);
    }
}
