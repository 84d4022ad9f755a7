using EqAssess.Data.Ledgers;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Formats;
using EqAssess.Domain.Forms;

namespace EqAssess.Web.Services;

/// <summary>An attempt at one instant, as pages show it.</summary>
public sealed record RunningAttempt(Guid Invitation, FormVersion Form, AttemptLog Log, DateTimeOffset Now)
{
    public AttemptState State => Log.State;

    /// <summary>Whole seconds until the deadline, or the section's; never negative; they stand still in a break; null when no clock runs.</summary>
    public int? SecondsLeft => State is AttemptState.InProgress p && p.TimeLeft(Now) is { } left ? (int)Math.Ceiling(left.TotalSeconds) : null;

    /// <summary>Whether the candidate can still work on the test.</summary>
    public bool Open => State is AttemptState.InProgress p && Now < p.Deadline;

    /// <summary>Time that was added since the candidate last did something; pages tell it until the next answer.</summary>
    public AddedTime? Added => OutageRules.Untold(Log.Events);

    /// <summary>Items whose every choice is made.</summary>
    public int CompleteItems => Form.Items.Count(i => IsComplete(i.Version));

    /// <summary>Choices that the server holds.</summary>
    public int Choices => Form.Items.Sum(ChoicesMade);

    public ResponseSet Responses => State.ResponsesTo(Form.ItemVersions);

    public string? ResponseTo(Guid item) => Responses.Items.FirstOrDefault(r => r.ItemVersion == item)?.Response;

    public int ChoicesMade(FormItem item) => ResponseFormats.Get(item.Content.Format).Made(ResponseTo(item.Version));

    public bool IsComplete(Guid item)
    {
        FormItem place = Form.Items.Single(i => i.Version == item);
        return ResponseFormats.Get(place.Content.Format).IsComplete(place.Content, ResponseTo(item));
    }

    /// <summary>The item, from 1, at which somebody who comes back goes on: the last one shown, or the first.</summary>
    public int Place
    {
        get
        {
            AttemptEvent.Presented? last = Log.Events.OfType<AttemptEvent.Presented>().LastOrDefault();
            int index = last is null ? 0 : Form.ItemVersions.ToList().IndexOf(last.Item);
            return Math.Max(0, index) + 1;
        }
    }
}
