using System.Diagnostics;
using MudBlazor;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Notices;
using SnoutOS.Domain.Policing;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Settings;

/// <summary>What the business answers by itself, in its own words.</summary>
public sealed partial class NoticesCard(NoticeTexts texts, AllowedContacts contacts, CurrentUser current, ISnackbar toasts)
{
    private IReadOnlyList<NoticeSetting> _notices = [];
    private NoticeNames? _names;
    private AllowList _allowed = AllowList.Empty;
    private NoticeKind? _refused;
    private string? _refusal;

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var reader = await current.GetAsync();
        _notices = await texts.ListAsync(reader, CancellationToken.None);
        _allowed = await contacts.ForEverybodyAsync(reader, CancellationToken.None);
        _names = await texts.NamesAsync(reader, CancellationToken.None);
    }

    private async Task SaveAsync(NoticeDraft draft)
    {
        (_refused, _refusal) = (null, null);
        switch (await texts.ChangeAsync(await current.GetAsync(), draft.Kind, draft.Text, draft.IsOn, CancellationToken.None))
        {
            case NoticeChange.Changed:
                toasts.Add("Saved.");
                await LoadAsync();
                break;
            case NoticeChange.Refused refused:
                (_refused, _refusal) = (draft.Kind, NoticeLabels.Explain(refused.Why));
                break;
            case var other:
                throw new UnreachableException($"No word for {other.GetType().Name}.");
        }
    }
}
