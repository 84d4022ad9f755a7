using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Reports.Manual;

/// <summary>What the test is for, what it is, and how far the key has come.</summary>
public static class Purpose
{
    public static ReportSection Of(PurposeFacts facts, ReportWords words) => words.Chapter(
        "purpose",
        [
            .. facts.KeyStatus is KeyStatus.Panel ? Array.Empty<Block>() : [words.Care($"purpose.Key.{facts.KeyStatus}")],
            words.Say("purpose.What"),
            words.Say("purpose.Not"),
            new Block.Table(
            [
                words.Fact("purpose.Bank", facts.Bank),
                words.Fact("purpose.Form", words("Manual.purpose.Form.Value", facts.Form, facts.Number)),
                words.Fact("purpose.Published", words.Day(facts.PublishedOn)),
                words.Fact("purpose.Language", facts.Language),
                words.Fact("purpose.Scenarios", words.Count(facts.Scenarios)),
                words.Fact("purpose.Minutes", words("Manual.purpose.Minutes.Value", facts.Minutes)),
                words.Fact("purpose.Campaigns", words.Count(facts.Campaigns)),
            ]),
        ]);
}

/// <param name="Scenarios">That count.</param>
/// <param name="Campaigns">With this form version, the demonstration's left out.</param>
public sealed record PurposeFacts(
    string Bank, string Form, int Number, DateOnly PublishedOn, string Language, int Scenarios, int Minutes, int Campaigns, KeyStatus KeyStatus);
