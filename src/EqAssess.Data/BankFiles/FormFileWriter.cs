using System.Globalization;
using EqAssess.Domain.Banks;

namespace EqAssess.Data.BankFiles;

/// <summary>The counterpart of <see cref="FormFile"/>. What is as it would be without its line takes none.</summary>
internal static class FormFileWriter
{
    public static string Text(FrozenForm form)
    {
        var yaml = new YamlWriter();
        yaml.Text("id", form.Id);
        yaml.Text("title", form.Title);
        Count(yaml, "minutes", form.Minutes);
        yaml.Lines("items", form.Items);
        if (form.Sections.Count > 0)
        {
            yaml.Entries("sections", form.Sections, section =>
            {
                yaml.Text("title", section.Title);
                yaml.Number("items", section.Items);
                Count(yaml, "minutes", section.Minutes);
            });
        }

        return yaml.ToString();
    }

    public static string Text(Blueprint blueprint)
    {
        var yaml = new YamlWriter();
        yaml.Text("id", blueprint.Id);
        yaml.Text("title", blueprint.Title);
        Count(yaml, "forms", blueprint.Forms == 1 ? null : blueprint.Forms);
        yaml.Block("domains", () => blueprint.Domains.ToList().ForEach(d => Count(yaml, d.Code, d.Least)));
        Quotas(yaml, "facets", blueprint.Facets);
        Quotas(yaml, "formats", blueprint.Formats);
        Quotas(yaml, "channels", blueprint.Channels);
        yaml.InBrackets("anchors", blueprint.Anchors);
        yaml.InBrackets("pretest", blueprint.Pretest);
        Count(yaml, "pretestCount", blueprint.PretestCount == 0 ? null : blueprint.PretestCount);
        Count(yaml, "minutes", blueprint.Minutes);
        Share(yaml, "mostShare", blueprint.MostShare);
        Count(yaml, "mostAttempts", blueprint.MostAttempts);
        Share(yaml, "mostOverlap", blueprint.MostOverlap);
        return yaml.ToString();
    }

    private static void Quotas(YamlWriter yaml, string name, IReadOnlyList<Quota> quotas)
    {
        if (quotas.Count > 0)
        {
            yaml.Block(name, () => quotas.ToList().ForEach(quota => yaml.Raw(quota.Code, Worded(quota))));
        }
    }

    private static string Worded(Quota quota) => quota.Most is int most
        ? string.Create(CultureInfo.InvariantCulture, $"{{ least: {quota.Least}, most: {most} }}")
        : quota.Least.ToString(CultureInfo.InvariantCulture);

    private static void Count(YamlWriter yaml, string name, int? count)
    {
        if (count is int given)
        {
            yaml.Number(name, given);
        }
    }

    private static void Share(YamlWriter yaml, string name, double share)
    {
        if (share < 1)
        {
            yaml.Number(name, share);
        }
    }
}
