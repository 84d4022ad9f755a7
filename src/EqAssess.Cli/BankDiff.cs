using System.CommandLine;
using System.Globalization;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;

namespace EqAssess.Cli;

/// <summary><c>eqassess bank diff OLD NEW</c>: what an import of the new state would do to the old one.</summary>
internal static class BankDiff
{
    public static Command Command()
    {
        var before = new Argument<string>("OLD") { Description = "The folder of a bank, or a zip of one." };
        var after = new Argument<string>("NEW") { Description = "The same bank in its new state, folder or zip." };
        var command = new Command("diff", "Say what an import of NEW over OLD would add, change and retire; exit code 1 if it would be refused.") { before, after };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            return Run(parsed.GetRequiredValue(before), parsed.GetRequiredValue(after), streams.Output, streams.Error);
        });
        return command;
    }

    private static int Run(string before, string after, TextWriter output, TextWriter error)
    {
        if (BankSource.Read(before, output, error) is not var (was, keysWere) || BankSource.Read(after, output, error) is not var (now, keysAre))
        {
            return 1;
        }

        BankChanges changes = BankChanges.Between(was, keysWere, now, keysAre);
        foreach (string line in Lines(changes))
        {
            output.WriteLine(line);
        }

        return changes.RefusedKeys.Any() ? 1 : 0;
    }

    private static IEnumerable<string> Lines(BankChanges changes) =>
    [
        .. OfHead(changes) is { Length: > 0 } head ? [$"bank.yaml: changed: {Known.List(head)}"] : Array.Empty<string>(),
        .. changes.Forms.Where(form => form.Kind != ChangeKind.Unchanged).Select(form => $"forms/{form.Id}.yaml: {Said(form, gone: "taken out", changed: "changed")}"),
        .. changes.Items.Where(item => item.Kind != ChangeKind.Unchanged).Select(item => $"items/{item.Id}.yaml: {Said(item, gone: "retired", changed: "changed")}"),
        .. changes.Keys.Where(key => key.Kind != ChangeKind.Unchanged)
            .Select(key => $"keys/{key.Id}.yaml: {Said(key, gone: "not in the new state; it stays", changed: "refused, for a key version never changes, give it a new one; it differs in")}"),
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(changes.Items, ChangeKind.Added)} added, {Count(changes.Items, ChangeKind.Changed)} changed, {Count(changes.Items, ChangeKind.Gone)} retired, {Count(changes.Items, ChangeKind.Unchanged)} unchanged items"),
    ];

    // Forms have files of their own.
    private static string[] OfHead(BankChanges changes) => [.. changes.Head.Where(part => part is not ("blueprints" or "forms"))];

    private static string Said(ContentChange change, string gone, string changed) => change.Kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Gone => gone,
        _ => $"{changed}: {Known.List(change.Parts)}",
    };

    private static int Count(IReadOnlyList<ContentChange> changes, ChangeKind kind) => changes.Count(change => change.Kind == kind);
}
