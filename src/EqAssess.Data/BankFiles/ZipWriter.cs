using System.IO.Compression;
using System.Text;

namespace EqAssess.Data.BankFiles;

/// <summary>Zips in which nothing but their content makes a difference: the same files in the same order give the same bytes.</summary>
internal static class ZipWriter
{
    // The first instant that a zip can name: a time of day would make the same content another file.
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Stream stream, IEnumerable<BankFileText> files)
    {
        // A stream that cannot seek would get other bytes.
        var held = new MemoryStream();
        using (var zip = new ZipArchive(held, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                ZipArchiveEntry entry = zip.CreateEntry(path, CompressionLevel.Optimal);
                entry.LastWriteTime = Stamp;
                using Stream content = entry.Open();
                content.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        held.WriteTo(stream);
    }
}
