using EqAssess.Domain.Forms;

namespace EqAssess.Cli;

/// <summary>A failed constraint in words: the place, the numbers and the cure.</summary>
internal static class FailedConstraintLine
{
    public static string Of(FailedConstraint failed, bool proved) => FormattableString.Invariant(failed.Kind switch
    {
        ConstraintKind.UnknownAnchor => $"anchors: '{failed.Subject}' cannot count: publish it and key it, or take it out",
        ConstraintKind.AnchorEnemies => $"anchors and pretest: {failed.Subject} are enemies: take one of them out",
        ConstraintKind.AnchorsTooMany => $"anchors: {failed.Needed} belong to {failed.Subject}, which has room for {failed.Available}: take some out, or plan more scenarios there",
        ConstraintKind.Domain or ConstraintKind.Facet or ConstraintKind.Format or ConstraintKind.Channel when proved =>
            $"needs {failed.Needed} scenarios for {failed.Subject}, {failed.Available} are free in each form ({failed.Seen} were seen too often, {failed.Enemies} are out because of enemies): ask for fewer, or write more",
        ConstraintKind.LeastTooMany => $"the least numbers for {failed.Subject} add up to {failed.Needed}, and {failed.Available} scenarios are planned: lower some",
        ConstraintKind.MostTooFew => $"{failed.Needed} scenarios are planned for {failed.Subject}, and the most numbers of its facets add up to {failed.Available}: raise some",
        ConstraintKind.Overlap when proved => $"forms with so little in common need {failed.Needed} different scenarios, {failed.Available} are there: allow more overlap, or fewer forms",
        ConstraintKind.UnknownPretest => $"pretest: there is no item '{failed.Subject}': correct the id, or take it out",
        ConstraintKind.Pretest => $"{failed.Needed} items are to be tried out, {failed.Available} are left: ask for fewer",
        ConstraintKind.Time when proved => $"the shortest scenarios need {failed.Needed} minutes, the limit is {failed.Available}: give more time, or plan fewer scenarios",
        ConstraintKind.Blind when proved => $"answering by '{failed.Subject}' would earn {failed.Needed} points of 100 above chance in any choice, {failed.Available} are allowed: write options that do not give themselves away",
        ConstraintKind.Blind => $"answering by '{failed.Subject}' would earn more than {failed.Needed} points of 100 above chance: write options that do not give themselves away",
        ConstraintKind.Overlap => $"no more than {failed.Needed} scenarios in common: allow more overlap, or fewer forms",
        ConstraintKind.Share when proved =>
            $"needs {failed.Needed} scenarios for {failed.Subject}, and shared among the forms there are {failed.Available} for each: allow a larger share (mostShare), plan fewer forms, or write more",
        ConstraintKind.Share => $"no item in more than {failed.Needed} forms: allow a larger share, or fewer forms",
        ConstraintKind.Time => $"the limit of {failed.Needed} minutes: give more time",
        ConstraintKind.Enemies => $"enemies apart: write more scenarios that are nobody's enemy",
        _ => $"at least {failed.Needed} scenarios for {failed.Subject}: ask for fewer",
    });
}
