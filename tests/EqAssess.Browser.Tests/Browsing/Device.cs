using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace EqAssess.Browser.Tests.Browsing;

/// <summary>Somebody's browser: with cookies of its own, and an ear for what the console complains about.</summary>
public sealed class Device(IBrowserContext context)
{
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly List<string> expected = [];

    public required string Name { get; init; }

    public IBrowserContext Context => context;

    public IPage Page { get; private set; } = null!;

    /// <summary>Errors of scripts and of the content security policy; those that the test expects are left out.</summary>
    public IReadOnlyList<string> Complaints => [.. complaints.Where(c => !expected.Exists(e => c.Contains(e, StringComparison.Ordinal)))];

    public async Task<IPage> OpenTabAsync()
    {
        IPage page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Enqueue($"{message.Location} {message.Text}");
            }
        };
        page.PageError += (_, error) => complaints.Enqueue($"{page.Url} {error}");
        Page ??= page;
        return page;
    }

    /// <summary>Says that the console will complain about something, for example an answer that the server refuses.</summary>
    public void Expects(string complaint) => expected.Add(complaint);

    public Task CloseAsync() => context.CloseAsync();
}

/// <param name="Width">In CSS pixels.</param>
public sealed record Screen(int Width, int Height, float Scale = 1)
{
    public static Screen Desk { get; } = new(1280, 800);

    public static Screen Phone { get; } = new(390, 844, 2);

    /// <summary>The narrowest for which the pages are made (WCAG 2.2, 1.4.10).</summary>
    public static Screen Narrow { get; } = new(320, 640);
}
