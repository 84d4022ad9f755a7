using FsCheck;
using FsCheck.Fluent;

namespace EqAssess.Domain.Tests.Formats;

/// <summary>Posts as a page sends them, and as anybody else may.</summary>
internal static class Posts
{
    private static readonly string[] Hostile =
        ["", " ", "A", " a", "a ", "a,b", "a;worst=b", "best", "e", "0", "null", "__proto__", "constructor", "'; DROP TABLE attempt_log; --", "ａ"];

    /// <summary><c>best=a;worst=c</c> as fields.</summary>
    public static Dictionary<string, string> Of(string post) =>
        post.Split(';').Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    public static Gen<Dictionary<string, string>> Any(string[] fields, string[] values) =>
        from count in Gen.Choose(0, fields.Length + 1)
        from names in Gen.ArrayOf(Mostly(fields), count)
        from texts in Gen.ArrayOf(Mostly(values), count)
        select names.Zip(texts).DistinctBy(p => p.First).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);

    private static Gen<string> Mostly(string[] sound) => Gen.Frequency(
        (8, Gen.Elements(sound)),
        (1, Gen.Elements(Hostile)),
        (1, ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => s.Get)));
}
