using EqAssess.Domain.Banks;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace EqAssess.Domain.Tests.Banks;

public sealed class WordDiffTests
{
    [Fact]
    public void Struck_out_words_stand_before_those_that_replace_them()
    {
        IReadOnlyList<WordRun> runs = WordDiff.Of("I am so sorry about the delay.", "I am sorry about this long delay.");

        Assert.Equal(
            [
                new(WordChange.Same, "I am"), new(WordChange.Removed, "so"), new(WordChange.Same, "sorry about"), new(WordChange.Removed, "the"),
                new(WordChange.Added, "this long"), new(WordChange.Same, "delay."),
            ],
            runs);
    }

    [Fact]
    public void Only_white_space_is_no_difference() =>
        Assert.Equal([new WordRun(WordChange.Same, "two words")], WordDiff.Of("two  words\n", " two\twords"));

    [Fact]
    public void Both_texts_can_be_read_back_from_the_runs()
    {
        Gen<string> text = Gen.Elements("the", "box", "is", "late", "why").ListOf().Select(words => string.Join(' ', words));

        Prop.ForAll(Arb.From(text), Arb.From(text), (before, after) =>
        {
            IReadOnlyList<WordRun> runs = WordDiff.Of(before, after);
            return Read(runs, WordChange.Removed) == before && Read(runs, WordChange.Added) == after
                && runs.Zip(runs.Skip(1)).All(pair => pair.First.Change != pair.Second.Change);
        }).QuickCheckThrowOnFailure();
    }

    private static string Read(IEnumerable<WordRun> runs, WordChange which) =>
        string.Join(' ', runs.Where(r => r.Change == WordChange.Same || r.Change == which).Select(r => r.Text));
}
