namespace EqAssess.Data.BankFiles;

/// <summary>A bank's files in a folder on disk.</summary>
internal sealed class DiskFiles(string folder) : IBankFiles
{
    private readonly string root = RealPath.Of(folder);

    public IEnumerable<string> Names(string subfolder)
    {
        string path = Path.Combine(root, subfolder);
        return Directory.Exists(path) ? Directory.EnumerateFileSystemEntries(path).Select(Path.GetFileName).OfType<string>() : [];
    }

    public bool StaysWithin(string path) => RealPath.IsWithin(root, RealPath.Of(Path.Combine(root, path)));

    public Stream Open(string file) => File.OpenRead(Path.Combine(root, file));
}
