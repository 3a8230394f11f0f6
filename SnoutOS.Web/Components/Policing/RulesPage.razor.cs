using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Policing;
using SnoutOS.Web.Access;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Policing;

/// <summary>What the business does about messages that lead around it. Nothing holds before it is saved.</summary>
public sealed partial class RulesPage(
    RuleBook book, AllowedContacts contacts, CurrentUser current, SnoutDb database, OrganizationTime time, IDialogService dialogs, ISnackbar toasts,
    ILogger<RulesPage> logger)
{
    private static readonly DialogOptions Asking = new() { CloseOnEscapeKey = false, BackdropClick = false };

    private RuleSet? _inForce;
    private RuleSet? _edited;
    private AllowList _allowed = AllowList.Empty;
    private bool _hasFailed;
    private ElementReference _standing;

    private bool HasChanged => _edited != _inForce;

    private string Standing => !HasChanged ? "These rules are in force." : _edited!.IsPossible ? "Changed, and not saved yet." : "Mend what is marked, then save.";

    // The prerendered page shows the skeleton; reading waits for the circuit, so that everything is read once.
    protected override Task OnInitializedAsync() => RendererInfo.IsInteractive ? LoadAsync() : Task.CompletedTask;

    private async Task LoadAsync()
    {
        var reader = await current.GetAsync();
        try
        {
            await time.LoadAsync(database, reader.OrganizationId, CancellationToken.None);
            await LoadAllowedAsync();
            _inForce = await book.ReadAsync(reader, CancellationToken.None);
            (_edited, _hasFailed) = (_inForce, false);
        }
        catch (Exception failure)
        {
            _hasFailed = true;
            LogReadFailed(logger, failure, reader.OrganizationId);
        }
    }

    private async Task LoadAllowedAsync() => _allowed = await contacts.ForEverybodyAsync(await current.GetAsync(), CancellationToken.None);

    private void Edit(RuleSet rules) => _edited = rules;

    private async Task SaveAsync()
    {
        if (await book.SaveAsync(await current.GetAsync(), _edited!, CancellationToken.None))
        {
            _inForce = _edited;
            toasts.Add("Saved. The rules hold from the next message on.");
            await _standing.FocusAsync();
        }
    }

    // The buttons go out, and the focus must not go with them.
    private async Task DiscardAsync()
    {
        _edited = _inForce;
        await _standing.FocusAsync();
    }

    private async Task AskBeforeLeavingAsync(LocationChangingContext leaving)
    {
        if (!HasChanged)
        {
            return;
        }

        var dialog = await dialogs.ShowAsync<LeaveDialog>("", Asking);
        if (await dialog.Result is not { Canceled: false })
        {
            leaving.PreventNavigation();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The rules of organization {OrganizationId} could not be read")]
    private static partial void LogReadFailed(ILogger logger, Exception failure, Guid organizationId);
}
