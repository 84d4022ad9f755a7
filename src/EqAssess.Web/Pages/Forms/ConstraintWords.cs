using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;
using EqAssess.Web.Rendering;

namespace EqAssess.Web.Pages.Forms;

/// <summary>A constraint that cannot be met, in plain words.</summary>
internal static class ConstraintWords
{
    public static string Worded(this FailedConstraint failed, bool proved, StaffWords words, Bank bank) => proved
        ? words[$"NotPossible.{failed.Kind}", SubjectOf(failed, words, bank), failed.Needed, failed.Available, failed.Seen, failed.Enemies]
        : words[$"NotFound.{failed.Kind}", SubjectOf(failed, words, bank), failed.Needed, failed.Available];

    /// <summary>Titles where the subject is a code; ids and what has no title as they are.</summary>
    private static string SubjectOf(FailedConstraint failed, StaffWords words, Bank bank) => failed.Kind switch
    {
        ConstraintKind.Blind => words.Blind(failed.Subject),
        ConstraintKind.Format => words[$"Format.{failed.Subject}"],
        ConstraintKind.Channel => words[$"Channel.{ChannelOf(failed.Subject)}"],
        _ => bank.Domains.FirstOrDefault(d => d.Code == failed.Subject)?.Title
            ?? bank.Domains.SelectMany(d => d.Facets).FirstOrDefault(f => f.Code == failed.Subject)?.Title
            ?? failed.Subject,
    };

    private static Channel ChannelOf(string code) => Enum.GetValues<Channel>().First(c => ChannelWords.Of(c) == code);
}
