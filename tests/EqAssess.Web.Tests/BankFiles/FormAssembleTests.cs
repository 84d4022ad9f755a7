using EqAssess.Cli;
using EqAssess.Testing;
using Xunit;

namespace EqAssess.Web.Tests.BankFiles;

public sealed class FormAssembleTests
{
    private static readonly string Bank = Path.Combine(BuiltSite.QuestionBanks, "contact-centre-empathy");

    [Fact]
    public void Forms_are_assembled_and_reported_the_same_way_for_the_same_seed()
    {
        (int code, string first, _) = Run(Bank, "standard-12", "7");
        (_, string again, _) = Run(Bank, "standard-12", "7");
        (_, string other, _) = Run(Bank, "standard-12", "8");

        Assert.Equal(0, code);
        Assert.StartsWith("Contact-centre empathy, 12 scenarios: blueprint standard-12, seed 7, key draft-2 (draft)", first, StringComparison.Ordinal);
        Assert.Equal(2, first.Split("domains: express 3, listen 3, recognise 3, resolve 3").Length - 1);
        Assert.Contains("no data; chance score", first, StringComparison.Ordinal);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void What_is_not_possible_is_named_with_its_numbers()
    {
        using BankFolderBuilder bank = new BankFolderBuilder().With("forms/long.yaml", "id: long\ntitle: Long\ndomains: { express: 3 }\n");

        (int code, _, string error) = Run(bank.Folder, "long", "1");

        Assert.Equal(1, code);
        Assert.Contains("needs 3 scenarios for express, 1 are free in each form", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_blueprint_is_refused_with_those_there_are()
    {
        (int code, _, string error) = Run(Bank, "standard", "1");

        Assert.Equal((1, "There is no blueprint 'standard' in forms/: known are standard-12."), (code, error.Trim()));
    }

    private static (int Code, string Output, string Error) Run(string folder, string blueprint, string seed)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = CommandLine.Run(["form", "assemble", folder, "--blueprint", blueprint, "--seed", seed], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
