using System.Globalization;
using EqAssess.Domain.Banks;

namespace EqAssess.Data.BankFiles;

/// <summary>The counterpart of <see cref="BankFile"/>.</summary>
internal static class BankFileWriter
{
    public static string Text(Bank bank)
    {
        var yaml = new YamlWriter();
        yaml.Text("id", bank.Id);
        yaml.Text("title", bank.Title);
        yaml.Text("language", bank.Language);
        yaml.Text("description", bank.Description);
        WriteExpectations(yaml, bank.Expects);
        yaml.Entries("domains", bank.Domains, domain =>
        {
            yaml.Text("code", domain.Code);
            yaml.Text("title", domain.Title);
            yaml.Text("interviewQuestion", domain.InterviewQuestion);
            yaml.Text("followUp", domain.FollowUp);
            yaml.Entries("facets", domain.Facets, facet =>
            {
                yaml.Text("code", facet.Code);
                yaml.Text("title", facet.Title);
                yaml.Text("behaviour", facet.Behaviour);
            });
        });
        return yaml.ToString();
    }

    // What is not expected takes no line: a count of 0 asks for nothing.
    private static void WriteExpectations(YamlWriter yaml, BankExpectations expects)
    {
        if (expects is { PerFacet: 0, Channels.Count: 0, PerChannel: 0 })
        {
            return;
        }

        yaml.Block("expects", () =>
        {
            WriteCount(yaml, "perFacet", expects.PerFacet);
            yaml.InBrackets("channels", [.. expects.Channels.Select(Words.Of)]);
            WriteCount(yaml, "perChannel", expects.PerChannel);
        });
    }

    private static void WriteCount(YamlWriter yaml, string name, int count)
    {
        if (count > 0)
        {
            yaml.Number(name, count);
        }
    }
}
