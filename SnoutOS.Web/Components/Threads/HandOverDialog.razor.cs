using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Organizations;
using SnoutOS.Web.Access;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Threads;

/// <summary>Hands what a client wrote lately over to the sitter who is there or comes next, or to another one with a visit ahead.</summary>
public sealed partial class HandOverDialog(HandOver handOver, CurrentUser current, OrganizationTime time, TimeProvider clock)
{
    private Guid _sitterId;
    private HandOverReach _reach;
    private string? _refusal;

    [Parameter, EditorRequired]
    public ThreadSummary Thread { get; set; } = null!;

    /// <summary>With at least one sitter near.</summary>
    [Parameter, EditorRequired]
    public Surroundings Surroundings { get; set; } = null!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    protected override void OnInitialized()
    {
        _sitterId = Surroundings.Near[0].Id;
        _reach = Surroundings.Waiting > 0 ? HandOverReach.WhatWaits : HandOverReach.LastDay;
    }

    private async Task HandOverAsync()
    {
        switch (await handOver.ToSitterAsync(await current.GetAsync(), Thread.Id, _sitterId, _reach, CancellationToken.None))
        {
            case HandOverResult.HandedOver done:
                Dialog.Close(DialogResult.Ok($"{PersonName.FirstOf(done.SitterName)} has it now."));
                break;
            case HandOverResult.NobodyThere:
                _refusal = "They can no longer be reached here: no visit is ahead of them, or no number is left for it.";
                break;
            case HandOverResult.ThreadNotFound:
                _refusal = "This conversation is no longer here.";
                break;
            case var other:
                throw new UnreachableException($"No word for {other.GetType().Name}.");
        }
    }
}
