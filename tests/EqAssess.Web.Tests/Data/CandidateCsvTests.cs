using System.Globalization;
using System.Text;
using EqAssess.Data.Exchange;

namespace EqAssess.Web.Tests.Data;

/// <summary>Lists of candidates as people export them.</summary>
public sealed class CandidateCsvTests
{
    private static readonly (string Name, string Address)[] Two = [("Inés Soto", "ines@example.test"), ("Zoë Brandt", "zoe@example.test")];

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "utf-16 le with mark", "utf-16 be with mark", "utf-16 le", "utf-16 be", "latin-1"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_usual_encoding_is_recognised(string encoding)
    {
        byte[] bytes = Encode("Name,Email\r\nInés Soto,ines@example.test\r\nZoë Brandt,zoe@example.test\r\n", encoding);

        IReadOnlyList<CsvRow> rows = CandidateCsv.Read(ListText.Read(bytes).Text!);

        Assert.Equal(Two, rows.Select(r => (r.Name!, r.Address!)));
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Also_where_the_first_letter_is_no_plain_one(string encoding)
    {
        string text = encoding == "latin-1" ? "Élodie,elodie@example.test\n" : "Łucja,elodie@example.test\n";

        IReadOnlyList<CsvRow> rows = CandidateCsv.Read(ListText.Read(Encode(text, encoding)).Text!);

        Assert.Equal([(text.Split(',')[0], "elodie@example.test")], rows.Select(r => (r.Name!, r.Address!)));
    }

    [Theory]
    [InlineData("Name,Email\nInés Soto,ines@example.test\nZoë Brandt,zoe@example.test")]
    [InlineData("Name;Email\nInés Soto;ines@example.test\nZoë Brandt;zoe@example.test")]
    [InlineData("Name\tEmail\nInés Soto\tines@example.test\nZoë Brandt\tzoe@example.test")]
    [InlineData("E-Mail;Name\r\nines@example.test;Inés Soto\r\nzoe@example.test;Zoë Brandt\r\n")]
    [InlineData("email address,id,NAME\nines@example.test,7,Inés Soto\nzoe@example.test,8,Zoë Brandt")]
    [InlineData("Inés Soto,ines@example.test\nZoë Brandt,zoe@example.test")]
    [InlineData("ines@example.test;Inés Soto\nzoe@example.test;Zoë Brandt")]
    [InlineData("First name,Last name,Email\nInés,Soto,ines@example.test\nZoë,Brandt,zoe@example.test")]
    [InlineData("Surname;Given name;Mail\nSoto;Inés;ines@example.test\nBrandt;Zoë;zoe@example.test")]
    [InlineData("Nombre;Correo\nInés Soto;ines@example.test\nZoë Brandt;zoe@example.test")]
    [InlineData("\"Name\",\"Email\"\n\"Inés Soto\",\"ines@example.test\"\n\"Zoë Brandt\",\"zoe@example.test\"")]
    [InlineData("  Name , Email \n Inés Soto , ines@example.test \n Zoë Brandt ,zoe@example.test ")]
    [InlineData("\n\nName,Email\n\nInés Soto,ines@example.test\n,\nZoë Brandt,zoe@example.test\n\n\n")]
    public void Separators_headings_and_the_order_of_columns_may_be_any(string text)
    {
        IReadOnlyList<CsvRow> rows = CandidateCsv.Read(text);

        Assert.Equal(Two, rows.Select(r => (r.Name!, r.Address!)));
        Assert.All(rows, r => Assert.Null(r.Problem));
    }

    [Fact]
    public void Rows_are_numbered_as_an_editor_numbers_them()
    {
        IReadOnlyList<CsvRow> rows = CandidateCsv.Read("Name,Email\r\nA,a@example.test\r\n\r\nB,b@example.test\r\n,\r\nC,c@example.test");

        Assert.Equal([2, 4, 6], rows.Select(r => r.Number));
    }

    [Theory]
    [InlineData("\"Bo,bo@example.test")]
    [InlineData("Bo,\"bo@example.test")]
    [InlineData("\"Bo\"x,bo@example.test")]
    public void A_row_with_broken_quotes_is_refused_by_its_number_and_the_others_go_on(string broken)
    {
        IReadOnlyList<CsvRow> rows = CandidateCsv.Read($"Name,Email\nA,a@example.test\n{broken}\nC,c@example.test\n\"D, E\",d@example.test");

        Assert.Equal([2, 3, 4, 5], rows.Select(r => r.Number));
        Assert.Equal([null, CsvRowProblem.BrokenQuotes, null, null], rows.Select(r => r.Problem));
        Assert.Equal(["A", null, "C", "D, E"], rows.Select(r => r.Name));
    }

    [Fact]
    public void A_quote_inside_a_name_is_doubled_as_CSV_has_it()
    {
        IReadOnlyList<CsvRow> rows = CandidateCsv.Read("Name,Email\n\"Bo \"\"Bear\"\" Lind\",bo@example.test");

        Assert.Equal("Bo \"Bear\" Lind", Assert.Single(rows).Name);
    }

    [Fact]
    public void A_row_with_too_few_columns_is_refused()
    {
        IReadOnlyList<CsvRow> rows = CandidateCsv.Read("Name,Email\nA\nB,b@example.test");

        Assert.Equal([CsvRowProblem.MissingColumns, null], rows.Select(r => r.Problem));
    }

    [Fact]
    public void More_rows_than_are_taken_at_once_end_with_a_row_that_says_so()
    {
        var text = new StringBuilder();
        for (int i = 1; i <= CandidateCsv.MostRows + 5; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"P {i},p{i}@example.test\n");
        }

        IReadOnlyList<CsvRow> rows = CandidateCsv.Read(text.ToString());

        Assert.Equal(CandidateCsv.MostRows + 1, rows.Count);
        Assert.Equal((CandidateCsv.MostRows + 1, CsvRowProblem.TooManyRows), (rows[^1].Number, rows[^1].Problem));
        Assert.All(rows.SkipLast(1), r => Assert.Null(r.Problem));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("Name,Email\n")]
    public void A_list_without_people_is_empty(string text) => Assert.Empty(CandidateCsv.Read(text));

    private static byte[] Encode(string text, string encoding) => encoding switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(text),
        "utf-8 with mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        "utf-16 le with mark" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
        "utf-16 be with mark" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
        "utf-16 le" => Encoding.Unicode.GetBytes(text),
        "utf-16 be" => Encoding.BigEndianUnicode.GetBytes(text),
        _ => Encoding.Latin1.GetBytes(text),
    };
}
