using EqAssess.Data.BankFiles;

namespace EqAssess.Testing;

/// <summary>A small sound bank in a folder of its own: a live and a practice item, and a key. A test says what it changes.</summary>
public sealed class BankFolderBuilder : IDisposable
{
    public const string Item = "items/late-parcel.yaml";
    public const string Practice = "items/warm-up.yaml";
    public const string Key = "keys/draft-1.yaml";

    private const string BankText = """
        id: small-bank
        title: A small bank
        language: en
        description: Two scenarios for tests.
        domains:
          - code: express
            title: Choosing empathic words
            interviewQuestion: What did you say to a customer who was upset?
            followUp: Which words did you choose, and why?
            facets:
              - code: validation
                title: Validation
                behaviour: Names and accepts the feeling.
              - { code: language, title: Language, behaviour: Clear and personal words. }
        """;

    private const string ItemText = """
        id: late-parcel
        use: live
        format: rate-each
        facet: validation
        channel: phone
        title: The parcel that is late
        situation: >
          You answer calls for a shop that sends parcels. The caller has waited at home for
          three days in a row, and each day a message said that the parcel would come. The
          parcel holds a gift.
        said:
          - speaker: D. Okafor, customer
            text: Nobody came, again. The party is tomorrow, and I do not know what to tell my son.
        question: reply
        options:
          - id: a
            text: That is three days of waiting for nothing. Let me find out where it is now.
          - id: b
            text: Parcels can be late. Please wait for one more day.
          - id: c
            text: Why did you not call us earlier?
          - id: d
            text: I will send a second one today, and you can keep both.
        """;

    private const string PracticeText = """
        id: warm-up
        use: practice
        format: rate-each
        facet: validation
        channel: phone
        title: The shelf that wobbles
        situation: >
          You take calls in a furniture store. A man put up a shelf last night, and now it moves
          when he touches it. Two screws were not in the box. You can post them today or have
          them ready at the desk.
        said:
          - speaker: T. Lindqvist, customer
            text: I have read every page of this booklet. My books are on the floor. I give up.
        question: reply
        options:
          - id: a
            text: A whole evening, and it still moves. Two screws are missing, and that is our mistake.
          - id: b
            text: The booklet shows everything step by step.
          - id: c
            text: Why did you not count the screws first?
          - id: d
            text: They can be at the desk today. Which suits you better, the post or the desk?
        """;

    private const string KeyText = """
        version: draft-1
        status: draft
        method: keyed-credit
        scale: [1, 2, 3, 4]
        source: one author, before any panel
        items:
          late-parcel:
            hangsOn: []
            options:
              a: { effectiveness: 4, rationale: Names what it cost her and acts., principles: [P03, P19] }
              b: { effectiveness: 1, rationale: A stock phrase., principles: [P10] }
              c: { effectiveness: 1, rationale: It sounds like blame., principles: [P06] }
              d: { effectiveness: 3, rationale: It helps and passes over the feeling., principles: [P15] }
          warm-up:
            options:
              a: { effectiveness: 4, rationale: Names what it cost her and acts., principles: [P03, P19] }
              b: { effectiveness: 1, rationale: A stock phrase., principles: [P10] }
              c: { effectiveness: 1, rationale: It sounds like blame., principles: [P06] }
              d: { dropped: The judges did not agree. }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eqassess-bank-");

    public BankFolderBuilder()
    {
        With("bank.yaml", BankText);
        With(Item, ItemText);
        With(Practice, PracticeText);
        With(Key, KeyText);
    }

    public string Folder => folder.FullName;

    public BankFolderBuilder With(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), content);
        return this;
    }

    public BankFolderBuilder With(string file, byte[] content)
    {
        File.WriteAllBytes(PathOf(file), content);
        return this;
    }

    public BankFolderBuilder Without(string file)
    {
        File.Delete(PathOf(file));
        return this;
    }

    /// <summary>Changes the first place where the text stands. It must stand there: a test that changes nothing shows nothing.</summary>
    public BankFolderBuilder Changing(string file, string text, string into)
    {
        string content = File.ReadAllText(PathOf(file));
        int start = content.IndexOf(text, StringComparison.Ordinal);
        if (start < 0)
        {
            throw new ArgumentException($"'{text}' is not in {file}.", nameof(text));
        }

        return With(file, string.Concat(content.AsSpan(0, start), into, content.AsSpan(start + text.Length)));
    }

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string TextOf(string file) => File.ReadAllText(PathOf(file));

    public BankReading Read() => BankReader.Read(Folder);

    /// <summary>The problems as they are printed.</summary>
    public IReadOnlyList<string> Problems() => [.. Read().Problems.Select(p => ProblemLine.Of(p))];

    public void Dispose() => folder.Delete(recursive: true);
}
