using EqAssess.Domain.Banks;

namespace EqAssess.Data.BankFiles;

/// <summary>The counterpart of <see cref="ItemFile"/>. What an item does not have takes no line; the domain is left to the facet.</summary>
internal static class ItemFileWriter
{
    public static string Text(Item item)
    {
        var yaml = new YamlWriter();
        yaml.Text("id", item.Id);
        yaml.Raw("use", Words.Of(item.Use));
        yaml.Text("format", item.Format);
        yaml.Text("facet", item.Facet);
        yaml.Raw("channel", Words.Of(item.Channel));
        if (!string.IsNullOrWhiteSpace(item.ContentNote))
        {
            yaml.Text("contentNote", item.ContentNote);
        }

        yaml.Text("title", item.Title);
        yaml.Text("situation", item.Situation);
        if (item.Said.Count > 0)
        {
            yaml.Entries("said", item.Said, said =>
            {
                yaml.Text("speaker", said.Speaker);
                yaml.Text("text", said.Text);
            });
        }

        yaml.Raw("question", Words.Of(item.Question));
        yaml.Entries("options", item.Options, option =>
        {
            yaml.Text("id", option.Id);
            yaml.Text("text", option.Text);
        });
        yaml.InBrackets("enemies", item.Enemies);
        return yaml.ToString();
    }
}
