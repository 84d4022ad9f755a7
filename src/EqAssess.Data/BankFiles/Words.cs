using System.Text.Json;

namespace EqAssess.Data.BankFiles;

/// <summary>Enum values as they stand in files and in canonical JSON: kebab-case.</summary>
public static class Words
{
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];

    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The value with this word; null where there is none. Case counts.</summary>
    public static T? Find<T>(string word) where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => Of(value) == word).Select(value => (T?)value).FirstOrDefault();
}
