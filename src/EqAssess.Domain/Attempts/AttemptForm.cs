using EqAssess.Domain.Forms;

namespace EqAssess.Domain.Attempts;

/// <summary>What the rules of an attempt need to know of its form.</summary>
/// <param name="Items">Item versions in their order.</param>
/// <param name="Sections">Empty where the form is one piece; otherwise they cover the items in their order.</param>
public sealed record AttemptForm(IReadOnlyList<Guid> Items, IReadOnlyList<FormSection> Sections)
{
    public static AttemptForm Of(FormVersion form) => new(form.ItemVersions, form.Sections);

    public bool Contains(Guid item) => Items.Contains(item);

    /// <returns>From 0; null where the form is one piece.</returns>
    public int? SectionOf(Guid item)
    {
        int place = Sections.Count == 0 ? 0 : Items.TakeWhile(i => i != item).Count();
        for (int i = 0; i < Sections.Count; i++)
        {
            place -= Sections[i].Items;
            if (place < 0)
            {
                return i;
            }
        }

        return null;
    }
}
