using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;

namespace EqAssess.Data.BankFiles;

/// <summary>
/// A bank as the files that people keep: the same bytes for the same content, made to be read and compared. Reading them gives the
/// content back, items and forms in ordinal order of their files; white space around a text is no content.
/// </summary>
public static class CanonicalYaml
{
    /// <summary><c>bank.yaml</c>, then forms, items and keys, each by id in ordinal order.</summary>
    /// <exception cref="ArgumentException">An id or a version is no file name: the bank has not passed the checks.</exception>
    public static IReadOnlyList<BankFileText> Files(Bank bank, IReadOnlyList<Key> keys) =>
    [
        new(BankFile.Name, BankFileWriter.Text(bank)),
        .. Forms(bank).OrderBy(form => form.Id, StringComparer.Ordinal).Select(form => new BankFileText($"forms/{Named(form.Id)}.yaml", form.Text)),
        .. bank.Items.OrderBy(item => item.Id, StringComparer.Ordinal).Select(item => new BankFileText($"items/{Named(item.Id)}.yaml", ItemFileWriter.Text(item))),
        .. keys.OrderBy(key => key.Version, StringComparer.Ordinal).Select(key => new BankFileText($"keys/{Named(key.Version)}.yaml", KeyFileWriter.Text(key))),
    ];

    private static IEnumerable<(string Id, string Text)> Forms(Bank bank) =>
        [.. bank.Blueprints.Select(b => (b.Id, FormFileWriter.Text(b))), .. bank.Forms.Select(f => (f.Id, FormFileWriter.Text(f)))];

    private static string Named(string id) =>
        ContentRules.IsKebabCase(id) ? id : throw new ArgumentException($"'{id}' is no file name.", nameof(id));
}

/// <param name="Path">Relative to the bank, with slashes.</param>
/// <param name="Text">Lines end in LF, the last one too.</param>
public sealed record BankFileText(string Path, string Text);
