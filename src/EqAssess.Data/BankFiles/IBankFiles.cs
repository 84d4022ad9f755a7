namespace EqAssess.Data.BankFiles;

/// <summary>Where the files of one bank lie: on disk, or unpacked from a zip. Paths are relative to the bank, with slashes.</summary>
internal interface IBankFiles
{
    /// <summary>Names of what lies right in a subfolder, in any order; none where it is missing.</summary>
    IEnumerable<string> Names(string subfolder);

    /// <summary>Whether the path leads to something of the bank's own, and not elsewhere through a link.</summary>
    bool StaysWithin(string path);

    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    Stream Open(string file);
}
