using System.IO.Compression;
using EqAssess.Domain.Banks;

namespace EqAssess.Data.BankFiles;

/// <summary>
/// A bank's files in memory, most of them out of a zip. What a zip says about itself (sizes, counts) is believed nowhere: bytes are counted
/// while they are unpacked, and only files that a bank reads are unpacked at all.
/// </summary>
internal sealed class HeldFiles : IBankFiles
{
    private readonly Dictionary<string, byte[]> files;

    private HeldFiles(Dictionary<string, byte[]> files) => this.files = files;

    public static HeldFiles Of(IEnumerable<BankFileText> texts) =>
        new(texts.ToDictionary(file => file.Path, file => BankFolderWriter.Utf8.GetBytes(file.Text), StringComparer.Ordinal));

    /// <param name="paths">By path in the bank.</param>
    /// <param name="isRead">Whether the file at a path is read by anybody.</param>
    public static HeldFiles Unpack(IReadOnlyDictionary<string, ZipArchiveEntry> paths, Predicate<string> isRead, List<BankProblem> problems)
    {
        var unpacked = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        long left = BankFolder.MostBytesTogether + 1;
        foreach (var (path, entry) in paths.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            byte[] bytes = isRead(path) ? ZipEntries.Unpacked(entry, path, Math.Min(left, BankFolder.MostBytesOf(path) + 1), problems) : [];
            left -= bytes.Length;
            unpacked[path] = bytes;
        }

        return new HeldFiles(unpacked);
    }

    public IEnumerable<string> Paths => files.Keys;

    public static bool IsContent(string path) =>
        path == BankFile.Name || (path.EndsWith(".yaml", StringComparison.Ordinal) && path.Split('/') is ["forms" or "items" or "keys", _]);

    public IEnumerable<string> Names(string subfolder) =>
        files.Keys.Select(path => path.Split('/')).Where(parts => parts.Length > 1 && parts[0] == subfolder).Select(parts => parts[1]).Distinct(StringComparer.Ordinal);

    public byte[] Bytes(string path) => files[path];

    public bool StaysWithin(string path) => true;

    public Stream Open(string file) =>
        files.TryGetValue(file, out byte[]? bytes) ? new MemoryStream(bytes, writable: false) : throw new FileNotFoundException($"there is no {file} in the zip");
}
