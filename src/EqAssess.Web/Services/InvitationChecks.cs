using EqAssess.Data;
using EqAssess.Data.Exchange;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Says of every row of a list what inviting it would come to. Looking changes nothing.</summary>
public sealed class InvitationChecks(EqAssessDb db, RetestService retests, TimeProvider time)
{
    private const int LongestName = 200;

    /// <param name="seen">Normalized addresses further up in the list; those of these rows are added.</param>
    /// <returns>One result per row, in the order of the rows.</returns>
    public async Task<IReadOnlyList<CheckedRow>> LookAsync(
        CampaignRow campaign, IReadOnlyList<CsvRow> rows, HashSet<string> seen, CancellationToken cancellationToken)
    {
        string[] addresses = [.. rows.Select(r => MailAddresses.Normalize(r.Address)).Distinct(StringComparer.Ordinal)];
        Dictionary<string, CandidateRow> known = await db.Candidates.AsNoTracking().Where(c => addresses.Contains(c.NormalizedEmail))
            .ToDictionaryAsync(c => c.NormalizedEmail, StringComparer.Ordinal, cancellationToken);
        HashSet<Guid> invited = await InvitedAsync(campaign.Id, known.Values, cancellationToken);
        IReadOnlyDictionary<Guid, DateTimeOffset> from = await retests.StartsFromAsync([.. known.Values.Select(c => c.Id)], cancellationToken);
        bool closed = time.Now >= campaign.ClosesAt;
        return [.. rows.Select(row => Look(row))];

        CheckedRow Look(CsvRow row)
        {
            string normalized = MailAddresses.Normalize(row.Address);
            CandidateRow? person = known.GetValueOrDefault(normalized);
            InvitationOutcome? refusal = RefusalOf(row)
                ?? (!seen.Add(normalized) ? InvitationOutcome.Duplicate
                    : person is { Simulated: true } ? InvitationOutcome.BadAddress
                    : person is not null && !invited.Add(person.MergedIntoId ?? person.Id) ? InvitationOutcome.AlreadyInvited
                    : closed ? InvitationOutcome.CampaignClosed
                    : null);
            DateTimeOffset? again = person is not null && from.TryGetValue(person.Id, out DateTimeOffset found) ? found : null;
            return refusal is not null ? new CheckedRow(row, refusal.Value, normalized, person)
                : again >= campaign.ClosesAt ? new CheckedRow(row, InvitationOutcome.TestedLately, normalized, person) { Note = DayOf(again.Value, campaign) }
                : Invited(row, normalized, person, again is null ? null : DayOf(again.Value, campaign));
        }
    }

    /// <summary>Why a row cannot be invited, as it stands there; null where it can.</summary>
    internal static InvitationOutcome? RefusalOf(CsvRow row)
    {
        if (row.Problem is CsvRowProblem problem)
        {
            return problem switch
            {
                CsvRowProblem.TooManyRows => InvitationOutcome.TooManyRows,
                CsvRowProblem.BrokenQuotes => InvitationOutcome.BrokenQuotes,
                _ => InvitationOutcome.MissingColumns,
            };
        }

        string name = row.Name?.Trim() ?? "";
        return name.Length == 0 ? InvitationOutcome.NoName
            : name.Length > LongestName ? InvitationOutcome.NameTooLong
            : name.Any(c => char.IsControl(c) || c == '\uFFFD') ? InvitationOutcome.BadName
            : string.IsNullOrWhiteSpace(row.Address) ? InvitationOutcome.NoAddress
            : MailAddresses.IsOne(row.Address) ? null
            : InvitationOutcome.BadAddress;
    }

    private static CheckedRow Invited(CsvRow row, string normalized, CandidateRow? person, string? from)
    {
        var invited = new CheckedRow(row, InvitationOutcome.Invited, normalized, person);
        return from is not null ? invited with { Warning = InvitationWarning.StartsLater, Note = from }
            : person is not null && !string.Equals(person.Name, row.Name!.Trim(), StringComparison.OrdinalIgnoreCase)
                ? invited with { Warning = InvitationWarning.AnotherName, Note = person.Name }
            : MailAddresses.IsInternational(row.Address!) ? invited with { Warning = InvitationWarning.InternationalAddress }
            : invited;
    }

    /// <summary>The people among these who are in the campaign, under whichever address.</summary>
    private async Task<HashSet<Guid>> InvitedAsync(Guid campaign, IEnumerable<CandidateRow> known, CancellationToken cancellationToken)
    {
        Guid[] people = [.. known.Select(c => c.MergedIntoId ?? c.Id).Distinct()];
        Dictionary<Guid, Guid> same = await db.Candidates.Where(c => people.Contains(c.Id) || people.Contains(c.MergedIntoId!.Value))
            .ToDictionaryAsync(c => c.Id, c => c.MergedIntoId ?? c.Id, cancellationToken);
        Guid[] addresses = [.. same.Keys];
        return [.. (await db.Invitations.Where(i => i.CampaignId == campaign && addresses.Contains(i.CandidateId))
            .Select(i => i.CandidateId).ToListAsync(cancellationToken)).Select(c => same[c])];
    }

    /// <summary>The first whole day on which somebody may start, as a list shows it.</summary>
    private static string DayOf(DateTimeOffset from, CampaignRow campaign) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, TimeZoneInfo.FindSystemTimeZoneById(campaign.TimeZone)).DateTime).AddDays(1).ToString("O");
}

/// <param name="Normalized">As in <see cref="CandidateRow.NormalizedEmail"/>.</param>
/// <param name="Person">Who is known under the address; null for somebody new.</param>
public sealed record CheckedRow(CsvRow Row, InvitationOutcome Outcome, string Normalized, CandidateRow? Person)
{
    public InvitationWarning? Warning { get; init; }

    /// <summary>As in <see cref="InvitationImportRow.Note"/>: a name, or a day as <c>2027-05-23</c>.</summary>
    public string? Note { get; init; }
}
