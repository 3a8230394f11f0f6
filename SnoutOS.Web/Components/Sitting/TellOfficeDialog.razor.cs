using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Sitters;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Sitting;

/// <summary>Takes a sitter's note to the office. What is refused stays there to be mended.</summary>
public sealed partial class TellOfficeDialog(OfficeNotes notes, CurrentUser current)
{
    /// <summary>Beyond what is taken, so that a long paste is told about, never cut in silence.</summary>
    private const int MaxTyped = 20_000;

    private string _note = "";
    private string? _refusal;
    private bool _isTelling;

    [Parameter, EditorRequired]
    public Guid ThreadId { get; set; }

    [Parameter, EditorRequired]
    public string ClientName { get; set; } = "";

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    private async Task TellAsync()
    {
        if (_isTelling)
        {
            return;
        }

        _isTelling = true;
        try
        {
            _refusal = SittingWords.Refusal(await notes.LeaveAsync(await current.GetAsync(), ThreadId, _note.Trim(), CancellationToken.None));
        }
        finally
        {
            _isTelling = false;
        }

        if (_refusal is null)
        {
            Dialog.Close(DialogResult.Ok(true));
        }
    }
}
