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

    /// <summary>The clock stands still, and nothing can be answered.</summary>
    public bool OnBreak => State is AttemptState.InProgress { Break: { } running } && Now < running.Until;

    /// <summary>
    /// Whole seconds by which the limit is longer than the form's, by reason (<see cref="ExtensionReasons"/>, <c>accommodation</c>): a page
    /// that knows what it was can say what came on top. Breaks are no added time.
    /// </summary>
    public IReadOnlyDictionary<string, int> AddedSeconds => State is AttemptState.InProgress p
        ? p.Extended.Append(KeyValuePair.Create("accommodation", p.Allowed - p.Limit)).ToDictionary(e => e.Key, e => (int)e.Value.TotalSeconds)
        : new Dictionary<string, int>();

    /// <summary>Whether the candidate can still work on the test.</summary>
    public bool Open => State is AttemptState.InProgress p && Now < p.Deadline;

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
