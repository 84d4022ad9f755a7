namespace EqAssess.Domain.Panels;

/// <summary>What a judge does, by the code that keys carry. One role is not enough for a panel: people who do the same work see alike.</summary>
public static class JudgeRoles
{
    public static IReadOnlyList<string> All { get; } =
        ["team-leader", "quality-coach", "trainer", "experienced-agent", "operations-manager", "psychologist", "other"];
}
