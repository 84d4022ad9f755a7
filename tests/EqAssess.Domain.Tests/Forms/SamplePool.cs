using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;

namespace EqAssess.Domain.Tests.Forms;

/// <summary>Items <c>i-000</c>, <c>i-001</c> … over four domains with two facets each, three channels and two formats; 100 words and more.</summary>
internal static class SamplePool
{
    public static readonly string[] Strategies = ["longest", "shortest"];
    private static readonly string[] Domains = ["recognise", "listen", "express", "resolve"];

    public static IReadOnlyList<AssemblyItem> Of(int items) =>
    [
        .. Enumerable.Range(0, items).Select(i => new AssemblyItem(
            $"i-{i:000}", Domains[i % 4], $"{Domains[i % 4]}-{i / 4 % 2}", i % 5 == 0 ? "most-least" : "rate-each", new[] { "phone", "chat", "email" }[i % 3], 100 + (i * 37 % 60), 1.4 + (i * 37 % 60 / 100d), [])
        {
            Chance = 0.375, BlindGains = [((i * 17 % 21) - 10) / 50d, ((i * 29 % 21) - 10) / 40d],
        }),
    ];

    /// <summary>Two forms of 12: three scenarios a domain, one at least of each facet.</summary>
    public static Blueprint Plan { get; } = new("plan", "Form", [.. Domains.Select(d => Quota.Exactly(d, 3))])
    {
        Forms = 2,
        Facets = [.. Domains.SelectMany(d => new[] { new Quota($"{d}-0", 1), new Quota($"{d}-1", 1) })],
        Channels = [new Quota("phone", 3), new Quota("chat", 2), new Quota("email", 2)],
    };

    public static AssemblyResult Assemble(this Blueprint blueprint, IReadOnlyList<AssemblyItem> items, long seed = 1) =>
        FormAssembly.Assemble(blueprint, items, Strategies, seed, CancellationToken.None);

    public static AssemblyResult.Assembled Made(this Blueprint blueprint, IReadOnlyList<AssemblyItem> items, long seed = 1) =>
        Assert.IsType<AssemblyResult.Assembled>(blueprint.Assemble(items, seed));

    public static IReadOnlyList<AssemblyItem> With(this IReadOnlyList<AssemblyItem> items, Func<AssemblyItem, AssemblyItem> change) => [.. items.Select(change)];

    public static IReadOnlyList<AssemblyItem> Counting(this AssembledForm form, IReadOnlyList<AssemblyItem> pool) =>
        [.. form.Items.Where(i => !i.Pretest).Select(i => pool.Single(p => p.Id == i.Id))];
}
