using EqAssess.Data.Tables;
using EqAssess.Domain.Panels;

namespace EqAssess.Web.Services;

/// <summary>A judge in their panel: what is asked of them now, and what they have rated.</summary>
public sealed class JudgeSeat(PanelJudge judge, PanelContent panel, IReadOnlyList<PanelRating> ratings)
{
    public PanelJudge Judge => judge;

    public PanelContent Panel => panel;

    /// <summary>By item version and option.</summary>
    public IReadOnlyDictionary<(Guid Item, string Option), int> First { get; } = Of(ratings, 1);

    public IReadOnlyDictionary<(Guid Item, string Option), int> Second { get; } = Of(ratings, 2);

    /// <summary>The round in which the judge rates now: 1 or 2; null while none runs, or when they have handed it in. Round two is for those who handed in round one.</summary>
    public int? OpenRound => panel.Row.Stage switch
    {
        _ when judge.JoinedAt is null => null,
        PanelStage.RoundOne when judge.RoundOneDoneAt is null => 1,
        PanelStage.RoundTwo when judge.RoundOneDoneAt is not null && judge.RoundTwoDoneAt is null => 2,
        _ => null,
    };

    /// <summary>Whether the judge may say, or correct, who they are: until the first round is handed in or over.</summary>
    public bool MayIntroduce => panel.Row.Stage is PanelStage.Preparing or PanelStage.RoundOne && judge.RoundOneDoneAt is null;

    /// <summary>What the pages show as chosen: in round two the new rating, or else the first one.</summary>
    public IReadOnlyDictionary<(Guid Item, string Option), int> Shown =>
        OpenRound != 2 ? First : First.Select(f => KeyValuePair.Create(f.Key, Second.TryGetValue(f.Key, out int again) ? again : f.Value)).ToDictionary();

    /// <summary>Options of an item that are rated in the open round.</summary>
    public int Rated(BankItem item) => (OpenRound == 2 ? Second : First).Keys.Count(place => place.Item == item.Version);

    private static Dictionary<(Guid Item, string Option), int> Of(IReadOnlyList<PanelRating> ratings, int round) =>
        ratings.Where(r => r.Round == round).ToDictionary(r => (r.ItemVersionId, r.Option), r => r.Value);
}
