using EqAssess.Domain.Banks;
using YamlDotNet.RepresentationModel;

namespace EqAssess.Data.BankFiles;

/// <summary>One file while it is read: what it gives goes to a map, what is wrong with it to a list.</summary>
/// <param name="file">Relative to the bank's folder.</param>
internal sealed class FileSource(string file, SourceMap map, List<BankProblem> problems, NodeBudget budget)
{
    /// <summary>File name without folder and ending: what the id within must be.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(file);

    public NodeBudget Budget => budget;

    public static int LineOf(YamlNode node) => (int)Math.Max(node.Start.Line, 1);

    public void Locate(string path, YamlNode node) => map.Locate(path, new Place.InFile(file, LineOf(node)));

    public void Report(string code, int line, string message) =>
        problems.Add(new BankProblem(code, ProblemSeverity.Error, new Place.InFile(file, Math.Max(line, 1)), message));

    public void Report(string code, YamlNode node, string message) => Report(code, LineOf(node), message);

    /// <summary>Reports a part that cannot be read.</summary>
    public void Spoil(string path, string code, YamlNode node, string message)
    {
        map.Spoil(path);
        Report(code, node, message);
    }
}
