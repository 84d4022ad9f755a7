namespace EqAssess.Domain.Attempts;

/// <summary>What a person was granted for every test of theirs. It says what, and never why.</summary>
/// <param name="Percent">Of every time limit, <see cref="LeastPercent"/> to <see cref="MostPercent"/>; 150 is time and a half.</param>
/// <param name="Untimed">No clock runs.</param>
/// <param name="Breaks">All stop-the-clock breaks of one attempt together, up to <see cref="MostBreaks"/>.</param>
/// <param name="Typed">Answers are written instead of chosen.</param>
/// <param name="SparedItems">Ids of items, in every version, in whose places equivalent ones stand.</param>
public sealed record Accommodation(int Percent, bool Untimed, TimeSpan Breaks, bool Typed, IReadOnlyList<string> SparedItems)
{
    public const int LeastPercent = 100;
    public const int MostPercent = 400;
    public static readonly TimeSpan MostBreaks = TimeSpan.FromHours(4);

    /// <summary>How long an untimed attempt stays open after its campaign, or after the grant where that is later.</summary>
    public static readonly TimeSpan UntimedFor = TimeSpan.FromDays(14);

    public static Accommodation None { get; } = new(LeastPercent, Untimed: false, TimeSpan.Zero, Typed: false, []);

    public bool IsNothing => Percent == LeastPercent && !Untimed && Breaks == TimeSpan.Zero && !Typed && SparedItems.Count == 0;

    public bool IsSound => Percent is >= LeastPercent and <= MostPercent && Breaks >= TimeSpan.Zero && Breaks <= MostBreaks;

    /// <summary>What it means for one attempt.</summary>
    /// <param name="closes">When the campaign takes no more starts.</param>
    public GrantedTime For(DateTimeOffset closes, DateTimeOffset now) =>
        new(Percent, Untimed ? (now > closes ? now : closes) + UntimedFor : null, Breaks, Typed);

    /// <summary>
    /// The same beside what a running attempt has: the more generous of each, since nothing is taken away from somebody who works on a test.
    /// How answers are given changes only before the first answer.
    /// </summary>
    public static GrantedTime Widened(GrantedTime held, GrantedTime wanted, bool hasAnswers) => new(
        Math.Max(held.Percent, wanted.Percent),
        held.OpenUntil is { } open && (wanted.OpenUntil is null || wanted.OpenUntil < open) ? open : wanted.OpenUntil,
        held.Breaks > wanted.Breaks ? held.Breaks : wanted.Breaks,
        hasAnswers ? held.Typed : wanted.Typed);
}
