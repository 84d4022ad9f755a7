using System.Globalization;
using System.Text;
using EqAssess.Data.Exchange;
using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>From the bytes of a file to invitations: one result per row, and no row keeps another out.</summary>
public sealed class InvitationServiceTests
{
    [Theory]
    [OnEachEngine]
    public async Task Each_row_is_invited_with_one_message_that_is_due_at_once(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        SampleCampaign sample = await site.AddCampaignAsync();

        IReadOnlyList<InvitationResult> results = await InviteAsync(site, sample.Campaign, "Name,Email\nAmara Okafor,amara@example.test\nInés Soto,ines@example.test\n");

        Assert.Equal([(2, InvitationOutcome.Invited), (3, InvitationOutcome.Invited)], results.Select(r => (r.Number, r.Outcome)));
        List<MessageRow> messages = await site.ReadAsync(db => db.Messages.ToListAsync());
        Assert.Equal(2, messages.Select(m => m.InvitationId).Distinct().Count());
        Assert.All(messages, m => Assert.Equal((MessageKind.Invitation, 0, MessageState.Due, TestSite.Start), (m.Kind, m.Slot, m.State, m.DueAt)));
        Assert.Equal(["Amara Okafor", "Inés Soto"], await site.ReadAsync(db => db.Candidates.OrderBy(c => c.Email).Select(c => c.Name).ToListAsync()));
        Assert.Contains(typeof(SendMessages), site.Jobs.Nudges);
    }

    [Fact]
    public async Task Every_row_that_cannot_be_invited_says_why_and_the_others_go_on()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        string text = string.Join('\n',
            "name,email",
            "Amara,amara@example.test",
            ",nobody@example.test",
            "Bo,",
            "Carmen,carmen at example.test",
            "Dilan,dilan@-example.test",
            "\"Eira,eira@example.test",
            "Farid",
            $"{new string('x', 201)},long@example.test",
            "Grace,AMARA@EXAMPLE.TEST",
            "Hiro,hiro@example.test");

        IReadOnlyList<InvitationResult> results = await InviteAsync(site, sample.Campaign, text);

        Assert.Equal(
            [
                (2, InvitationOutcome.Invited),
                (3, InvitationOutcome.NoName),
                (4, InvitationOutcome.NoAddress),
                (5, InvitationOutcome.BadAddress),
                (6, InvitationOutcome.BadAddress),
                (7, InvitationOutcome.BrokenQuotes),
                (8, InvitationOutcome.MissingColumns),
                (9, InvitationOutcome.NameTooLong),
                (10, InvitationOutcome.Duplicate),
                (11, InvitationOutcome.Invited),
            ],
            results.Select(r => (r.Number, r.Outcome)));
        Assert.Equal(2, await site.ReadAsync(db => db.Invitations.CountAsync()));
    }

    [Theory]
    [OnEachEngine]
    public async Task The_same_list_again_invites_nobody_twice(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        SampleCampaign sample = await site.AddCampaignAsync();
        const string text = "Amara,amara@example.test\nBo,bo@example.test";
        await InviteAsync(site, sample.Campaign, text);

        IReadOnlyList<InvitationResult> again = await InviteAsync(site, sample.Campaign, text);

        Assert.All(again, r => Assert.Equal(InvitationOutcome.AlreadyInvited, r.Outcome));
        Assert.Equal(2, await site.ReadAsync(db => db.Messages.CountAsync()));
    }

    [Theory]
    [OnEachEngine]
    public async Task Two_people_who_send_the_same_list_at_once_invite_each_person_once(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        SampleCampaign sample = await site.AddCampaignAsync();
        string text = string.Join('\n', Enumerable.Range(1, 40).Select(i => string.Create(CultureInfo.InvariantCulture, $"Person {i},person{i}@example.test")));

        IReadOnlyList<InvitationResult>[] both = await Task.WhenAll(InviteAsync(site, sample.Campaign, text), InviteAsync(site, sample.Campaign, text));

        Assert.Equal(40, both.SelectMany(r => r).Count(r => r.Outcome == InvitationOutcome.Invited));
        Assert.Equal(40, both.SelectMany(r => r).Count(r => r.Outcome == InvitationOutcome.AlreadyInvited));
        Assert.Equal((40, 40), (await site.ReadAsync(db => db.Invitations.CountAsync()), await site.ReadAsync(db => db.Messages.CountAsync())));
    }

    [Fact]
    public async Task Somebody_known_from_another_campaign_is_the_same_person()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        Guid other = await site.OpenAsync(sample.Form);
        await InviteAsync(site, sample.Campaign, "Amara,amara@example.test");

        IReadOnlyList<InvitationResult> results = await InviteAsync(site, other, "Amara Okafor,Amara@Example.Test");

        Assert.Equal([InvitationOutcome.Invited], results.Select(r => r.Outcome));
        Assert.Equal((1, 2), (await site.ReadAsync(db => db.Candidates.CountAsync()), await site.ReadAsync(db => db.Invitations.CountAsync())));
    }

    [Theory]
    [InlineData("Robert'); DROP TABLE candidate; --")]
    [InlineData("=HYPERLINK(\"http://x.test\")")]
    [InlineData("@SUM(1+1)*cmd|' /C calc'!A0")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("{0} {1} %s ${jndi:ldap://x}")]
    [InlineData("Zoë ‮evil‬ 李小龍 🦊")]
    public async Task A_name_is_text_whatever_it_looks_like(string name)
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        string quoted = $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

        IReadOnlyList<InvitationResult> results = await InviteAsync(site, sample.Campaign, $"name,email\n{quoted},x@example.test");

        Assert.Equal(InvitationOutcome.Invited, Assert.Single(results).Outcome);
        Assert.Equal(name, await site.ReadAsync(db => db.Candidates.Select(c => c.Name).SingleAsync()));
    }

    [Theory]
    [InlineData("a@example.test\r\nBcc: all@example.test")]
    [InlineData("a@example.test,b@example.test")]
    [InlineData("a@example.test b@example.test")]
    [InlineData("A <a@example.test>")]
    [InlineData("\"a b\"@example.test")]
    [InlineData("a@exa mple.test")]
    [InlineData("a@@example.test")]
    [InlineData("a@.test")]
    [InlineData("@example.test")]
    public async Task An_address_that_is_not_one_address_is_refused(string address)
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();

        IReadOnlyList<InvitationResult> results = await site.AskAsync((InvitationService s) =>
            s.InviteAsync(sample.Campaign, [new CsvRow(1, "Amara", address, null)], CancellationToken.None));

        Assert.Equal(InvitationOutcome.BadAddress, Assert.Single(results).Outcome);
        Assert.Equal(0, await site.ReadAsync(db => db.Candidates.CountAsync()));
    }

    [Fact]
    public async Task Ten_thousand_rows_are_invited_in_one_go()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        var text = new StringBuilder("Name;E-Mail\n");
        for (int i = 1; i <= 10_000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Person {i};person{i % 9_999}@example.test\n");
        }

        IReadOnlyList<InvitationResult> results = await InviteAsync(site, sample.Campaign, text.ToString());

        Assert.Equal(10_000, results.Count);
        Assert.Equal([(10_001, InvitationOutcome.Duplicate)], results.Where(r => r.Outcome != InvitationOutcome.Invited).Select(r => (r.Number, r.Outcome)));
        Assert.Equal(9_999, await site.ReadAsync(db => db.Messages.CountAsync()));
    }

    private static Task<IReadOnlyList<InvitationResult>> InviteAsync(TestSite site, Guid campaign, string text) =>
        site.AskAsync((InvitationService s) => s.InviteAsync(campaign, CandidateCsv.Read(text), CancellationToken.None));
}
