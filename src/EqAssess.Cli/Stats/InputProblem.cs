namespace EqAssess.Cli.Stats;

/// <summary>Something in the input that the person who typed the command can mend; the message names the place.</summary>
internal sealed class InputProblem(string message) : Exception(message);
