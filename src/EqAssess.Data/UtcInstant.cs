using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EqAssess.Data;

/// <summary>Stores an instant as a UTC date and time, which every engine can order and compare, and gives it back with offset zero.</summary>
internal sealed class UtcInstant() : ValueConverter<DateTimeOffset, DateTime>(
    instant => instant.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
