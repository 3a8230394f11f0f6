using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Policing;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Policing;

/// <summary>The numbers and sites that anybody may name. Whole: they are the business's own list.</summary>
public sealed partial class AllowedCard(AllowedContacts contacts, CurrentUser current, ISnackbar toasts, ILogger<AllowedCard> logger)
{
    private IReadOnlyList<AllowedListing>? _rows;
    private bool _hasFailed;
    private string _value = "";
    private string _note = "";
    private string? _owner;
    private bool _evenSomebodys;
    private string? _refused;
    private Guid? _leaving;
    private bool _focusesSure;
    private ElementReference _title;
    private ElementReference _field;
    private ElementReference _sure;

    /// <summary>Something is allowed, or not any more.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    protected override Task OnInitializedAsync() => RendererInfo.IsInteractive ? LoadAsync() : Task.CompletedTask;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focusesSure)
        {
            _focusesSure = false;
            await _sure.FocusAsync();
        }
    }

    private async Task LoadAsync()
    {
        var reader = await current.GetAsync();
        try
        {
            (_rows, _hasFailed) = (await contacts.ListAsync(reader, CancellationToken.None), false);
        }
        catch (Exception failure)
        {
            _hasFailed = true;
            LogReadFailed(logger, failure, reader.OrganizationId);
        }
    }

    private async Task AddAsync()
    {
        switch (await contacts.AddAsync(await current.GetAsync(), _value, _note, _owner is not null && _evenSomebodys, CancellationToken.None))
        {
            case AllowResult.Allowed:
                toasts.Add("Allowed from the next message on.");
                (_value, _note) = ("", "");
                Forget();
                await LoadAsync();
                await OnChanged.InvokeAsync();
                await _field.FocusAsync();
                break;
            case AllowResult.NotReadable:
                _refused = "That is neither a phone number with its area code nor a site such as happy-tails.example.";
                break;
            case AllowResult.AlreadyAllowed:
                _refused = "That is on your list already.";
                break;
            case AllowResult.BelongsToSomebody somebody:
                (_owner, _refused) = (somebody.Name, $"That is {somebody.Name}'s own phone. Tick below if you mean it.");
                break;
            case var other:
                throw new UnreachableException($"No word for {other.GetType().Name}.");
        }
    }

    /// <summary>A tick is for the number that it was given for, and no other.</summary>
    private void Forget() => (_owner, _evenSomebodys, _refused) = (null, false, null);

    private void Ask(AllowedListing row) => (_leaving, _focusesSure) = (row.Id, true);

    // The button that was pressed goes, and the focus must not go with it.
    private async Task KeepAsync()
    {
        _leaving = null;
        await _title.FocusAsync();
    }

    private async Task RemoveAsync(AllowedListing row)
    {
        await contacts.RemoveAsync(await current.GetAsync(), row.Id, CancellationToken.None);
        toasts.Add("Not allowed any more.");
        await LoadAsync();
        await OnChanged.InvokeAsync();
        await KeepAsync();
    }

    private static string Whole(AllowedListing row) =>
        row.Kind == AllowedKind.Number ? PhoneNumberReader.Whole(PhoneNumber.Parse(row.Value, null)) : row.Value;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The allow-list of organization {OrganizationId} could not be read")]
    private static partial void LogReadFailed(ILogger logger, Exception failure, Guid organizationId);
}
