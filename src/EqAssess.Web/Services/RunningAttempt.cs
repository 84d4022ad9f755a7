using EqAssess.Data.Ledgers;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Formats;
using EqAssess.Domain.Forms;

namespace EqAssess.Web.Services;

/// <summary>An attempt at one instant, as pages show it.</summary>
public sealed record RunningAttempt(Guid Invitation, FormVersion Form, AttemptHead Log, DateTimeOffset Now)
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

    /// <summary>Time that was added since the candidate last did something; pages tell it until the next answer.</summary>
    public AddedTime? Untold => State is AttemptState.InProgress p ? p.Untold : null;

    /// <summary>Items whose every choice is made.</summary>
    public int CompleteItems => Form.Items.Count(IsComplete);

    /// <summary>Choices that the server holds.</summary>
    public int Choices => Form.Items.Sum(ChoicesMade);

    /// <summary>Choices that a complete attempt holds; a written answer is one.</summary>
    public int MostChoices => Form.Items.Sum(ChoicesOf);

    /// <summary>Whether answers are written.</summary>
    public bool Typed => State.Grant.Typed;

    public ResponseSet Responses => State.ResponsesTo(Form.ItemVersions);

    public string? ResponseTo(Guid item) => State switch
    {
        AttemptState.InProgress running => running.Responses.GetValueOrDefault(item),
        AttemptState.Closed closed => closed.Responses.GetValueOrDefault(item),
        _ => null,
    };

    public int ChoicesOf(FormItem item) => Typed ? 1 : ResponseFormats.Get(item.Content.Format).Choices(item.Content);

    public int ChoicesMade(FormItem item) => Typed
        ? TypedResponse.IsText(ResponseTo(item.Version)) ? 1 : 0
        : ResponseFormats.Get(item.Content.Format).Made(ResponseTo(item.Version));

    public bool IsComplete(Guid item) => IsComplete(Form.Items.Single(i => i.Version == item));

    /// <summary>Null while the clock runs.</summary>
    public RunningBreak? Break => State is AttemptState.InProgress p ? p.Break : null;

    /// <summary>Whether the candidate may see the item now: it is not locked by a break, and its section is not over.</summary>
    public bool CanShow(Guid item) => AttemptRules.Present(State, AttemptForm.Of(Form), item, Now) is Decision.Accepted;

    /// <summary>The section of an item, from 0; null where the form is one piece.</summary>
    public int? SectionOf(Guid item) => AttemptForm.Of(Form).SectionOf(item);

    /// <summary>The section that the candidate is in, from 0; the first before anything was shown; null where the form is one piece.</summary>
    public int? Section => Form.Sections.Count == 0 ? null : State is AttemptState.InProgress { Section.Number: int entered } ? entered : 0;

    /// <summary>The section that comes next, from 0; null in the last one and where the form is one piece.</summary>
    public int? NextSection => Section is int section && section + 1 < Form.Sections.Count ? section + 1 : null;

    /// <summary>
    /// The item, from 1, at which somebody who comes back goes on in this section: the last one shown, or, where that is locked or over,
    /// the first that can be shown; null when none can be.
    /// </summary>
    public int? Place
    {
        get
        {
            List<Guid> items = [.. Form.ItemVersions];
            if (State is AttemptState.InProgress { LastPresented: Guid last } && IsHere(last))
            {
                return items.IndexOf(last) + 1;
            }

            int first = items.FindIndex(IsHere);
            return first < 0 ? null : first + 1;
        }
    }

    /// <summary>Whether the candidate may go to the item from where they are, without entering another section.</summary>
    public bool IsHere(Guid item) => SectionOf(item) == Section && CanShow(item);

    private bool IsComplete(FormItem place) => Typed ? ChoicesMade(place) == 1 : ResponseFormats.Get(place.Content.Format).IsComplete(place.Content, ResponseTo(place.Version));
}
