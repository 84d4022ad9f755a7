using EqAssess.Domain.Forms;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;

namespace EqAssess.Web.Pages.Forms;

/// <summary>Problems of forms in words, at the field that mends them.</summary>
internal static class FormProblemWords
{
    /// <param name="leastMinutes">The least limit that the chosen items allow.</param>
    public static FieldProblem Worded(this FormProblem problem, StaffWords words, int leastMinutes) => problem switch
    {
        FormProblem.NoTitle => new FieldProblem("title", words["FormProblem.NoTitle"]),
        FormProblem.NoItems => new FieldProblem("sum", words["FormProblem.NoItems"]),
        FormProblem.TooLittleTime => new FieldProblem("minutes", words["FormProblem.TooLittleTime", leastMinutes]),
        FormProblem.TooMuchTime few => new FieldProblem("minutes", words["FormProblem.TooMuchTime", (int)few.Longest.TotalMinutes]),
        FormProblem.SectionsDoNotCover c => new FieldProblem("sections", words["FormProblem.SectionsDoNotCover", c.InSections, c.Items]),
        FormProblem.SectionTooShort s => new FieldProblem("sections", words["FormProblem.SectionTooShort", s.Number, (int)Math.Ceiling(s.Least.TotalMinutes)]),
        FormProblem.SectionsTooLong l => new FieldProblem("sections", words["FormProblem.SectionsTooLong", (int)Math.Ceiling(l.Together.TotalMinutes)]),
        FormProblem.NoKey => new FieldProblem("sum", words["FormProblem.NoKey"]),
        FormProblem.NotScorable not => new FieldProblem("sum", words["FormProblem.NotScorable", not.Problem]),
        FormProblem.PracticeItem p => new FieldProblem("sum", words["FormProblem.PracticeItem", p.ItemId]),
        FormProblem.NoPage n => new FieldProblem("sum", words["FormProblem.NoPage", n.ItemId, words[$"Format.{n.Format}"]]),
        FormProblem.ItemTwice t => new FieldProblem("sum", words["FormProblem.ItemTwice", t.ItemId]),
        FormProblem.Enemies e => new FieldProblem("sum", words["FormProblem.Enemies", e.First, e.Second]),
        FormProblem.BlindAnswers b => new FieldProblem("sum", words["FormProblem.BlindAnswers", words.Blind(b.Strategy), b.Points]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A blind strategy in words, from its code.</summary>
    public static string Blind(this StaffWords words, string strategy) =>
        strategy.StartsWith("ratings-", StringComparison.Ordinal)
            ? words["BlindStrategy.Ratings", string.Join(' ', strategy["ratings-".Length..].ToCharArray())]
            : words[$"BlindStrategy.{strategy}"];
}
