using EqAssess.Data.Tables;
using EqAssess.Domain.Insights;
using EqAssess.Domain.Monitoring;
using EqAssess.Web.Pages.Monitoring;
using EqAssess.Web.Rendering;

namespace EqAssess.Web.Pages.Insights;

/// <summary>The review of one flagged item: what is asked, and what was found.</summary>
/// <param name="Flags">Codes of today.</param>
/// <param name="Findings">The oldest first.</param>
/// <param name="Action">Where a finding is sent to.</param>
public sealed record ReviewView(
    Guid Item, string Title, ReviewAbout About, IReadOnlyList<string> Flags, IReadOnlyList<ItemFinding> Findings, bool MayWrite, string Action)
{
    public bool IsOpen => FlagReview.Open(Flags, Findings.Select(f => f.Flags)).Count > 0;

    public string FlagIn(StaffWords words, string code) => Worded(words, About, code);

    /// <summary>A flag in words: of a pair of groups, or of item analysis.</summary>
    public static string Worded(StaffWords words, ReviewAbout about, string code) => about switch
    {
        ReviewAbout.Fairness when FairnessFlag.Read(code) is { } flag => words["Review.FairnessFlag", words[$"GroupQuestion.{flag.Question}"], words.Group(flag.Question, flag.Focal), flag.Class],
        _ => words[$"Insights.Flag.{code}"],
    };
}
