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
        Expectations(yaml, bank.Expects);
        return yaml.ToString();
    }

    // A count of 0 asks for nothing, and so does a line that is not there.
    private static void Expectations(YamlWriter yaml, BankExpectations expects)
    {
        if (expects.PerFacet == 0 && expects.PerChannel == 0 && expects.Channels.Count == 0)
        {
            return;
        }

        yaml.Block("expects", () =>
        {
            Count(yaml, "perFacet", expects.PerFacet);
            yaml.InBrackets("channels", [.. expects.Channels.Select(Words.Of)]);
            Count(yaml, "perChannel", expects.PerChannel);
        });
    }

    private static void Count(YamlWriter yaml, string name, int count)
    {
        if (count != 0)
        {
            yaml.Raw(name, count.ToString(CultureInfo.InvariantCulture));
        }
    }
}
