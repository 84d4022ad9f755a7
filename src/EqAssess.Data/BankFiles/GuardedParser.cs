using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace EqAssess.Data.BankFiles;

/// <summary>
/// YAML events without what a bank has no use for: anchors and aliases (a few lines of them can expand to gigabytes), tags,
/// repeated fields and deep nesting (the node tree is built by recursion). All but the last are reported and left out, so that
/// reading goes on and the rest of the file is checked too.
/// </summary>
internal sealed class GuardedParser : IParser
{
    private const int DeepestNesting = 20;
    private readonly Stack<Container> open = new();
    private readonly FileSource source;
    private readonly Scanner scanner;
    private readonly Parser parser;

    public GuardedParser(string text, FileSource source)
    {
        this.source = source;
        scanner = new Scanner(new StringReader(text));
        parser = new Parser(scanner);
    }

    /// <summary>The line up to which the text was read.</summary>
    public int LineReached => (int)scanner.CurrentPosition.Line;

    public ParsingEvent? Current { get; private set; }

    public bool MoveNext()
    {
        while (Next() is { } current)
        {
            if (Guarded(current) is { } passed)
            {
                Current = passed;
                return true;
            }
        }

        Current = null;
        return false;
    }

    private ParsingEvent? Guarded(ParsingEvent current)
    {
        if (current is MappingEnd or SequenceEnd)
        {
            open.Pop();
            return current;
        }

        if (current is not NodeEvent and not AnchorAlias)
        {
            return current;
        }

        if (open.TryPeek(out var container) && container.IsRepeated(current))
        {
            source.Report("duplicate-field", Line(current), $"the field '{((Scalar)current).Value}' stands twice here: keep one of them");
            SkipValue();
            return null;
        }

        return Plain(current);
    }

    private ParsingEvent Plain(ParsingEvent current)
    {
        if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
        {
            source.Report("anchor", Line(current), "anchors (&name) and aliases (*name) are not read: write the content out");
        }

        if (current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } } tagged)
        {
            source.Report("tag", Line(current), $"tags such as {tagged.Tag.Value} are not read: take it out");
        }

        return current switch
        {
            AnchorAlias => new Scalar(AnchorName.Empty, TagName.Empty, "", ScalarStyle.Plain, true, false, current.Start, current.End),
            Scalar s => new Scalar(AnchorName.Empty, TagName.Empty, s.Value, s.Style, true, true, s.Start, s.End),
            MappingStart m => Opened(new Container(isMapping: true), new MappingStart(AnchorName.Empty, TagName.Empty, true, m.Style, m.Start, m.End)),
            SequenceStart s => Opened(new Container(isMapping: false), new SequenceStart(AnchorName.Empty, TagName.Empty, true, s.Style, s.Start, s.End)),
            _ => current,
        };
    }

    private ParsingEvent Opened(Container container, ParsingEvent start)
    {
        if (open.Count == DeepestNesting)
        {
            throw new RefusedYaml(start, "this is nested too deeply: look for wrong indentation and for brackets that are not closed");
        }

        open.Push(container);
        return start;
    }

    private void SkipValue()
    {
        int depth = 0;
        while (Next() is { } skipped)
        {
            depth += skipped.NestingIncrease;
            if (depth == 0)
            {
                return;
            }
        }
    }

    private ParsingEvent? Next()
    {
        var next = parser.MoveNext() ? parser.Current : null;
        if (next is NodeEvent or AnchorAlias && !source.Budget.Spend())
        {
            throw new RefusedYaml(next, "the bank's files hold more than 1,200,000 fields and values together: split the bank");
        }

        return next;
    }

    private static int Line(ParsingEvent current) => (int)current.Start.Line;

    private sealed class Container(bool isMapping)
    {
        private readonly HashSet<string> fields = new(StringComparer.Ordinal);
        private bool valueIsNext;

        /// <summary>Tells fields from values by turns; asked once for each node in the container.</summary>
        public bool IsRepeated(ParsingEvent node)
        {
            if (!isMapping)
            {
                return false;
            }

            if (!valueIsNext && node is Scalar field && !fields.Add(field.Value))
            {
                return true;
            }

            valueIsNext = !valueIsNext;
            return false;
        }
    }
}

/// <summary>YAML that may be valid and is not read on.</summary>
internal sealed class RefusedYaml(ParsingEvent at, string message) : YamlException(at.Start, at.End, message);

/// <summary>
/// Bounds what all files of a bank together can make of the memory: few bytes of YAML give many nodes, and each can have problems. A bank of
/// 10,000 items and a key without ratings spends 900,000 and is read within 450 MB; a million nodes with a problem each, the worst that was
/// tried, take about 1.2 GB.
/// </summary>
internal sealed class NodeBudget
{
    private int left = 1_200_000;

    public bool Spend() => left-- > 0;
}
