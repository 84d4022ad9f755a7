using System.Text;
using EqAssess.Domain.Banks;

namespace EqAssess.Data.BankFiles;

/// <summary>A bank's files as untrusted input: bounded in files and bytes, and nothing outside of the bank is read.</summary>
internal sealed class BankFolder(IBankFiles source, List<BankProblem> problems)
{
    public const int MostFiles = 20_000;
    public const int MostBytes = Megabyte;
    public const long MostBytesTogether = 64L * Megabyte;

    // Only a key grows with the bank: one for 10,000 items takes about 6 MB.
    private const int MostBytesOfKey = 16 * Megabyte;
    private const int Megabyte = 1_048_576;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private int files;
    private long bytes;

    public static int MostBytesOf(string file) => file.StartsWith("keys/", StringComparison.Ordinal) ? MostBytesOfKey : MostBytes;

    /// <summary>The YAML files of a subfolder, relative to the bank and in ordinal order; empty where it is missing or refused.</summary>
    public IReadOnlyList<string> Files(string subfolder)
    {
        try
        {
            if (!StaysWithin(subfolder))
            {
                return [];
            }

            var names = source.Names(subfolder).Take(MostFiles - files + 1).ToList();
            files += names.Count;
            if (files > MostFiles)
            {
                Report("too-many-files", subfolder, 1, $"the bank has more than {MostFiles} files, so {subfolder}/ is not read: split the bank");
                return [];
            }

            return [.. names.Where(name => IsContent(subfolder, name)).Order(StringComparer.Ordinal).Select(name => $"{subfolder}/{name}")];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Report("unreadable", subfolder, 1, $"the folder cannot be read: {e.Message}");
            return [];
        }
    }

    /// <summary>The text of a file; null where it is refused, and the problem says why.</summary>
    public string? Text(string file)
    {
        try
        {
            return StaysWithin(file) && Bytes(file) is { } content ? Decoded(file, content) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Report("unreadable", file, 1, $"the file cannot be read: {e.Message}");
            return null;
        }
    }

    private bool IsContent(string subfolder, string name)
    {
        bool content = name.EndsWith(".yaml", StringComparison.Ordinal);
        if (!content && !name.StartsWith('.'))
        {
            problems.Add(new BankProblem("not-read", ProblemSeverity.Warning, new Place.InFile($"{subfolder}/{name}", 1), "this is not read: only files that end in .yaml are, and no folders below"));
        }

        return content;
    }

    private bool StaysWithin(string path)
    {
        bool within = source.StaysWithin(path);
        if (!within)
        {
            Report("outside", path, 1, "a symbolic link leads out of the bank's folder: put the content itself here");
        }

        return within;
    }

    private byte[]? Bytes(string file)
    {
        using var stream = source.Open(file);
        int most = MostBytesOf(file);
        byte[] buffer = new byte[Math.Min(stream.Length, most) + 1];
        int length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        bytes += length;
        if (length > most)
        {
            Report("too-large", file, 1, $"the file is larger than {most / Megabyte} MB: split it, or take out what is no text");
            return null;
        }

        if (bytes > MostBytesTogether)
        {
            Report("too-large", file, 1, "the bank's files are larger than 64 MB together: split the bank");
            return null;
        }

        return buffer[..length];
    }

    private string? Decoded(string file, byte[] content)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        ReadOnlySpan<byte> text = content.AsSpan();
        text = text.StartsWith(mark) ? text[mark.Length..] : text;
        try
        {
            return StrictUtf8.GetString(text);
        }
        catch (DecoderFallbackException e)
        {
            int line = 1 + text[..Math.Clamp(e.Index, 0, text.Length)].Count((byte)'\n');
            Report("not-utf8", file, line, "the file is not UTF-8 from this line on: save it in that encoding");
            return null;
        }
    }

    private void Report(string code, string path, int line, string message) =>
        problems.Add(new BankProblem(code, ProblemSeverity.Error, new Place.InFile(path, line), message));
}
