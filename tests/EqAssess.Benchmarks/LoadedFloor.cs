using System.Net.Http.Headers;
using System.Text;

namespace EqAssess.Benchmarks;

/// <summary>The floor under the same requests: a body as long as that of a save, the same headers.</summary>
internal sealed class LoadedFloor : IDisposable
{
    private static readonly byte[] Body = Encoding.ASCII.GetBytes(new string('x', 400));
    private static readonly string Cookies = new('c', 560);
    private readonly HttpClient http;
    private readonly FloorServer server;
    private readonly DirectoryInfo folder;

    private LoadedFloor(HttpClient http, FloorServer server, DirectoryInfo folder)
    {
        this.http = http;
        this.server = server;
        this.folder = folder;
    }

    public long PeakMemory => server.PeakMemory;

    public TimeSpan ProcessorTime => server.ProcessorTime;

    public static async Task<LoadedFloor> StartAsync(HttpClient http)
    {
        DirectoryInfo home = Directory.CreateTempSubdirectory("eqassess-floor-");
        return new LoadedFloor(http, await FloorServer.StartAsync(home.FullName), home);
    }

    public async Task PostAsync(int number)
    {
        var body = new ByteArrayContent(Body);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{server.Url}/take/save") { Content = body };
        request.Headers.TryAddWithoutValidation("Cookie", Cookies);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        using HttpResponseMessage answer = await http.SendAsync(request);
        await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    public void Dispose()
    {
        server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        folder.Delete(recursive: true);
    }
}
