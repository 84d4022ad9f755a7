using System.Net;
using System.Text;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Take;

/// <summary>
/// Forms found by following every link from a candidate's own, with several things changed at once, ids and codes of another candidate
/// among them, but never the other's own link or cookie: those are their keys.
/// </summary>
public sealed class FuzzEverywhereTests : IAsyncLifetime
{
    private const int Requests = 300;
    private const int RequestsOfOneCandidate = 50;
    private const string OtherName = "Quentin";
    private const string OtherFamily = "Dubois";

    private SiteFactory site = null!;
    private Candidate other = null!;
    private IReadOnlyList<string> known = [];
    private string otherBefore = "";
    private int people;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync(new SiteSettings
        {
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Attempts:RequestsPerMinute"] = "1000000" },
        });
        other = await site.BeginAsync(name: $"{OtherName} {OtherFamily}");
        await other.First.Form("Next").RateAll(4).PressAsync();
        known = await IdsOfOtherAsync();
        otherBefore = await OtherAsync();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task No_request_made_of_what_pages_offer_breaks_anything_writes_when_refused_or_reaches_another_candidate()
    {
        Person? person = null;
        int sent = 0;
        var statuses = new Dictionary<HttpStatusCode, int>();
        await Task.Run(() => Prop.ForAll(AnyRequest.Any.ToArbitrary(), any => JudgeAsync(any).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Requests)));

        Assert.Equal(otherBefore, await OtherAsync());
        Assert.True(statuses.Keys.Count(s => (int)s < 400) > 0 && statuses.Keys.Count(s => (int)s >= 400) > 1, string.Join(' ', statuses));

        async Task JudgeAsync(AnyRequest any)
        {
            person = sent++ % RequestsOfOneCandidate == 0 || person is null ? await NewPersonAsync() : person;
            HttpStatusCode status = await JudgeOneAsync(person, any);
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
        }
    }

    [Fact]
    public async Task Every_address_of_a_candidate_is_among_those_that_are_tried()
    {
        Person person = await NewPersonAsync();
        var tried = person.Addresses.Select(a => a.Split('?')[0]).ToHashSet(StringComparer.Ordinal);

        IEnumerable<string> routes = SiteMap.MayOpen.Where(r => r.Value.SequenceEqual([SiteMap.Candidate])).Select(r => "/" + r.Key.Replace("{number:int?}", "1"));

        Assert.Empty(routes.Except(tried));
    }

    [Fact]
    public async Task A_link_or_a_cookie_that_is_one_sign_off_opens_nothing()
    {
        foreach (string token in NearlyRight(other.Token))
        {
            Browser browser = site.NewBrowser();
            foreach (string address in (string[])[$"/t/{token}", $"/t/{token}/practice"])
            {
                Shown page = await browser.OpenAsync(address);
                Assert.Equal(HttpStatusCode.NotFound, page.Status);
                Assert.DoesNotContain(OtherName, page.Html);
            }
        }

        string cookie = Assert.Single(other.Browser.Cookies.Set.Select(s => s.Split(';')[0]).Where(s => s.StartsWith("eqassess-take=", StringComparison.Ordinal)).Distinct());
        foreach (string wrong in NearlyRight(cookie.Split('=', 2)[1]))
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/take/clock");
            request.Headers.TryAddWithoutValidation("Cookie", $"eqassess-take={wrong}");
            HttpResponseMessage answer = await site.NewBrowser().AskAsync(request);
            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(otherBefore, await OtherAsync());
    }

    private async Task<HttpStatusCode> JudgeOneAsync(Person person, AnyRequest any)
    {
        HttpRequestMessage request = any.For(person.Forms, person.Addresses, [.. known, .. person.Own]);
        string what = $"{request.Method} {request.RequestUri} {(request.Content is null ? "" : Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync()))}";
        IReadOnlyDictionary<string, string> before = await site.DigestsAsync();

        HttpResponseMessage answer = await person.Browser.AskAsync(request);

        string body = await answer.Content.ReadAsStringAsync();
        int status = (int)answer.StatusCode;
        Assert.True(status < 500, $"{what}: {status} {body}");
        Assert.False(body.Contains(OtherName, StringComparison.Ordinal) || body.Contains(OtherFamily, StringComparison.Ordinal), $"{what}: another's name");
        if (status >= 400)
        {
            Assert.True(before.SequenceEqual(await site.DigestsAsync()), $"{what}: {status} and yet something was written");
        }

        return answer.StatusCode;
    }

    private async Task<Person> NewPersonAsync()
    {
        Candidate candidate = await site.BeginAsync(name: $"Person {++people}");
        string unopened = await site.NewLinkAsync($"Guest {people}");
        (IReadOnlyList<string> addresses, IReadOnlyList<ValidPost> forms) = await ReachableForms.FindAsync(
            candidate.Browser,
            [$"/t/{candidate.Token}", $"/t/{unopened}", .. SiteMap.MayOpen.Keys.Where(r => r.StartsWith("take", StringComparison.Ordinal)).Select(r => "/" + r.Replace("{number:int?}", "1"))]);
        return new Person(candidate.Browser, addresses, forms, [$"{candidate.Attempt}", candidate.Token, unopened, candidate.First.Form("Next")["entry"]]);
    }

    /// <summary>Every id that some row holds about the other's attempt: a page might be asked for any of them.</summary>
    private async Task<IReadOnlyList<string>> IdsOfOtherAsync() => await site.ReadAsync(async db =>
    {
        AttemptRow attempt = await db.Attempts.AsNoTracking().SingleAsync(a => a.Id == other.Attempt);
        InvitationRow invitation = await db.Invitations.AsNoTracking().SingleAsync(i => i.Id == attempt.InvitationId);
        List<AttemptLogEntry> log = await db.AttemptLog.AsNoTracking().Where(e => e.AttemptId == attempt.Id).ToListAsync();
        return (IReadOnlyList<string>)
        [
            $"{attempt.Id}", $"{invitation.Id}", $"{invitation.CandidateId}", $"{invitation.CampaignId}", $"{attempt.FormVersionId}",
            .. log.Select(e => $"{e.EntryId}"), .. log.Select(e => $"{e.WriterId}").Distinct(),
        ];
    });

    /// <summary>All that the database holds about the other.</summary>
    private async Task<string> OtherAsync() => await site.ReadAsync(async db =>
    {
        AttemptRow attempt = await db.Attempts.AsNoTracking().SingleAsync(a => a.Id == other.Attempt);
        InvitationRow invitation = await db.Invitations.AsNoTracking().SingleAsync(i => i.Id == attempt.InvitationId);
        CandidateRow candidate = await db.Candidates.AsNoTracking().SingleAsync(c => c.Id == invitation.CandidateId);
        List<string> hashes = await db.AttemptLog.Where(e => e.AttemptId == attempt.Id).OrderBy(e => e.Sequence).Select(e => e.Hash).ToListAsync();
        return System.Text.Json.JsonSerializer.Serialize(new { attempt, invitation, candidate, hashes });
    });

    private static IEnumerable<string> NearlyRight(string secret)
    {
        yield return secret[..^1];
        yield return secret + "A";
        yield return secret.ToUpperInvariant() == secret ? secret.ToLowerInvariant() : secret.ToUpperInvariant();
        yield return (secret[0] == 'A' ? 'B' : 'A') + secret[1..];
        int middle = secret.Length / 2;
        yield return secret[..middle] + (secret[middle] == 'A' ? 'B' : 'A') + secret[(middle + 1)..];
    }

    private sealed record Person(Browser Browser, IReadOnlyList<string> Addresses, IReadOnlyList<ValidPost> Forms, IReadOnlyList<string> Own);
}
