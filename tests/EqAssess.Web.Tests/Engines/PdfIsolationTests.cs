using System.Net;
using System.Net.Sockets;
using EqAssess.Web.Engines.Pdf;
using Xunit;

namespace EqAssess.Web.Tests.Engines;

public sealed class PdfIsolationTests
{
    [Theory]
    [InlineData("<img src='http://SITE/x.png'>")]
    [InlineData("<style>@import url('http://SITE/x.css');</style>")]
    [InlineData("<style>@font-face { font-family: F; src: url('http://SITE/x.woff2') } p { font-family: F }</style>")]
    [InlineData("<link rel='stylesheet' href='http://SITE/x.css'><link rel='preconnect' href='http://SITE'><link rel='prefetch' href='http://SITE/y'>")]
    [InlineData("<iframe src='http://SITE/x.html'></iframe>")]
    [InlineData("<iframe srcdoc=\"<img src='http://SITE/x.png'>\" sandbox></iframe>")]
    [InlineData("<iframe src=\"data:text/html,<img src='http://SITE/x.png'><script>new WebSocket('ws://SITE/')</script>\"></iframe>")]
    [InlineData("<object data='http://SITE/x.svg'></object><embed src='http://SITE/x.pdf'><video src='http://SITE/x.mp4' preload='auto'></video>")]
    [InlineData("<svg><image href='http://SITE/x.png'/><use href='http://SITE/x.svg#a'/></svg>")]
    [InlineData("<meta http-equiv='refresh' content='0; url=http://SITE/x.html'>")]
    [InlineData("<script>fetch('http://SITE/x')</script><img src='about:nothing' onerror=\"fetch('http://SITE/y')\">")]
    public async Task A_document_reaches_no_server(string markup)
    {
        using TcpListener server = new(IPAddress.Loopback, 0);
        server.Start();
        await using ChromiumPdfEngine engine = Printing.Engine();
        string html = Printing.Page("<p>The report stays.</p>" + markup.Replace("SITE", server.LocalEndpoint.ToString()));

        byte[] pdf = await engine.PrintAsync(html, CancellationToken.None);

        await Task.Delay(300);
        Assert.False(server.Pending());
        Assert.Contains("The report stays.", await Printing.TextAsync(pdf));
    }

    [Fact]
    public async Task Files_of_the_server_are_not_readable()
    {
        string file = Path.ChangeExtension(Path.GetTempFileName(), ".txt");
        await File.WriteAllTextAsync(file, "Kept to ourselves");
        await using ChromiumPdfEngine engine = Printing.Engine();
        string html = Printing.Page($"<p>Report</p><iframe src='file://{file}'></iframe><object data='file://{file}'></object><embed src='file://{file}'>");

        string text = await Printing.TextAsync(await engine.PrintAsync(html, CancellationToken.None));

        File.Delete(file);
        Assert.Contains("Report", text);
        Assert.DoesNotContain("Kept to", text);
    }

    [Theory]
    [InlineData("<p id='a'>Untouched</p><script>document.getElementById('a').textContent = 'Changed'</script>")]
    [InlineData("<p id='a'>Untouched</p><img src='x' onerror=\"document.getElementById('a').textContent = 'Changed'\">")]
    [InlineData("<p>Untouched</p><iframe src='data:text/html,<script>document.write(`Changed`)</script>'></iframe>")]
    [InlineData("<p>Untouched</p><iframe srcdoc='<script>document.write(`Changed`)</script>'></iframe>")]
    [InlineData("<p>Untouched</p><iframe sandbox='allow-scripts' srcdoc='<script>document.write(`Changed`)</script>'></iframe>")]
    public async Task Scripts_do_not_run(string markup)
    {
        await using ChromiumPdfEngine engine = Printing.Engine();

        byte[][] pdfs = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => engine.PrintAsync(Printing.Page(markup), CancellationToken.None)));

        // Several, because a frame in a process of its own once ran its script only when it was fast.
        foreach (byte[] pdf in pdfs)
        {
            string text = await Printing.TextAsync(pdf);
            Assert.Contains("Untouched", text);
            Assert.DoesNotContain("Changed", text);
        }
    }

    [Fact]
    public async Task Images_inside_the_document_are_printed()
    {
        const string Dot = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
        await using ChromiumPdfEngine engine = Printing.Engine();

        byte[] pdf = await engine.PrintAsync(Printing.Page($"<img alt='dot' width='50' height='50' src='{Dot}'>"), CancellationToken.None);

        Assert.Contains("/Subtype /Image", Printing.Raw(pdf));
    }
}
