using System.Text;

namespace EqAssess.Data.BankFiles;

/// <summary>Puts files on disk whole or not at all: they are written beside their place first, and then moved.</summary>
public static class BankFolderWriter
{
    private const string Former = "former";
    private static readonly string[] OfBank = [BankFile.Name, "forms", "items", "keys"];

    /// <summary>Whether the folder holds anything that <see cref="Write"/> would replace.</summary>
    public static bool HoldsBank(string folder) => OfBank.Any(name => Exists(Path.Combine(folder, name)));

    /// <summary>Makes the folder hold this bank: <c>bank.yaml</c>, <c>items</c>, <c>keys</c> and <c>forms</c> are replaced, all else in it stays.</summary>
    /// <exception cref="IOException">The place cannot be written; what was there is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">The place may not be written.</exception>
    public static void Write(string folder, IReadOnlyList<BankFileText> files)
    {
        string place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        string beside = Path.Combine(Path.GetDirectoryName(place) ?? place, $".{Path.GetFileName(place)}.writing");
        if (Exists(beside))
        {
            throw new IOException($"{beside} is left from a run that was broken off and may hold the only copy of a bank: look into it, then take it away.");
        }

        Directory.CreateDirectory(place);
        Prepare(beside, files);
        Swap(beside, place);
        Directory.Delete(beside, recursive: true);
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

    private static void Prepare(string beside, IReadOnlyList<BankFileText> files)
    {
        try
        {
            Directory.CreateDirectory(Path.Combine(beside, Former));
            foreach (var (path, text) in files)
            {
                string file = Path.Combine(beside, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file) ?? beside);
                File.WriteAllText(file, text, Utf8);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Directory.Delete(beside, recursive: true);
            throw;
        }
    }

    // Where even the way back fails, what was there is left beside the place.
    private static void Swap(string beside, string place)
    {
        var moved = new Stack<string>();
        try
        {
            foreach (string name in OfBank)
            {
                Move(Path.Combine(place, name), Path.Combine(beside, Former, name));
                moved.Push(name);
                Move(Path.Combine(beside, name), Path.Combine(place, name));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            foreach (string name in moved)
            {
                Move(Path.Combine(place, name), Path.Combine(beside, name));
                Move(Path.Combine(beside, Former, name), Path.Combine(place, name));
            }

            Directory.Delete(beside, recursive: true);
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
