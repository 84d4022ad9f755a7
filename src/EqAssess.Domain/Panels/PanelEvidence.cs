using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Panels;

/// <summary>All that a panel has brought in.</summary>
/// <param name="Items">The items that were rated, in the order of the panel.</param>
/// <param name="Judges">Those who handed in both rounds. Whoever left something out in either is passed over.</param>
public sealed record PanelEvidence(IReadOnlyList<Item> Items, IReadOnlyList<PanelVoice> Judges)
{
    /// <summary>Judges who rated every option of every item twice; only they count.</summary>
    public IReadOnlyList<PanelVoice> Complete => [.. Judges.Where(j => Places().All(place => j.First.ContainsKey(place) && j.Second.ContainsKey(place)))];

    private IEnumerable<RatedOption> Places() => Items.SelectMany(item => item.Options.Select(o => new RatedOption(item.Id, o.Id)));
}

/// <summary>What one judge said.</summary>
/// <param name="First">Rated alone.</param>
/// <param name="Second">Rated again, knowing the distribution of the first round and what the others commented.</param>
public sealed record PanelVoice(KeyJudge Judge, IReadOnlyDictionary<RatedOption, int> First, IReadOnlyDictionary<RatedOption, int> Second);

public readonly record struct RatedOption(string Item, string Option);
