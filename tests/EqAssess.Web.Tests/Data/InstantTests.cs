using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Data;

/// <summary>Instants are UTC to the millisecond, and every engine orders, compares and gives them back as they are.</summary>
public sealed class InstantTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Whole seconds beside fractions, days that clocks change on, and the ends of a year: where text and zones go wrong.</summary>
    private static readonly DateTimeOffset[] Ordered =
    [
        new(1999, 12, 31, 23, 59, 59, 999, TimeSpan.Zero),
        new(2026, 3, 29, 0, 59, 59, 999, TimeSpan.Zero),
        new(2026, 3, 29, 1, 0, 0, TimeSpan.Zero),
        new(2026, 10, 25, 0, 30, 0, TimeSpan.Zero),
        new(2026, 10, 25, 1, 30, 0, TimeSpan.Zero),
        Nine.AddMilliseconds(-1),
        Nine,
        Nine.AddMilliseconds(1),
        Nine.AddMilliseconds(10),
        Nine.AddMilliseconds(100),
        Nine.AddMilliseconds(999),
        Nine.AddSeconds(1),
        Nine.AddSeconds(10),
        new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero),
    ];

    [Theory]
    [OnEachEngine]
    public async Task Every_instant_comes_back_as_it_was_with_offset_zero(string engine)
    {
        await using TestDatabase database = await FilledAsync(engine);
        await using EqAssessDb db = database.Open();

        List<DateTimeOffset> read = await db.AuditLog.OrderBy(a => a.Act).Select(a => a.At).ToListAsync();

        Assert.Equal(Ordered, read);
        Assert.All(read, at => Assert.Equal(TimeSpan.Zero, at.Offset));
    }

    [Theory]
    [OnEachEngine]
    public async Task The_engine_puts_instants_in_their_order(string engine)
    {
        await using TestDatabase database = await FilledAsync(engine);
        await using EqAssessDb db = database.Open();

        List<DateTimeOffset> up = await db.AuditLog.OrderBy(a => a.At).Select(a => a.At).ToListAsync();
        DateTimeOffset last = await db.AuditLog.MaxAsync(a => a.At);

        Assert.Equal(Ordered, up);
        Assert.Equal(Ordered[^1], last);
    }

    [Theory]
    [OnEachEngine]
    public async Task The_engine_compares_instants_to_the_millisecond(string engine)
    {
        await using TestDatabase database = await FilledAsync(engine);
        await using EqAssessDb db = database.Open();

        for (int i = 0; i < Ordered.Length; i++)
        {
            DateTimeOffset at = Ordered[i];
            DateTimeOffset elsewhere = at.ToOffset(TimeSpan.FromHours(-9.5));

            Assert.Equal(i, await db.AuditLog.CountAsync(a => a.At < at));
            Assert.Equal(i + 1, await db.AuditLog.CountAsync(a => a.At <= elsewhere));
            Assert.Equal(1, await db.AuditLog.CountAsync(a => a.At == elsewhere));
        }
    }

    private static async Task<TestDatabase> FilledAsync(string engine)
    {
        TestDatabase database = await TestDatabase.CreateAsync(engine);
        await using EqAssessDb db = database.Open();
        foreach ((int index, DateTimeOffset at) in Ordered.Index().Reverse())
        {
            // Written with the offset of wherever it happened: stored as UTC all the same.
            DateTimeOffset written = at.ToOffset(TimeSpan.FromHours((index % 3) - 1));
            db.AuditLog.Add(new AuditEntry { Id = Guid.CreateVersion7(), At = written, Actor = null, Act = $"{index:00}", Subject = Guid.Empty });
        }

        await db.SaveChangesAsync();
        return database;
    }
}
