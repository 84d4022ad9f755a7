using System.Text.Encodings.Web;
using System.Text.Json;

namespace EqAssess.Web.Services;

/// <summary>
/// All that an installation holds about one application, for the person it is about (GDPR Art. 15). The download has this shape, documented in
/// Pages/Links/README.md; a field that changes its meaning gets a new <see cref="Format"/>. Neither texts of scenarios nor the key are in it:
/// answers are personal data, questions are not (CJEU C-434/16, Nowak).
/// </summary>
public sealed record OwnData(
    string Format,
    DateTimeOffset MadeAt,
    string Organisation,
    OwnPerson Person,
    OwnCampaign Campaign,
    OwnAttempt? Attempt,
    IReadOnlyList<OwnAnswer> Answers,
    bool ScoresDisclosed,
    IReadOnlyList<OwnScore> Scores,
    IReadOnlyList<OwnLook> Looks,
    IReadOnlyList<OwnMessage> Messages,
    OwnAdjustments? Adjustments,
    IReadOnlyList<OwnRequest> Requests,
    IReadOnlyDictionary<string, string> Monitoring,
    OwnCase Case)
{
    /// <summary>What was said about the person's work after the test, to find out what the test is worth.</summary>
    public IReadOnlyList<OwnOutcome> Outcomes { get; init; } = [];

    public const string CurrentFormat = "eqassess-own-data/1";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Options);
}

public sealed record OwnPerson(string Name, string Email, DateTimeOffset InvitedAt, DateTimeOffset? WithdrewAt)
{
    /// <summary>IANA time zone that the person's device told; null for none.</summary>
    public string? Zone { get; init; }

    /// <summary>Other addresses that were joined with this one.</summary>
    public int OtherAddresses { get; init; }
}

/// <param name="NamesErasedOn">Null while a legal hold stands.</param>
public sealed record OwnCampaign(string JobTitle, string Country, string TimeZone, DateOnly ClosesOn, DateOnly? NamesErasedOn);

/// <param name="End"><c>running</c>, <c>handed-in</c>, <c>time-ended</c> or <c>withdrawn</c>.</param>
public sealed record OwnAttempt(DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string End, string? ReceiptCode, string? ReceiptDigest);

/// <summary>While the test runs there is one for each scenario that was shown, afterwards one for each of the test.</summary>
/// <param name="Number">Place of the scenario in the test, from 1.</param>
/// <param name="Changes">How often an answer was saved.</param>
/// <param name="Written">What the person wrote, where answers were written.</param>
/// <param name="Format">Code of the response format of the scenario: how <see cref="OwnChoice.Value"/> is read.</param>
public sealed record OwnAnswer(
    int Number,
    string Title,
    DateTimeOffset? ShownAt,
    DateTimeOffset? AnsweredAt,
    int Changes,
    IReadOnlyList<OwnChoice> Choices,
    string? Written,
    string Format);

/// <param name="Option">Number of the option as it was seen, from 1.</param>
/// <param name="Value">The rating, the place, or <c>most</c> and <c>least</c>.</param>
public sealed record OwnChoice(int Option, string Value);

/// <param name="Percent">0 to 100, unrounded; null where it was not scored.</param>
/// <param name="StandardError">In points; null where the error is not known.</param>
/// <param name="ErrorIsAssumed">True while the error comes from planning values and from no data.</param>
/// <param name="Domains">In words beside the person's other domains, as staff see them.</param>
public sealed record OwnScore(
    DateTimeOffset ScoredAt,
    double? Percent,
    double? StandardError,
    bool ErrorIsAssumed,
    string KeyVersion,
    string KeyStatus,
    IReadOnlyList<OwnDomain> Domains,
    IReadOnlyList<string> QualityFlags);

public sealed record OwnDomain(string Title, string Standing);

/// <param name="What"><c>results-viewed</c>, <c>report-viewed</c>, <c>report-downloaded</c>, <c>case-viewed</c>, <c>person-viewed</c>, <c>application-viewed</c>, <c>comparison-viewed</c> or <c>names-asked</c>.</param>
/// <param name="Roles">Of whoever looked; staff are not named.</param>
public sealed record OwnLook(DateTimeOffset At, string What, IReadOnlyList<string> Roles);

/// <summary>What people decided, wrote and said about the application. Staff are not named.</summary>
public sealed record OwnCase(IReadOnlyList<OwnDecision> Decisions, IReadOnlyList<OwnNote> Notes, IReadOnlyList<OwnInterview> Interviews);

/// <param name="Outcome"><c>Shortlist</c>, <c>Reserve</c>, <c>Reject</c>, <c>Withdrawn</c>, or <c>Reopened</c> for a case that a new score opened again.</param>
/// <param name="Reason">Null for a reopened case.</param>
public sealed record OwnDecision(DateTimeOffset At, string Outcome, string? Reason);

public sealed record OwnNote(DateTimeOffset At, string Text);

/// <param name="Scores">1 to 5 by the title of the area.</param>
public sealed record OwnInterview(DateTimeOffset At, IReadOnlyDictionary<string, int> Scores);

/// <param name="Measure"><c>QaScore</c>, <c>Csat</c>, <c>FirstContactResolution</c>, or <c>Attrition</c> (0: stayed, 1: left).</param>
public sealed record OwnOutcome(string Measure, double Value, DateOnly MeasuredOn);

public sealed record OwnMessage(string Kind, string State, DateTimeOffset CreatedAt, DateTimeOffset? SentAt);

/// <param name="SparedScenarios">Ids of scenarios in whose places others stand.</param>
public sealed record OwnAdjustments(
    int Percent, bool Untimed, int BreakMinutes, bool WrittenAnswers, IReadOnlyList<string> SparedScenarios, DateTimeOffset GrantedAt);

/// <param name="Kind"><c>LookAgain</c>, <c>Erasure</c> or <c>Adjustment</c>.</param>
/// <param name="AskedFor">Codes of what an adjustment was asked for; empty for the other kinds.</param>
public sealed record OwnRequest(
    string Kind, DateTimeOffset AskedAt, DateOnly DueOn, string? Text, string State, DateTimeOffset? DecidedAt, string? Answer, IReadOnlyList<string> AskedFor);
