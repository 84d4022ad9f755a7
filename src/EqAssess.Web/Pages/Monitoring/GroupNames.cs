using EqAssess.Domain.Monitoring;
using EqAssess.Web.Rendering;

namespace EqAssess.Web.Pages.Monitoring;

/// <summary>Groups and hidden counts in words.</summary>
public static class GroupNames
{
    /// <summary>What follows <c>Group.</c> in the key of a group's name.</summary>
    public static string KeyOf(string question, string group) => group == GroupCounts.Unknown ? group : $"{question}.{group}";

    public static string Group(this StaffWords words, string question, string group)
    {
        string code = KeyOf(question, group);
        return words[$"Group.{code}"];
    }

    public static string Shown(this StaffWords words, Cell cell) => cell.Count is int count ? words["Cell.Shown", count] : words[$"Cell.{cell.Mark}"];
}
