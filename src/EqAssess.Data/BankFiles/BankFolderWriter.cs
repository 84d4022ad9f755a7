using System.Text;

namespace EqAssess.Data.BankFiles;

/// <summary>Puts files on disk whole or not at all: they are written beside their place first, and then moved.</summary>
public static class BankFolderWriter
{
    private static readonly string[] OfBank = [BankFile.Name, "items", "keys"];

    /// <summary>Whether the folder holds anything that <see cref="Write"/> would replace.</summary>
    public static bool HoldsBank(string folder) => OfBank.Any(name => Exists(Path.Combine(folder, name)));

    /// <summary>Makes the folder hold this bank: <c>bank.yaml</c>, <c>items</c> and <c>keys</c> are replaced, all else in it stays.</summary>
    /// <exception cref="IOException">The place cannot be written; what was there is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">The place may not be written.</exception>
    public static void Write(string folder, IReadOnlyList<BankFileText> files)
    {
        string place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        Directory.CreateDirectory(place);
        string beside = Path.Combine(Path.GetDirectoryName(place) ?? place, $".{Path.GetFileName(place)}.writing");
        string former = Path.Combine(beside, "former");
        Directory.CreateDirectory(former);
        try
        {
            foreach (var (path, text) in files)
            {
                string file = Path.Combine(beside, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file) ?? beside);
                File.WriteAllText(file, text, Utf8);
            }

            Swap(beside, place, former);
        }
        finally
        {
            Directory.Delete(beside, recursive: true);
        }
    }

    /// <summary>Writes one file over what may be there.</summary>
    public static void Write(string file, byte[] content)
    {
        string beside = $"{Path.GetFullPath(file)}.writing";
        try
        {
            File.WriteAllBytes(beside, content);
            File.Move(beside, file, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    public static UTF8Encoding Utf8 { get; } = new(encoderShouldEmitUTF8Identifier: false);

    private static void Swap(string from, string to, string former)
    {
        var moved = new List<string>();
        try
        {
            foreach (string name in OfBank)
            {
                Move(Path.Combine(to, name), Path.Combine(former, name));
                moved.Add(name);
                Move(Path.Combine(from, name), Path.Combine(to, name));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            foreach (string name in moved)
            {
                Move(Path.Combine(to, name), Path.Combine(from, name));
                Move(Path.Combine(former, name), Path.Combine(to, name));
            }

            throw;
        }
    }

    private static void Move(string from, string to)
    {
        if (Exists(from))
        {
            Directory.Move(from, to);
        }
    }

    private static bool Exists(string path) => Directory.Exists(path) || File.Exists(path);
}
