using EqAssess.Domain.Attempts;

namespace EqAssess.Domain.Tests.Attempts;

/// <summary>An attempt driven through the rules as the service does it. Instants are seconds since the start of the day's test, nine o'clock.</summary>
internal sealed class AttemptWalk
{
    public const int Limit = 1200;
    public const int Grace = 30;

    public static readonly DateTimeOffset Nine = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    public static readonly Guid First = new(1, 0, 0, new byte[8]);
    public static readonly Guid Second = new(2, 0, 0, new byte[8]);
    public static readonly IReadOnlyList<Guid> Form = [First, Second];

    public static readonly AttemptForm Whole = new(Form, []);

    private readonly List<AttemptEvent> log = [];

    public IReadOnlyList<AttemptEvent> Log => log;

    public AttemptState State => AttemptState.After(log);

    public AttemptState.InProgress Running => Assert.IsType<AttemptState.InProgress>(State);

    public AttemptState.Closed Closed => Assert.IsType<AttemptState.Closed>(State);

    public static DateTimeOffset At(double seconds) => Nine.AddSeconds(seconds);

    public static AttemptWalk Begun()
    {
        var walk = new AttemptWalk();
        walk.Start(0);
        return walk;
    }

    public Decision Start(double at) =>
        Append(AttemptRules.Start(State, TimeSpan.FromSeconds(Limit), TimeSpan.FromSeconds(Grace), At(at)));

    public Decision Present(double at, Guid item) => Append(AttemptRules.Present(State, Whole, item, At(at)));

    public Decision Answer(double at, Guid item, string response) => Append(AttemptRules.Answer(State, Whole, item, response, At(at)));

    public Decision Extend(double at, double bySeconds) =>
        Append(AttemptRules.Extend(State, TimeSpan.FromSeconds(bySeconds), "accommodation", At(at)));

    public Decision Accommodate(double at, int percent, double breakSeconds = 0, double? openUntil = null, bool typed = false) => Append(AttemptRules.Accommodate(
        State, new GrantedTime(percent, openUntil is double until ? At(until) : null, TimeSpan.FromSeconds(breakSeconds), typed), At(at)));

    public Decision StartBreak(double at, double? pauseSeconds = null) =>
        Append(AttemptRules.StartBreak(State, pauseSeconds is double seconds ? TimeSpan.FromSeconds(seconds) : null, At(at)));

    public Decision EndBreak(double at) => Append(AttemptRules.EndBreak(State, At(at)));

    public Decision HandIn(double at) => Append(AttemptRules.Submit(State, At(at)));

    public Decision Withdraw(double at) => Append(AttemptRules.Withdraw(State, At(at)));

    public Decision Sweep(double at) => Append(AttemptRules.Expire(State, At(at)));

    public string? ResponseTo(Guid item) => State.ResponsesTo(Form).Items.Single(r => r.ItemVersion == item).Response;

    private Decision Append(Decision decision)
    {
        switch (decision)
        {
            case Decision.Accepted accepted:
                log.Add(accepted.Event);
                break;
            case Decision.RefusedAfter after:
                log.Add(after.Event);
                break;
        }

        return decision;
    }
}
