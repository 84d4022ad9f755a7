using EqAssess.Data.BankFiles;
using EqAssess.Data.Exchange.Qti;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;

namespace EqAssess.Web.Services;

/// <summary>What a file that somebody sent holds: a bank, or items that can become drafts, or only problems.</summary>
/// <param name="Bank">Null where the file holds no bank that is sound and whole.</param>
/// <param name="Drafts">Items of a QTI file without such a bank.</param>
public sealed record UploadedBank(
    Bank? Bank, IReadOnlyList<Key> Keys, IReadOnlyList<Item> Drafts, IReadOnlyDictionary<string, KeyedItem> Keyed, IReadOnlyList<BankProblem> Problems)
{
    /// <summary>QTI where the file looks like it, our files in a zip otherwise. Never throws for what the file holds.</summary>
    /// <param name="name">Of the file, for problems.</param>
    public static UploadedBank Read(byte[] file, string name)
    {
        if (QtiPackage.IsOne(file))
        {
            QtiReading qti = QtiPackage.Read(new MemoryStream(file), name);
            return new UploadedBank(qti.Bank, qti.Keys, qti.Bank is null ? qti.Items : [], qti.Keyed, qti.Problems);
        }

        BankReading ours = BankZip.Read(new MemoryStream(file));
        return new UploadedBank(ours.Bank, ours.Keys, [], new Dictionary<string, KeyedItem>(StringComparer.Ordinal), ours.Problems);
    }
}
