using System.Net.Http.Headers;
using System.Text;

namespace EqAssess.Web.Tests.Pages.Take;

/// <summary>A request as a page sends it.</summary>
internal sealed record ValidPost(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public HttpRequestMessage Request(IEnumerable<KeyValuePair<string, string>>? fields = null, string? address = null) =>
        new(HttpMethod.Post, address ?? Address) { Content = new FormUrlEncodedContent(fields ?? Fields) };
}

/// <summary>One change to a valid request.</summary>
internal sealed record Mutation(string Name, Func<ValidPost, Candidate, HttpRequestMessage> Request)
{
    private static readonly string[] Values =
    [
        "", " ", "0", "-1", "7", "99999999999999999999", "2147483647", "1.5", "NaN", "null", "true", "[]", "{}", "a\u0000b", "\r\n", "٤", "％", "💥",
        "<script>alert(1)</script>", "' OR 1=1 --", "../../etc/passwd", "${7*7}", "%00", "00000000-0000-0000-0000-000000000000",
        "00000000-0000-0000-0000-000000000001", "01990000-0000-7000-8000-000000000000", "{01990000-0000-7000-8000-000000000000}",
    ];

    public static IEnumerable<Mutation> Of(string kind)
    {
        string[] fields = kind switch
        {
            "save" or "next" => ["item", "entry", "writer", "sequence", "choice.a", "forgeryToken", "go"],
            "hand in" => ["entry", "forgeryToken"],
            _ => ["forgeryToken", "token", "number"],
        };
        return fields.SelectMany(OfField).Concat(OfBody()).Concat(OfMethod()).Concat(OfAddress());
    }

    private static IEnumerable<Mutation> OfField(string field)
    {
        yield return new($"no {field}", (post, _) => post.Request(post.Fields.Where(f => f.Key != field)));
        yield return new($"{field} twice", (post, _) => post.Request(post.Fields.Append(KeyValuePair.Create(field, "2"))));
        yield return new($"long {field}", (post, _) => post.Request(With(post, field, new string('9', 10_000))));
        yield return new($"{field} of another", (post, other) => post.Request(With(post, field, field == "item" ? other.First.Form("Next")["item"] : $"{other.Attempt}")));
        foreach (string value in field is "item" or "choice.a" or "sequence" ? Values : Values.Where((_, i) => i % 4 == 0))
        {
            yield return new($"{field}={value}", (post, _) => post.Request(With(post, field, value)));
        }
    }

    private static IEnumerable<Mutation> OfBody()
    {
        yield return new("unknown option", (post, _) => post.Request(post.Fields.Append(KeyValuePair.Create("choice.z", "2"))));
        yield return new("option without a name", (post, _) => post.Request(post.Fields.Append(KeyValuePair.Create("choice.", "2"))));
        yield return new("option in capitals", (post, _) => post.Request(post.Fields.Append(KeyValuePair.Create("choice.A", "7"))));
        yield return new("option with a long name", (post, _) => post.Request(post.Fields.Append(KeyValuePair.Create($"choice.{new string('a', 10_000)}", "2"))));
        yield return new("1,000 fields", (post, _) => post.Request(post.Fields.Concat(Many(1_000))));
        yield return new("5,000 fields", (post, _) => post.Request(post.Fields.Concat(Many(5_000))));
        yield return new("5,000 fields, token in the header", (post, _) => Header(post, new FormUrlEncodedContent(post.Fields.Concat(Many(5_000)))));
        yield return new("JSON", (post, _) => Header(post, Text("{\"item\":1}", "application/json")));
        yield return new("plain text", (post, _) => Header(post, Text("item=1", "text/plain")));
        yield return new("nothing, token in the header", (post, _) => Header(post, null));
        yield return new("XML", (post, _) => Header(post, Text("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", "application/xml")));
        yield return new("multipart without a boundary", (post, _) => Header(post, Text("--x", "multipart/form-data")));
        yield return new("multipart that is cut off", (post, _) => Header(post, Text("--x\r\nContent-Disposition: form-data; name=\"item\"\r\n\r\n1", "multipart/form-data; boundary=x")));
        yield return new("broken escapes", (post, _) => Header(post, Text("item=%zz&entry=%&=&&&choice.a", "application/x-www-form-urlencoded")));
        yield return new("no body at all", (post, _) => new HttpRequestMessage(HttpMethod.Post, post.Address));
        yield return new("only a broken cookie", (post, _) =>
        {
            HttpRequestMessage request = post.Request();
            request.Headers.TryAddWithoutValidation("Cookie", "eqassess-take=CfDJ8broken; eqassess-form=broken");
            return request;
        });
    }

    private static IEnumerable<Mutation> OfMethod() =>
        ((string[])["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"]).Select(method => new Mutation(method, (post, _) =>
        {
            HttpRequestMessage request = Header(post, method is "GET" or "HEAD" or "TRACE" ? null : new FormUrlEncodedContent(post.Fields));
            request.Method = new HttpMethod(method);
            return request;
        }));

    private static IEnumerable<Mutation> OfAddress()
    {
        foreach (string address in (string[])
            ["/take/0?handler=Save", "/take/-1", "/take/5", "/take/2147483648", "/take/1.5", "/take/%C3%A9", "/take/1/2", "/take", "/take/2", "/take/4?handler=Save",
            "/take/1?handler=Nonsense", "/take/1?handler=Save&handler=Nonsense", "/take/done", "/take/clock", "/take/link-needed", "/t/", "/t/nobody", "/t/%20", "/t/%20/practice", "/t/%0D%0Aa", "/t/nobody/practice"])
        {
            yield return new(address, (post, _) => post.Request(address: address));
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> With(ValidPost post, string field, string value) =>
        post.Fields.Where(f => f.Key != field).Append(KeyValuePair.Create(field, value));

    private static IEnumerable<KeyValuePair<string, string>> Many(int count) => Enumerable.Range(0, count).Select(i => KeyValuePair.Create($"choice.{i}", "2"));

    private static HttpRequestMessage Header(ValidPost post, HttpContent? content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, post.Address) { Content = content };
        request.Headers.Add("X-Forgery-Token", post.Fields.Single(f => f.Key == "forgeryToken").Value);
        return request;
    }

    private static StringContent Text(string text, string type)
    {
        var content = new StringContent(text, Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }
}
