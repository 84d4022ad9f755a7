namespace EqAssess.Domain.Attempts;

/// <summary>The last accepted response to each item of an attempt: a projection of the log, and all that scoring may see.</summary>
/// <param name="Items">One entry per item of the form, in the form's order.</param>
public sealed record ResponseSet(IReadOnlyList<ItemResponse> Items);

/// <param name="Presented">Whether the item was ever shown.</param>
/// <param name="Response">In the canonical text of its format, for example <c>a=3;c=1</c>; null where nothing was answered.</param>
public sealed record ItemResponse(Guid ItemVersion, bool Presented, string? Response);
