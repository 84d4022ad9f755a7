namespace EqAssess.Domain.Reports.Manual;

/// <summary>How the scenarios were written and reviewed.</summary>
public static class Development
{
    public static ReportSection Of(DevelopmentFacts facts, ReportWords words) => words.Chapter(
        "development",
        [
            words.Say("development.Lead"),
            new Block.Table(
            [
                words.Fact("development.Items", words.Count(facts.Items)),
                words.Fact("development.Files", words.Count(facts.FromFiles)),
                words.Fact("development.Approved", words.Count(facts.ApprovedByASecondPerson)),
                words.Fact("development.Returned", words.Count(facts.Returned)),
            ]),
            .. facts.FromFiles > 0 ? [words.Care("development.FilesNote")] : Array.Empty<Block>(),
        ]);
}

/// <param name="Items">Item versions of the form.</param>
/// <param name="FromFiles">Came reviewed from files; the review is kept there.</param>
/// <param name="ApprovedByASecondPerson">Approved here by somebody who had not written in it.</param>
/// <param name="Returned">Sent back at least once.</param>
public sealed record DevelopmentFacts(int Items, int FromFiles, int ApprovedByASecondPerson, int Returned);
