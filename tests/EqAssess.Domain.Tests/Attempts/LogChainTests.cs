using EqAssess.Domain.Attempts;
using FsCheck;
using FsCheck.Fluent;

namespace EqAssess.Domain.Tests.Attempts;

public sealed class LogChainTests
{
    private static readonly Guid Attempt = new(1, 0, 0, new byte[8]);
    private static readonly Guid Entry = new(2, 0, 0, new byte[8]);
    private static readonly Guid Writer = new(3, 0, 0, new byte[8]);
    private static readonly DateTimeOffset Nine = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_hash_covers_every_field()
    {
        string[] hashes =
        [
            Hash(),
            Hash(previous: new string('1', 64)),
            LogChain.HashOf(LogChain.Origin, Entry, 1, Attempt, Writer, Nine, "Answered", "{}"),
            LogChain.HashOf(LogChain.Origin, Attempt, 1, Writer, Entry, Nine, "Answered", "{}"),
            Hash(sequence: 2),
            Hash(recordedAt: Nine.AddMilliseconds(1)),
            Hash(kind: "Presented"),
            Hash(payload: "{ }"),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
        Assert.All(hashes, h => Assert.Matches("^[0-9a-f]{64}$", h));
    }

    [Fact]
    public void The_first_entry_follows_64_zeros() => Assert.Equal(new string('0', 64), LogChain.Origin);

    /// <summary>Computed apart: printf '%s' '64:000…36:00000001-…' | sha256sum over the fields as the contract states them.</summary>
    [Fact]
    public void The_hash_is_SHA_256_over_the_fields_each_behind_its_length()
    {
        string text = $"64:{new string('0', 64)}36:{Attempt}1:136:{Entry}36:{Writer}13:{Nine.ToUnixTimeMilliseconds()}8:Answered10:{{\"x\":\"é\"}}";
        byte[] digest = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text));

        string hash = Hash(payload: "{\"x\":\"é\"}");

        Assert.Equal(Convert.ToHexStringLower(digest), hash);
    }

    [Fact]
    public void The_same_instant_in_another_zone_has_the_same_hash() =>
        Assert.Equal(Hash(), Hash(recordedAt: Nine.ToOffset(TimeSpan.FromHours(5.5))));

    [Fact]
    public void No_text_can_pass_for_another_by_moving_a_boundary_between_fields()
    {
        Gen<string> text = Gen.Choose(0, 12).SelectMany(n => Gen.ArrayOf(Gen.Elements('0', '1', '2', ':', 'a', 'é', '{'), n)).Select(c => new string(c));
        Gen<(string Kind, string Payload)> pair = from kind in text from payload in text select (kind, payload);

        Prop.ForAll(pair.ToArbitrary(), fields =>
        {
            string whole = fields.Kind + fields.Payload;

            string[] hashes = [.. Enumerable.Range(0, whole.Length + 1).Select(i => Hash(kind: whole[..i], payload: whole[i..]))];

            Assert.Equal(hashes.Length, hashes.Distinct().Count());
        }).QuickCheckThrowOnFailure();
    }

    private static string Hash(
        string? previous = null, int sequence = 1, DateTimeOffset? recordedAt = null, string kind = "Answered", string payload = "{}") =>
        LogChain.HashOf(previous ?? LogChain.Origin, Attempt, sequence, Entry, Writer, recordedAt ?? Nine, kind, payload);
}
