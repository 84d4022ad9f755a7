using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using Xunit;

namespace EqAssess.Web.Tests.BankFiles;

/// <summary>The shipped blueprint on the shipped bank.</summary>
public sealed class AssembledFromBankTests(ITestOutputHelper output)
{
    private static readonly BankReading Reading = BankReader.Read(Path.Combine(BuiltSite.QuestionBanks, "contact-centre-empathy"));
    private static readonly Bank Bank = Reading.Bank!;
    private static readonly Key Key = Reading.Keys.Single();
    private static readonly Blueprint Blueprint = Bank.Blueprints.Single(b => b.Id == "standard-12");
    private static readonly List<AssemblyItem> Candidates =
        [.. Bank.Items.Where(i => i.Use == ItemUse.Live).Select(i => FormCandidates.Of(i, Bank.DomainOf(i.Facet)!.Code, Key))];

    private static readonly Dictionary<string, ItemOrders> Orders = Bank.Items.Where(i => i.Use == ItemUse.Live).ToDictionary(i => i.Id, i => FormOrders.Of(i, Key), StringComparer.Ordinal);

    /// <summary>200 seeds, two forms each, every strategy there is: lengths, feeling words, all 256 patterns of ratings and places.</summary>
    [Fact]
    public void No_blind_strategy_beats_chance_by_more_than_10_points_in_any_assembled_form()
    {
        List<(BlindGain Gain, long Seed)> worst = [];
        for (long seed = 1; seed <= 200; seed++)
        {
            worst.AddRange(Assemble(seed).Forms.Select((form, f) => (WorstOf(form, unchecked(seed + f)), seed)));
        }

        (BlindGain gain, long of) = worst.MaxBy(w => w.Gain.Share);
        double[] places = [.. worst.Where(w => !BlindGains.TextStrategies.Contains(w.Gain.Strategy)).Select(w => w.Gain.Share)];
        output.WriteLine($"Worst of {worst.Count} forms: {100 * gain.Share:0.00} points, {gain.Strategy}, seed {of}; worst pattern of places {100 * places.DefaultIfEmpty().Max():0.00}.");
        Assert.Equal(400, worst.Count);
        Assert.True(gain.Share <= 0.10, $"{gain.Strategy} earns {100 * gain.Share:0.00} points above chance in a form of seed {of}.");
    }

    [Fact]
    public void The_two_forms_have_nothing_in_common_and_take_about_as_long()
    {
        AssemblyResult.Assembled made = Assemble(2026);

        Assert.Equal([[12, 0], [0, 12]], made.InCommon);
        Assert.Equal(25, made.Minutes);
        double[] minutes = [.. made.Forms.Select(f => f.Facts.LeastMinutes)];
        Assert.True(minutes.Max() / minutes.Min() < 1.05, $"{minutes.Min()} to {minutes.Max()} minutes");
    }

    private static AssemblyResult.Assembled Assemble(long seed) =>
        Assert.IsType<AssemblyResult.Assembled>(FormAssembly.Assemble(Blueprint, Candidates, BlindGains.TextStrategies, seed, CancellationToken.None));

    private static BlindGain WorstOf(AssembledForm form, long seed)
    {
        List<Item> items = [.. form.Items.Where(i => !i.Pretest).Select(i => Bank.Items.Single(b => b.Id == i.Id))];
        IReadOnlyList<IReadOnlyList<string>> orders = FormOrders.Choose([.. items.Select(i => Orders[i.Id])], seed);
        return FormOrders.Worst([.. items.Zip(orders, (item, order) => new FormItem(Guid.Empty, item) { OptionOrder = order }.Shown)], Key);
    }
}
