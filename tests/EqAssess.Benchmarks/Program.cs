using System.Globalization;
using EqAssess.Benchmarks;

switch (args)
{
    case ["bank-check"]:
        BankCheckBenchmark.Run(items: 10_000, Console.Out);
        return 0;
    case ["bank-check", var items] when Number(items) is int count:
        BankCheckBenchmark.Run(count, Console.Out);
        return 0;
    case ["saves"]:
        await SavesBenchmark.RunAsync(people: 64, Console.Out);
        return 0;
    case ["saves", var people] when Number(people) is int count:
        await SavesBenchmark.RunAsync(count, Console.Out);
        return 0;
    case ["start"]:
        await StartBenchmark.RunAsync(people: 1_000, Console.Out);
        return 0;
    case ["start", var people] when Number(people) is int count:
        await StartBenchmark.RunAsync(count, Console.Out);
        return 0;
    case ["reports"]:
        await ReportsBenchmark.RunAsync(people: 500, Console.Out);
        return 0;
    case ["reports", var people] when Number(people) is int count:
        await ReportsBenchmark.RunAsync(count, Console.Out);
        return 0;
    case ["desk"]:
        await DeskBenchmark.RunAsync(people: 10_000, Console.Out);
        return 0;
    case ["desk", var people] when Number(people) is int count:
        await DeskBenchmark.RunAsync(count, Console.Out);
        return 0;
    case ["insights"]:
        await InsightsBenchmark.RunAsync(people: 10_000, Console.Out);
        return 0;
    case ["insights", var people] when Number(people) is int count:
        await InsightsBenchmark.RunAsync(count, Console.Out);
        return 0;
    case ["outage"]:
        await OutageBenchmark.RunAsync(people: 1_000, Console.Out);
        return 0;
    case ["outage", var people] when Number(people) is int count:
        await OutageBenchmark.RunAsync(count, Console.Out);
        return 0;
    case ["kill"]:
        return await KillBenchmark.RunAsync(times: 50, Console.Out);
    case ["kill", var times] when Number(times) is int count:
        return await KillBenchmark.RunAsync(count, Console.Out);
    case ["statistics"]:
        StatisticsBenchmark.Run(persons: 100_000, Console.Out);
        return 0;
    case ["statistics", var persons] when Number(persons) is int count:
        StatisticsBenchmark.Run(count, Console.Out);
        return 0;
    case ["memory"]:
        return MemoryBenchmark.Run([25_000, 50_000, 100_000, 200_000], Console.Out);
    case [MemoryBenchmark.Verb, var persons] when Number(persons) is int count:
        MemoryBenchmark.Measure(count, Console.Out);
        return 0;
    case ["bootstrap"]:
        BootstrapBenchmark.Run(Console.Out);
        return 0;
    case [FloorServer.Verb, var folder, var port] when Number(port) is int number:
        await FloorServer.RunAsync(folder, number);
        return 0;
    default:
        Console.Error.WriteLine("Usage: EqAssess.Benchmarks bank-check [ITEMS] | saves [PEOPLE] | start [PEOPLE] | outage [PEOPLE] | desk [PEOPLE] | reports [PEOPLE] | insights [PEOPLE] | kill [TIMES] | statistics [PERSONS] | memory | bootstrap");
        return 1;
}

static int? Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out int number) && number > 0 ? number : null;
