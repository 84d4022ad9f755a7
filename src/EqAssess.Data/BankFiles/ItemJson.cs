using System.Text.Json;
using EqAssess.Domain.Banks;

namespace EqAssess.Data.BankFiles;

/// <summary>An item as the database keeps it. The form may grow and never change: digests of stored versions rest on it.</summary>
public static class ItemJson
{
    public static string Write(Item item) => CanonicalJson.Write(json =>
    {
        json.WriteString("id", item.Id);
        json.WriteString("use", Words.Of(item.Use));
        json.WriteString("format", item.Format);
        json.WriteString("facet", item.Facet);
        json.WriteString("channel", Words.Of(item.Channel));
        json.WriteString("contentNote", item.ContentNote);
        json.WriteString("title", item.Title);
        json.WriteString("situation", item.Situation);
        json.WriteObjects("said", item.Said, said =>
        {
            json.WriteString("speaker", said.Speaker);
            json.WriteString("text", said.Text);
        });
        json.WriteString("question", Words.Of(item.Question));
        json.WriteObjects("options", item.Options, option =>
        {
            json.WriteString("id", option.Id);
            json.WriteString("text", option.Text);
        });
        if (item.Enemies.Count > 0)
        {
            json.WriteStrings("enemies", item.Enemies);
        }
    });

    /// <exception cref="JsonException">The text is no stored item.</exception>
    public static Item Read(string json) => CanonicalJson.Read(json, item => new Item(
        item.Text("id"),
        item.Word<ItemUse>("use"),
        item.Text("format"),
        item.Text("facet"),
        item.Word<Channel>("channel"),
        item.OptionalText("contentNote"),
        item.Text("title"),
        item.Text("situation"),
        item.Each("said", said => new Utterance(said.Text("speaker"), said.Text("text"))),
        item.Word<Question>("question"),
        item.Each("options", option => new Option(option.Text("id"), option.Text("text"))))
    {
        Enemies = item.TryGetProperty("enemies", out _) ? item.Texts("enemies") : [],
    });
}
