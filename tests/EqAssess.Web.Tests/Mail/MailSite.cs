using System.Globalization;
using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Mail;

/// <summary>A site that sends to a given port, with people invited to its campaign.</summary>
internal static class MailSite
{
    public static async Task<TestSite> InvitedAsync(string engine, int port, params string[] names)
    {
        TestSite site = await TestSite.CreateAsync(
            engine,
            ("Mail:Host", "127.0.0.1"),
            ("Mail:Port", port.ToString(CultureInfo.InvariantCulture)),
            ("Mail:UseTls", "false"),
            ("Mail:TimeoutSeconds", "15"),
            ("Mail:From", "hiring@assess.example"));
        SampleCampaign sample = await site.AddCampaignAsync();
        foreach (string name in names.DefaultIfEmpty("amara"))
        {
            await site.InviteAsync(sample.Campaign, name);
        }

        return site;
    }

    public static Task<int> SendAsync(this TestSite site) => site.RunAsync<SendMessages>();

    public static Task<MessageRow> MessageAsync(this TestSite site) => site.ReadAsync(db => db.Messages.AsNoTracking().SingleAsync());

    public static Task<List<MessageRow>> MessagesAsync(this TestSite site) => site.ReadAsync(db => db.Messages.AsNoTracking().ToListAsync());
}
