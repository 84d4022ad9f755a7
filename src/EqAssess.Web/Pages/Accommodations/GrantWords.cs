using EqAssess.Web.Rendering;
using EqAssess.Web.Services;

namespace EqAssess.Web.Pages.Accommodations;

/// <summary>What a grant changed in tests that run, for whoever granted it.</summary>
internal static class GrantWords
{
    public static string Of(StaffWords words, string first, GrantOutcome.Done done)
    {
        List<string> parts = [first];
        if (done.Running > 0)
        {
            parts.Add(words["Grant.Running"]);
        }

        if (done.Begun > 0)
        {
            parts.Add(words["Grant.Begun"]);
        }

        if (done.Seen > 0)
        {
            parts.Add(words["Grant.Seen", done.Seen]);
        }

        return string.Join(' ', parts);
    }
}
