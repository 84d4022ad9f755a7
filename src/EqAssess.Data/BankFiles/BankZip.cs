using System.IO.Compression;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;

namespace EqAssess.Data.BankFiles;

/// <summary>A whole bank as one zip of its files: what an export hands out and an import takes.</summary>
public static class BankZip
{
    /// <summary>Writes <c>bank.yaml</c>, forms, items and keys in canonical form. The same bank gives the same bytes; it writes synchronously.</summary>
    /// <param name="bank">Has passed the checks.</param>
    /// <param name="keys">Those to hand out; none gives a zip that no import takes back as it is.</param>
    /// <exception cref="ArgumentException">An id or a version is no file name: the bank has not passed the checks.</exception>
    public static void Write(Stream stream, Bank bank, IReadOnlyList<Key> keys) => ZipWriter.Write(stream, CanonicalYaml.Files(bank, keys));

    /// <summary>
    /// Reads a zip as <see cref="BankReader"/> reads a folder. <c>bank.yaml</c> stands at the root of the zip or in its only folder;
    /// problems name paths from there. Never throws for what the zip holds.
    /// </summary>
    public static BankReading Read(Stream stream)
    {
        var problems = new List<BankProblem>();
        return Files(stream, problems) is { } files ? ZipReading.Of(files, problems) : new BankReading(null, [], problems);
    }

    private static HeldFiles? Files(Stream stream, List<BankProblem> problems)
    {
        if (ZipEntries.Held(stream, problems) is not { } held)
        {
            return null;
        }

        try
        {
            using var zip = new ZipArchive(held, ZipArchiveMode.Read);
            var files = HeldFiles.Unpack(ZipReading.InBank(ZipEntries.Of(held, zip, problems), problems), HeldFiles.IsContent, problems);
            return problems.Count == 0 ? files : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            ZipEntries.Report(problems, "no-zip", ZipEntries.Whole, "this is no zip, or a damaged one: pack it again");
            return null;
        }
    }
}
