using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Organizations;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Bookings;

/// <summary>Offers to let the next sitter read what the client wrote to the one before.</summary>
public sealed partial class HandOverDialog(HandOver handOver, CurrentUser current)
{
    private string? _refusal;

    [Parameter, EditorRequired]
    public AssignmentDone Assignment { get; set; } = null!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    private string Sitter => PersonName.FirstOf(Assignment.Sitter!.Name);

    private async Task HandOverAsync()
    {
        var result = await handOver.ToSitterAsync(
            await current.GetAsync(), Assignment.Before.ThreadId!.Value, Assignment.Sitter!.Id, CancellationToken.None);
        switch (result)
        {
            case HandOverResult.HandedOver:
                Dialog.Close(DialogResult.Ok($"{Sitter} can read them now."));
                break;
            case HandOverResult.ThreadNotFound:
                _refusal = "This conversation is no longer here.";
                break;
            case HandOverResult.NobodyThere:
                _refusal = $"{Sitter} has no visit at this client's ahead, or no number on which to read them.";
                break;
            default:
                throw new UnreachableException();
        }
    }
}
