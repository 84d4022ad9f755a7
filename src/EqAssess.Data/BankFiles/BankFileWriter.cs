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
        return yaml.ToString();
    }
}
