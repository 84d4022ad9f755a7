using System.Globalization;
using EqAssess.Cli;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return CommandLine.Run(args, Console.Out, Console.Error);
