namespace EqAssess.Domain.Reports.Manual;

/// <summary>What was changed, when: form versions and scoring plans, the oldest first.</summary>
public static class Changes
{
    public static ReportSection Of(IReadOnlyList<ChangeFacts> changes, ReportWords words) => words.Chapter(
        "changes", words.Grid("changes.List", ["What", "Key"], changes.Select(c => new GridRow(words.Day(c.On), [words($"Manual.changes.{c.Kind}", c.Number), c.KeyVersion]))), words.Say("changes.Stay"));
}

/// <param name="KeyVersion">Of a scoring plan; empty otherwise.</param>
public sealed record ChangeFacts(DateOnly On, ManualChange Kind, int Number, string KeyVersion);

public enum ManualChange
{
    /// <summary>A form version of the same title.</summary>
    Form,

    /// <summary>A scoring plan of this form version, for all campaigns.</summary>
    Plan,

    /// <summary>A scoring plan for one campaign, without domains that its job does not need.</summary>
    ShorterPlan,

    /// <summary>A scoring plan for one campaign, put in the place of its first by a rescoring.</summary>
    Rescoring,
}
