using System.Globalization;
using System.IO.Compression;
using EqAssess.Domain.Banks;

namespace EqAssess.Data.BankFiles;

/// <summary>The entries of an untrusted zip, refused as a whole where one of them could lead anywhere but into the zip.</summary>
internal static class ZipEntries
{
    /// <summary>Bytes of a zip that is read at all; the files of the largest bank take a third of it.</summary>
    public const int MostZipBytes = 32 * 1_048_576;

    /// <summary>Where a problem of the zip as a whole is shown.</summary>
    public const string Whole = "zip";

    private const int MostEntries = 2 * BankFolder.MostFiles;
    private const int DeepestFolder = 10;
    private const int LongestName = 400;
    private const int UnixLink = 0xA000;
    private const int UnixKind = 0xF000;

    /// <summary>The zip in memory; null where it is too large, and the problem says so.</summary>
    public static MemoryStream? Held(Stream stream, List<BankProblem> problems)
    {
        var held = new MemoryStream();
        byte[] buffer = new byte[81_920];
        for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            held.Write(buffer, 0, read);
            if (held.Length > MostZipBytes)
            {
                Report(problems, "too-large", Whole, "the zip is larger than 32 MB: take out what is no text, or split the bank");
                return null;
            }
        }

        return held;
    }

    /// <summary>The files of the zip by path, folders left out; none where anything is refused.</summary>
    /// <exception cref="InvalidDataException">The bytes are no zip.</exception>
    public static IReadOnlyDictionary<string, ZipArchiveEntry> Of(MemoryStream held, ZipArchive zip, List<BankProblem> problems)
    {
        // Counted in the bytes before the directory is read: reading it makes an object of every entry.
        if (HasTooMany(held.GetBuffer().AsSpan(0, (int)held.Length)))
        {
            Report(problems, "too-many-files", Whole, string.Create(CultureInfo.InvariantCulture, $"the zip has more than {MostEntries} entries: split the bank"));
            return new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        }

        int before = problems.Count;
        var files = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            if (Refusal(entry) is { } why)
            {
                Report(problems, "unsafe-entry", Shown(entry.FullName), why);
            }
            else if (!entry.FullName.EndsWith('/') && !files.TryAdd(entry.FullName, entry))
            {
                Report(problems, "duplicate-entry", entry.FullName, "the zip holds this file twice: pack it again from a folder");
            }

            if (problems.Count - before >= 20)
            {
                break;
            }
        }

        return problems.Count == before ? files : new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
    }

    /// <summary>Whether a zip names more entries than are read. Asked before <see cref="ZipArchive"/>, which makes an object of each.</summary>
    public static bool HasTooMany(ReadOnlySpan<byte> zip) => zip.Count("PK\x01\x02"u8) > MostEntries;

    /// <summary>The entry's bytes, at most so many; none where they cannot be unpacked, and the problem says why.</summary>
    public static byte[] Unpacked(ZipArchiveEntry entry, string path, long most, List<BankProblem> problems)
    {
        try
        {
            using Stream content = entry.Open();
            var bytes = new MemoryStream();
            byte[] buffer = new byte[81_920];
            int read;
            while (most > 0 && (read = content.Read(buffer, 0, (int)Math.Min(buffer.Length, most))) > 0)
            {
                bytes.Write(buffer, 0, read);
                most -= read;
            }

            return bytes.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            Report(problems, "unreadable", path, $"the file cannot be unpacked: {e.Message}");
            return [];
        }
    }

    public static void Report(List<BankProblem> problems, string code, string path, string message) =>
        problems.Add(new BankProblem(code, ProblemSeverity.Error, new Place.InFile(path, 1), message));

    private static string? Refusal(ZipArchiveEntry entry)
    {
        string[] parts = entry.FullName.TrimEnd('/').Split('/');
        return entry.IsEncrypted ? "the file is encrypted: pack it without a password"
            : entry.FullName.Length > LongestName || parts.Length > DeepestFolder ? "the path is too long or too deep: pack the bank's folder alone"
            : entry.FullName.Any(c => c is '\\' or ':' or '\uFFFD' || char.IsControl(c)) ? "the path holds a character that no path in a bank has: pack it again, with slashes between folders and names in UTF-8"
            : parts.Any(part => part is "" or "." or "..") ? "the path leads out of the zip: pack the bank's folder alone"
            : (entry.ExternalAttributes >> 16 & UnixKind) == UnixLink ? "a symbolic link is not followed: put the content itself into the zip"
            : null;
    }

    private static string Shown(string name) => name.Length <= LongestName ? name : $"{name[..LongestName]}…";
}
