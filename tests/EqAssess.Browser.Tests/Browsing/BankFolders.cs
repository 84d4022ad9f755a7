using EqAssess.Testing;

namespace EqAssess.Browser.Tests.Browsing;

/// <summary>The real banks, and beside them a bank of one scenario that can be read and rated within a minute.</summary>
internal static class BankFolders
{
    public const string QuickBank = "A small bank";

    /// <summary>20 words to read and four ratings: 0.6 minutes at least.</summary>
    private const string QuickItem = """
        id: late-parcel
        use: live
        format: rate-each
        facet: validation
        channel: chat
        title: Late parcel
        situation: A parcel is late.
        said:
          - speaker: A customer
            text: Where is it?
        question: reply
        options:
          - { id: a, text: I will look now. }
          - { id: b, text: Please wait. }
          - { id: c, text: Why now? }
          - { id: d, text: I am sorry. }
        """;

    public static void Fill(string folder)
    {
        Copy(BuiltSite.QuestionBanks, folder);
        using BankFolderBuilder quick = new BankFolderBuilder().With(BankFolderBuilder.Item, QuickItem);
        Copy(quick.Folder, Path.Combine(folder, "small-bank"));
        TongueBanks.Fill(folder);
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
