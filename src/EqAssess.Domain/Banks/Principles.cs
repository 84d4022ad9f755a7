namespace EqAssess.Domain.Banks;

/// <param name="Id">As keys cite it, for example <c>P03</c>.</param>
public sealed record Principle(string Id, string Statement, PrincipleStatus Status);

/// <summary>Whether the sources agree on a principle.</summary>
public enum PrincipleStatus
{
    Agreed,

    /// <summary>The sources disagree: only a panel can settle an item that hangs on it.</summary>
    Contested,
}

/// <summary>The principles that a rationale may cite. P23 does not exist.</summary>
public static class Principles
{
    public static IReadOnlyList<Principle> All { get; } =
    [
        new("P01", "Empathy means understanding what the other person feels; it takes imagination.", PrincipleStatus.Agreed),
        new("P02", "Empathy is not sympathy: understand the feeling without adopting it as your own.", PrincipleStatus.Contested),
        new("P03", "Acknowledge the emotion and that the concern is valid before solving.", PrincipleStatus.Agreed),
        new("P04", "Paraphrase, and let the customer correct you.", PrincipleStatus.Agreed),
        new("P05", "Ask open follow-up questions and leave time for the answer.", PrincipleStatus.Agreed),
        new("P06", "\"Why did you…\", \"Why do you…\" sounds like blame and can raise tension.", PrincipleStatus.Agreed),
        new("P07", "Picture yourself in the situation and ask what it stands for.", PrincipleStatus.Agreed),
        new("P08", "Customers are often not direct; read what is not said, then check it.", PrincipleStatus.Agreed),
        new("P09", "Be genuine, and stay professional and in the voice of the organisation.", PrincipleStatus.Agreed),
        new("P10", "Replace trigger words and dismissive stock phrases.", PrincipleStatus.Agreed),
        new("P11", "No defensive replies, no interrupting.", PrincipleStatus.Agreed),
        new("P12", "Do not take it personally; put your own view aside while you listen.", PrincipleStatus.Agreed),
        new("P13", "Pause before you answer; stay calm under pressure.", PrincipleStatus.Agreed),
        new("P14", "Acknowledgement and understanding lower tension.", PrincipleStatus.Agreed),
        new("P15", "Tailor what you offer to this customer's situation.", PrincipleStatus.Agreed),
        new("P16", "Using the customer's first name.", PrincipleStatus.Contested),
        // Only the phrase "I understand" is contested; that robotic replies frustrate is agreed.
        new("P17", "Robotic, scripted replies raise frustration.", PrincipleStatus.Agreed),
        new("P18", "Kind words without a working solution are not enough; aim for the first contact.", PrincipleStatus.Contested),
        new("P19", "Own the organisation's mistake; a well-handled complaint builds loyalty.", PrincipleStatus.Agreed),
        new("P20", "Be honest and reliable about what can and cannot be done, and by when.", PrincipleStatus.Agreed),
        new("P21", "Show colleagues the same empathy: feedback, hand-overs, support after a hard call.", PrincipleStatus.Agreed),
        new("P22", "Knowing the customer's record helps.", PrincipleStatus.Contested),
        new("P24", "Care taken early keeps a small problem from becoming an escalation.", PrincipleStatus.Agreed),
        new("P25", "Leave notes, so that the next colleague need not ask again.", PrincipleStatus.Agreed),
    ];

    /// <summary>The principle with this id; null where there is none.</summary>
    public static Principle? Find(string id) => All.FirstOrDefault(p => p.Id == id);
}
