using System.IO.Compression;
using System.Text;
using EqAssess.Data.BankFiles;
using EqAssess.Testing;

namespace EqAssess.Web.Tests.BankFiles;

/// <summary>A zip of a small sound bank. A test says what it adds or changes.</summary>
internal sealed class ZipBuilder
{
    private readonly List<(string Name, byte[] Content, int Attributes)> entries = [];

    public ZipBuilder(string folder = "")
    {
        using var bank = new BankFolderBuilder();
        foreach (string file in new[] { "bank.yaml", BankFolderBuilder.Item, BankFolderBuilder.Practice, BankFolderBuilder.Key })
        {
            With(folder + file, bank.TextOf(file));
        }
    }

    public ZipBuilder With(string name, string content) => With(name, Encoding.UTF8.GetBytes(content));

    public ZipBuilder With(string name, byte[] content, int attributes = 0)
    {
        entries.Add((name, content, attributes));
        return this;
    }

    public ZipBuilder Without(string name)
    {
        entries.RemoveAll(entry => entry.Name == name);
        return this;
    }

    public ZipBuilder Changing(string name, Func<string, string> change)
    {
        string text = Encoding.UTF8.GetString(entries.Single(entry => entry.Name == name).Content);
        return Without(name).With(name, change(text));
    }

    public byte[] Bytes()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content, attributes) in entries)
            {
                ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                entry.ExternalAttributes = attributes;
                using Stream file = entry.Open();
                file.Write(content);
            }
        }

        return stream.ToArray();
    }

    public BankReading Read() => BankZip.Read(new MemoryStream(Bytes()));

    /// <summary>The problems as they are printed.</summary>
    public IReadOnlyList<string> Problems() => [.. Read().Problems.Select(p => ProblemLine.Of(p))];
}
