using MudBlazor;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Web.Components.Numbers;

/// <summary>The business's own numbers, whole, by what they are for.</summary>
public sealed partial class NumbersPage(NumberBook book, SitterBook sitters, IDialogService dialogs, ISnackbar toasts)
{
    private const int MostShown = 1000;

    private static readonly DialogOptions Asking = new() { CloseOnEscapeKey = false, BackdropClick = false };

    private IReadOnlyList<NumberListing> _numbers = [];
    private IReadOnlyList<SitterListing> _sitters = [];

    private IEnumerable<NumberListing> FrontDesk => Active(NumberClass.FrontDesk);

    private IEnumerable<NumberListing> Sitters => Active(NumberClass.Sitter).OrderBy(number => number.SitterName, StringComparer.CurrentCulture);

    private IEnumerable<NumberListing> Pool => Active(NumberClass.Pool);

    private IEnumerable<NumberListing> OutOfUse => _numbers.Where(number => number.Status != NumberStatus.Active);

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        _numbers = (await book.ListAsync(Reader, after: null, MostShown, cancellationToken))!.Items;
        _sitters = (await sitters.ListAsync(Reader, after: null, MostShown, cancellationToken))!.Items;
    }

    private IEnumerable<NumberListing> Active(NumberClass numberClass) =>
        _numbers.Where(number => number.Status == NumberStatus.Active && number.Class == numberClass);

    private List<SitterListing> SittersWithoutNumber() =>
        [.. _sitters.Where(sitter => sitter.NumberId is null && sitter.Status != SitterStatus.Offboarded)];

    private Task AddAsync() => AskAsync<AddNumberDialog>(new() { { dialog => dialog.Sitters, SittersWithoutNumber() } });

    private Task ReplaceFrontDeskAsync(NumberListing number) => AskAsync<FrontDeskDialog>(new()
    {
        { dialog => dialog.Number, number },
        { dialog => dialog.Candidates, [.. _numbers.Where(NumberOptions.MayBeFrontDesk)] },
    });

    private Task ChangeAsync(NumberListing number) => AskAsync<NumberDialog>(new()
    {
        { dialog => dialog.Number, number },
        { dialog => dialog.Sitters, SittersWithoutNumber() },
    });

    /// <summary>Dialogs do what they are for and close with a sentence that says what happened.</summary>
    private async Task AskAsync<TDialog>(DialogParameters<TDialog> parameters)
        where TDialog : Microsoft.AspNetCore.Components.IComponent
    {
        var dialog = await dialogs.ShowAsync<TDialog>("", parameters, Asking);
        if (await dialog.Result is { Canceled: false, Data: string sentence })
        {
            toasts.Add(sentence);
            await RefreshAsync();
        }
    }
}
