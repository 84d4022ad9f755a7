using EqAssess.Domain.Panels;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;

namespace EqAssess.Web.Pages.Judge;

/// <summary>Where the judge stands: what is asked now, the list of scenarios, and handing in.</summary>
public sealed class IndexModel(JudgeService judges) : JudgePage(judges)
{
    public JudgeState State { get; private set; }

    /// <summary>Scenarios all of whose options are rated in the open round.</summary>
    public int Complete { get; private set; }

    /// <summary>Place of the first scenario that is not complete, from 1; the first of all when none is left.</summary>
    public int Next { get; private set; } = 1;

    /// <summary>Whether handing in was refused because something is unrated.</summary>
    public bool NotYet { get; private set; }

    public IActionResult OnGet()
    {
        if (Seat.Judge.JoinedAt is null && Seat.MayIntroduce)
        {
            return Redirect("/judge/about-you");
        }

        Load();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Seat.OpenRound is null || await Judges.HandInAsync(Seat))
        {
            return Redirect("/judge");
        }

        Load();
        NotYet = true;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private void Load()
    {
        List<BankItem> items = [.. Seat.Panel.Items];
        Complete = items.Count(i => Seat.Rated(i) == i.Item.Options.Count);
        Next = Math.Max(0, items.FindIndex(i => Seat.Rated(i) < i.Item.Options.Count)) + 1;
        State = (Seat.Panel.Row.Stage, Seat.Judge.RoundOneDoneAt, Seat.Judge.RoundTwoDoneAt) switch
        {
            (PanelStage.Preparing, _, _) => JudgeState.Waiting,
            (PanelStage.RoundOne, null, _) => JudgeState.RoundOne,
            (PanelStage.RoundOne, _, _) => JudgeState.RoundOneDone,
            (_, null, _) => JudgeState.Missed,
            (PanelStage.RoundTwo, _, null) => JudgeState.RoundTwo,
            (_, _, null) => JudgeState.Missed,
            _ => JudgeState.Done,
        };
    }
}

/// <summary>Where a panel stands for one judge. Worded in JudgeWords.</summary>
public enum JudgeState
{
    Waiting,
    RoundOne,
    RoundOneDone,
    RoundTwo,

    /// <summary>A round ended before the judge handed it in.</summary>
    Missed,
    Done,
}
