using System.Text;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using Xunit;

namespace EqAssess.Web.Tests.BankFiles;

public sealed class SoundBankTests : IDisposable
{
    private readonly BankFolderBuilder bank = new();

    public void Dispose() => bank.Dispose();

    [Fact]
    public void A_sound_bank_is_read_without_problems()
    {
        var reading = bank.Read();

        Assert.Empty(reading.Problems);
        Assert.NotNull(reading.Bank);
        Assert.Equal(("small-bank", "A small bank", "en", "Two scenarios for tests."), (reading.Bank.Id, reading.Bank.Title, reading.Bank.Language, reading.Bank.Description));
        Assert.Equal(["late-parcel", "warm-up"], reading.Bank.Items.Select(item => item.Id));
        Assert.Equal([new Facet("validation", "Validation", "Names and accepts the feeling."), new Facet("language", "Language", "Clear and personal words.")], Assert.Single(reading.Bank.Domains).Facets);
    }

    [Fact]
    public void Every_field_of_an_item_is_read()
    {
        bank.Changing(BankFolderBuilder.Item, "channel: phone", "channel: email\ncontentNote: a child who waits");

        var item = bank.Read().Bank!.Items[0];

        Assert.Equal((ItemUse.Live, "rate-each", "validation", Channel.Email, Question.Reply), (item.Use, item.Format, item.Facet, item.Channel, item.Question));
        Assert.Equal(("a child who waits", "The parcel that is late"), (item.ContentNote, item.Title));
        Assert.StartsWith("You answer calls for a shop that sends parcels. The caller has waited at home for three days", item.Situation, StringComparison.Ordinal);
        Assert.EndsWith("holds a gift.", item.Situation, StringComparison.Ordinal);
        Assert.Equal([new Utterance("D. Okafor, customer", "Nobody came, again. The party is tomorrow, and I do not know what to tell my son.")], item.Said);
        Assert.Equal(["a", "b", "c", "d"], item.Options.Select(o => o.Id));
        Assert.Equal("Why did you not call us earlier?", item.Options[2].Text);
    }

    [Fact]
    public void Every_field_of_a_key_is_read()
    {
        bank.Changing(BankFolderBuilder.Key, "hangsOn: []", "hangsOn: [P02, P18]").Changing(BankFolderBuilder.Key, "effectiveness: 3,", "effectiveness: 2.75,");

        var key = Assert.Single(bank.Read().Keys);

        Assert.Equal(("draft-1", KeyStatus.Draft, "keyed-credit", "one author, before any panel"), (key.Version, key.Status, key.Method, key.Source));
        Assert.Equal([1, 2, 3, 4], key.Scale);
        Assert.Equal(["P02", "P18"], key.Items["late-parcel"].HangsOn);
        Assert.Equivalent(new KeyedOption("d", 2.75, "It helps and passes over the feeling.", ["P15"]), key.Items["late-parcel"].Options[3], strict: true);
        Assert.Equal("The judges did not agree.", key.Items["warm-up"].Options[3].DroppedBecause);
    }

    [Fact]
    public void A_scale_that_is_not_given_runs_from_1_to_4()
    {
        bank.Changing(BankFolderBuilder.Key, "scale: [1, 2, 3, 4]\n", "");

        var key = Assert.Single(bank.Read().Keys);

        Assert.Equal([1, 2, 3, 4], key.Scale);
    }

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_change_nothing()
    {
        var expected = bank.Read().Bank!.Items[0];
        string windows = "\uFEFF" + bank.TextOf(BankFolderBuilder.Item).Replace("\n", "\r\n");
        bank.With(BankFolderBuilder.Item, Encoding.UTF8.GetBytes(windows));

        var reading = bank.Read();

        Assert.Empty(reading.Problems);
        Assert.Equivalent(expected, reading.Bank!.Items[0], strict: true);
    }

    [Fact]
    public void An_item_may_name_the_domain_that_its_facet_implies()
    {
        bank.Changing(BankFolderBuilder.Item, "facet: validation", "facet: validation\ndomain: express");

        var reading = bank.Read();

        Assert.Empty(reading.Problems);
        Assert.NotNull(reading.Bank);
    }

    [Fact]
    public void Warnings_alone_leave_the_bank_readable()
    {
        bank.Changing(BankFolderBuilder.Key, "principles: [P15]", "principles: [P15, P18]");

        var reading = bank.Read();

        Assert.Equal(ProblemSeverity.Warning, Assert.Single(reading.Problems).Severity);
        Assert.NotNull(reading.Bank);
        Assert.Single(reading.Keys);
    }

    [Fact]
    public void One_error_keeps_the_bank_and_its_keys_back()
    {
        bank.Changing(BankFolderBuilder.Item, "use: live", "use: alive");

        var reading = bank.Read();

        Assert.Single(reading.Problems);
        Assert.Null(reading.Bank);
        Assert.Empty(reading.Keys);
    }
}
