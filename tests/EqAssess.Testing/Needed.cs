using Xunit.v3;

namespace EqAssess.Testing;

/// <summary>What a test needs of the machine. Where it is missing, the test is skipped by name, and fails under <c>CI=true</c>.</summary>
public static class Needed
{
    /// <param name="what">Ends the sentence "This test needs …".</param>
    public static void Unless(bool there, string what)
    {
        if (there)
        {
            return;
        }

        string message = $"This test needs {what}.";
        throw new InvalidOperationException(Environment.GetEnvironmentVariable("CI") == "true" ? message : DynamicSkipToken.Value + message);
    }
}
