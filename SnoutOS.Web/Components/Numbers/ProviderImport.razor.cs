using Microsoft.AspNetCore.Components;
using MudBlazor;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Sending;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Numbers;

/// <summary>The numbers of the provider's account, and the way to take them over.</summary>
public sealed partial class ProviderImport
{
    private readonly HashSet<string> _chosen = new(StringComparer.Ordinal);
    private IReadOnlyList<ImportCandidate>? _candidates;
    private NumberClass _class = NumberClass.Pool;
    private bool _isAsking;
    private string? _refusal;

    /// <summary>New numbers have become the business's.</summary>
    [Parameter]
    public EventCallback OnImported { get; set; }

    [Inject]
    private NumberImport Import { get; set; } = null!;

    [Inject]
    private CurrentUser Current { get; set; } = null!;

    [Inject]
    private ISnackbar Toasts { get; set; } = null!;

    private void Toggle(string sid)
    {
        if (!_chosen.Remove(sid))
        {
            _chosen.Add(sid);
        }
    }

    private Task LookAsync() => AskAsync(async () => _candidates = await Import.LookAsync(await Current.GetAsync(), CancellationToken.None));

    private Task ImportAsync() => AskAsync(async () =>
    {
        var actor = await Current.GetAsync();
        var result = await Import.ImportAsync(actor, _chosen, _class, CancellationToken.None);
        if (result is not NumberImportResult.Imported)
        {
            _refusal = ProviderWords.Explain(result);
            return;
        }

        _chosen.Clear();
        _candidates = await Import.LookAsync(actor, CancellationToken.None);
        Toasts.Add(ProviderWords.Explain(result));
        await OnImported.InvokeAsync();
    });

    private async Task AskAsync(Func<Task> ask)
    {
        (_isAsking, _refusal) = (true, null);
        try
        {
            await ask();
        }
        catch (SmsProviderException)
        {
            _refusal = "The provider could not be asked. Try again in a moment.";
        }
        finally
        {
            _isAsking = false;
        }
    }
}
