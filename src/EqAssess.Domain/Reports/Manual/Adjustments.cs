namespace EqAssess.Domain.Reports.Manual;

/// <summary>What people can be given who need the test another way. Few of them are not counted out.</summary>
public static class Adjustments
{
    private const int Fewest = 5;

    public static ReportSection Of(AdjustmentFacts facts, ReportWords words) => words.Chapter(
        "adjustments",
        words.Say("adjustments.Lead"),
        new Block.Table(
        [
            words.Fact("adjustments.Adjusted", facts.Adjusted >= Fewest ? words.Count(facts.Adjusted) : words("Manual.adjustments.Few")),
            words.Fact("adjustments.Typed", facts.Typed >= Fewest ? words.Count(facts.Typed) : words("Manual.adjustments.Few")),
        ]),
        words.Say("adjustments.Scores"));
}

/// <param name="Adjusted">Attempts of people to whom an adjustment was granted; simulated ones left out.</param>
/// <param name="Typed">Attempts with written answers.</param>
public sealed record AdjustmentFacts(int Adjusted, int Typed);
