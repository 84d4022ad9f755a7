using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A bank that somebody sent as a file, between the preview of what it would change and the decision. Removed after either, or after a day.</summary>
public sealed class BankUpload
{
    public required Guid Id { get; init; }

    public required Guid By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The file as it was sent.</summary>
    public required byte[] Content { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<BankUpload>
    {
        public void Configure(EntityTypeBuilder<BankUpload> table) => table.ToTable("bank_upload");
    }
}
