using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace EqAssess.Web.Tests.Pages.Take;

/// <summary>A form that a candidate can reach, with some of it changed. Numbers choose among what there is when it is sent.</summary>
internal sealed record AnyRequest(int Form, IReadOnlyList<Change> Changes, string Accept)
{
    public static Gen<AnyRequest> Any { get; } =
        from form in Gen.Choose(0, 10_000)
        from count in Gen.Frequency((1, Gen.Constant(0)), (6, Gen.Choose(1, 2)), (3, Gen.Choose(3, 6)))
        from changes in Gen.ArrayOf(Change.Any, count)
        from accept in Gen.Elements("text/html", "application/json", "*/*", "text/html;q=0.1, application/problem+json")
        select new AnyRequest(form, changes, accept);

    /// <param name="known">Values that mean something here: ids, codes and tokens of this candidate and of another.</param>
    public HttpRequestMessage For(IReadOnlyList<ValidPost> forms, IReadOnlyList<string> addresses, IReadOnlyList<string> known)
    {
        ValidPost form = forms[Form % forms.Count];
        var draft = new Draft(form.Address, "POST", [.. form.Fields], null);
        foreach (Change change in Changes)
        {
            draft = change.To(draft, forms, addresses, known);
        }

        bool bodiless = draft.Method is "GET" or "HEAD" or "TRACE";
        var request = new HttpRequestMessage(new HttpMethod(draft.Method), draft.Address)
        {
            Content = bodiless ? null : draft.Type is null ? new FormUrlEncodedContent(draft.Fields) : Typed(draft),
        };
        request.Headers.TryAddWithoutValidation("Accept", Accept);
        return request;
    }

    private static StringContent Typed(Draft draft)
    {
        var content = new StringContent(string.Join('&', draft.Fields.Select(f => $"{f.Key}={f.Value}")), Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", draft.Type);
        return content;
    }
}

/// <param name="Type">Another type of the body; null for an ordinary form.</param>
internal sealed record Draft(string Address, string Method, IReadOnlyList<KeyValuePair<string, string>> Fields, string? Type);

internal sealed record Change(ChangeOf What, int Which, int With)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "BREW"];
    private static readonly string[] Types = ["application/json", "text/plain", "multipart/form-data", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded; charset=utf-7", "nonsense"];

    private static readonly string[] Names =
        ["item", "entry", "writer", "sequence", "go", "act", "number", "token", "step", "handler", "attempt", "invitation", "candidate", "choice.a", "choice.z", "text", "kind", "code", "wish", ""];

    private static readonly string[] Values =
    [
        "", " ", "0", "1", "-1", "3", "9999999999", "2147483647", "-2147483648", "1.5", "NaN", "true", "null", "a\u0000b", "\r\nX: y", "\ud83d\ude00", "\u0664", "\uffff",
        "<b>", "'; DROP TABLE attempt --", "../..", "%2e%2e%2f", "rest", "pause", "go-on", "next", "back", "review", "break", "save",
        "00000000-0000-0000-0000-000000000000", "00000000-0000-0000-0000-000000000001", new('x', 70), new('9', 5_000),
    ];

    public static Gen<Change> Any { get; } =
        from what in Gen.Elements(Enum.GetValues<ChangeOf>())
        from which in Gen.Choose(0, 10_000)
        from with in Gen.Choose(0, 10_000)
        select new Change(what, which, with);

    /// <remarks>A path never has a zero byte: servers refuse it before the site sees it, and the test's server does not know how.</remarks>
    public Draft To(Draft draft, IReadOnlyList<ValidPost> forms, IReadOnlyList<string> addresses, IReadOnlyList<string> known)
    {
        string value = With % 3 == 0 ? known[With / 3 % known.Count] : Values[With % Values.Length];
        List<KeyValuePair<string, string>> fields = [.. draft.Fields];
        int place = fields.Count == 0 ? 0 : Which % fields.Count;
        switch (What)
        {
            case ChangeOf.Value when fields.Count > 0:
                fields[place] = KeyValuePair.Create(fields[place].Key, value);
                break;
            case ChangeOf.Without when fields.Count > 0:
                fields.RemoveAt(place);
                break;
            case ChangeOf.Twice when fields.Count > 0:
                fields.Add(KeyValuePair.Create(fields[place].Key, value));
                break;
            case ChangeOf.More:
                fields.Add(KeyValuePair.Create(Names[Which % Names.Length], value));
                break;
            case ChangeOf.FieldsOfAnother:
                fields = [.. fields.Where(f => f.Key == "forgeryToken"), .. forms[Which % forms.Count].Fields.Where(f => f.Key != "forgeryToken")];
                break;
            case ChangeOf.Address:
                return draft with { Address = addresses[Which % addresses.Count] };
            case ChangeOf.Query:
                string joint = draft.Address.Contains('?', StringComparison.Ordinal) ? "&" : "?";
                return draft with { Address = $"{draft.Address}{joint}{Names[Which % Names.Length]}={Uri.EscapeDataString(value)}" };
            case ChangeOf.Segment:
                string[] parts = draft.Address.Split('?')[0].Split('/');
                parts[^1] = Uri.EscapeDataString(value.Replace("\0", "", StringComparison.Ordinal));
                return draft with { Address = string.Join('/', parts) };
            case ChangeOf.Method:
                return draft with { Method = Methods[Which % Methods.Length] };
            case ChangeOf.Type:
                return draft with { Type = Types[Which % Types.Length] };
        }

        return draft with { Fields = fields };
    }
}

internal enum ChangeOf
{
    Value,
    Without,
    Twice,
    More,
    FieldsOfAnother,
    Address,
    Query,
    Segment,
    Method,
    Type,
}
