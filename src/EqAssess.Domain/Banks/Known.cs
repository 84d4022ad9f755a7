namespace EqAssess.Domain.Banks;

/// <summary>Words for lists of known values in problem messages.</summary>
public static class Known
{
    public static string List(IEnumerable<string> values) => string.Join(", ", values);
}
