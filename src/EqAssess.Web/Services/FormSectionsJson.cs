using System.Text.Json;
using EqAssess.Domain.Forms;

namespace EqAssess.Web.Services;

/// <summary>Sections of a form version as its row holds them.</summary>
internal static class FormSectionsJson
{
    public static string? Write(IReadOnlyList<FormSection> sections) => sections.Count == 0 ? null : JsonSerializer.Serialize(sections);

    public static IReadOnlyList<FormSection> Read(string content) =>
        JsonSerializer.Deserialize<List<FormSection>>(content) ?? throw new InvalidOperationException("A form version's sections are empty text.");
}
