using EqAssess.Data.BankFiles;
using EqAssess.Data.Exchange.Qti;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using static EqAssess.Web.Tests.Services.Banks.ItemWork;

namespace EqAssess.Web.Tests.Services.Banks;

/// <summary>Every kind of file comes in by one door.</summary>
public sealed class UploadedBankTests
{
    private const string Luggage = """
        <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="late-bag" title="A late bag" adaptive="false" timeDependent="false">
          <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse><value>A</value></correctResponse></responseDeclaration>
          <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
          <itemBody><p>A caller waits for her bag.</p><choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1">
            <simpleChoice identifier="A">Ask what is in it.</simpleChoice><simpleChoice identifier="B">Ask for patience.</simpleChoice><simpleChoice identifier="C">Ask her to write.</simpleChoice>
          </choiceInteraction></itemBody>
          <responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>
        </assessmentItem>
        """;

    [Fact]
    public async Task A_QTI_package_with_keys_is_the_bank_that_it_was_made_of()
    {
        await using TestSite site = await TestSite.CreateAsync();
        ExportedBank exported = await ExportAsync(site, await site.ImportBankAsync(items: 3));
        var package = new MemoryStream();
        QtiPackage.Write(package, exported.Bank, exported.Keys);

        UploadedBank read = UploadedBank.Read(package.ToArray(), "bank.zip");

        Assert.True(read.Bank is not null, string.Join('\n', read.Problems));
        Assert.True((await site.AskAsync((BankExchange exchange) => exchange.PreviewAsync(read.Bank, read.Keys, CancellationToken.None))).AreNone);
    }

    [Fact]
    public async Task Items_that_the_bank_has_already_become_no_drafts()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Guid bank = await site.ImportBankAsync(items: 3);
        ExportedBank exported = await ExportAsync(site, bank);
        var package = new MemoryStream();
        QtiPackage.Write(package, exported.Bank, []);

        UploadedBank read = UploadedBank.Read(package.ToArray(), "bank.zip");
        int begun = await site.AskAsync((ItemDesk desk) => desk.BeginAsync(bank, read.Drafts, read.Keyed, Ana));

        Assert.Equal((4, 0), (read.Drafts.Count, begun));
    }

    [Fact]
    public async Task A_QTI_item_from_elsewhere_becomes_a_draft_with_what_its_scoring_says()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Guid bank = await site.ImportBankAsync(items: 2);
        UploadedBank read = UploadedBank.Read(System.Text.Encoding.UTF8.GetBytes(Luggage), "late-bag.xml");

        await site.AskAsync((ItemDesk desk) => desk.BeginAsync(bank, read.Drafts, read.Keyed, Ana));

        Assert.Null(read.Bank);
        Assert.Contains(read.Problems, p => p.Message.Contains("'facet' is missing", StringComparison.Ordinal));
        ItemVersionRow draft = await site.ReadAsync(db => db.ItemVersions.SingleAsync(v => v.Status == ItemStatus.Draft));
        Item item = ItemJson.Read(draft.Content);
        Assert.Equal(("late-bag", "A late bag", "best", 3), (item.Id, item.Title, item.Format, item.Options.Count));
        KeyedItem key = KeyJson.ReadItem(draft.KeyProposal!);
        Assert.Equal(item.Options[0].Id, key.Options.MaxBy(o => o.Effectiveness)!.Option);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("<")]
    [InlineData("no file of any kind")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><assessmentItem>&b;</assessmentItem>")]
    public void A_file_that_is_none_of_ours_is_told_apart_and_nothing_is_thrown(string content)
    {
        UploadedBank read = UploadedBank.Read(System.Text.Encoding.UTF8.GetBytes(content), "file");

        Assert.Null(read.Bank);
        Assert.Empty(read.Drafts);
        Assert.Contains(read.Problems, p => p.Severity == ProblemSeverity.Error);
    }

    private static Task<ExportedBank> ExportAsync(TestSite site, Guid bank) => site.AskAsync((BankExchange exchange) => exchange.ExportAsync(bank, CancellationToken.None));
}
