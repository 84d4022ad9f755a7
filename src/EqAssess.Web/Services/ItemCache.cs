using System.Collections.Concurrent;
using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;

namespace EqAssess.Web.Services;

/// <summary>Items by the digest of their content, so that a list of thousands reads each text once per process. What has a digest never changes.</summary>
public sealed class ItemCache
{
    private const int Most = 50_000;
    private readonly ConcurrentDictionary<string, Item> items = new(StringComparer.Ordinal);

    public Item Get(string digest, string content)
    {
        if (items.Count > Most)
        {
            items.Clear();
        }

        return items.GetOrAdd(digest, static (_, text) => ItemJson.Read(text), content);
    }

    /// <summary>Null where the content has not been read yet.</summary>
    public Item? Find(string digest) => items.GetValueOrDefault(digest);
}
