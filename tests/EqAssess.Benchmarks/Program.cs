using EqAssess.Benchmarks;

switch (args)
{
    case ["bank-check"]:
        BankCheckBenchmark.Run(items: 10_000, Console.Out);
        return 0;
    case ["bank-check", var items] when int.TryParse(items, System.Globalization.CultureInfo.InvariantCulture, out int count) && count > 0:
        BankCheckBenchmark.Run(count, Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("Usage: EqAssess.Benchmarks bank-check [ITEMS]");
        return 1;
}
