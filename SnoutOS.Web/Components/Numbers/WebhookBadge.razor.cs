using Microsoft.AspNetCore.Components;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Sending;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Numbers;

/// <summary>Whether a number's texts reach us, as of the last look, and the ways to look again and to set it right.</summary>
public sealed partial class WebhookBadge
{
    private bool _isAsking;
    private bool _failed;

    [Parameter, EditorRequired]
    public Guid NumberId { get; set; }

    [Parameter, EditorRequired]
    public WebhookState State { get; set; }

    [Parameter]
    public DateTimeOffset? CheckedAt { get; set; }

    /// <summary>The number as it is shown, to tell its buttons from those of others; null where it stands alone.</summary>
    [Parameter]
    public string? Of { get; set; }

    /// <summary>What the provider said just now; whoever shows the number shows that.</summary>
    [Parameter]
    public EventCallback<NumberWebhook> OnChecked { get; set; }

    [Inject]
    private WebhookCheck Checks { get; set; } = null!;

    [Inject]
    private CurrentUser Current { get; set; } = null!;

    private string? Named(string act) => Of is null ? null : $"{act} {Of}";

    private async Task AskAsync(Func<Actor, Guid, CancellationToken, Task<NumberWebhook?>> ask)
    {
        (_isAsking, _failed) = (true, false);
        try
        {
            if (await ask(await Current.GetAsync(), NumberId, CancellationToken.None) is { } told)
            {
                (State, CheckedAt) = (told.Webhook, told.CheckedAt);
                await OnChecked.InvokeAsync(told);
            }
        }
        catch (SmsProviderException)
        {
            _failed = true;
        }
        finally
        {
            _isAsking = false;
        }
    }
}
