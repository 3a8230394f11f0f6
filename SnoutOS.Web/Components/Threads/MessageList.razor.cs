using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SnoutOS.Domain.Inbox;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Threads;

/// <summary>The messages of a conversation, newest at the bottom. The reader's place is held in the browser.</summary>
public sealed partial class MessageList : IAsyncDisposable
{
    private ElementReference _scroller;
    private IJSObjectReference? _place;
    private DotNetObjectReference<MessageList>? _self;

    [Parameter, EditorRequired]
    public IReadOnlyList<MessageView> Messages { get; set; } = [];

    [Parameter]
    public string ReaderName { get; set; } = "";

    /// <summary>Whether a sitter looks at it, who knows the office as one.</summary>
    [Parameter]
    public bool ForSitter { get; set; }

    [Parameter]
    public bool HasEarlier { get; set; }

    [Parameter]
    public bool HasLater { get; set; }

    [Parameter]
    public EventCallback OnEarlier { get; set; }

    [Parameter]
    public EventCallback OnLater { get; set; }

    [Parameter]
    public EventCallback OnNewest { get; set; }

    [Parameter]
    public EventCallback<bool> OnVisible { get; set; }

    [Parameter]
    public EventCallback<MessageView> OnRetry { get; set; }

    [Parameter]
    public EventCallback<Guid> OnExplain { get; set; }

    [Inject]
    private OrganizationTime Time { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    [JSInvokable]
    public Task ReachedAsync(string edge) => (edge == "earlier" ? OnEarlier : OnLater).InvokeAsync();

    [JSInvokable]
    public Task VisibleAsync(bool isVisible) => OnVisible.InvokeAsync(isVisible);

    public async ValueTask DisposeAsync()
    {
        await Browser.DetachAsync(_place);
        _self?.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _place = await Browser.AttachAsync(Assets["js/messages.js"], _scroller, _self);
            await OnVisible.InvokeAsync(await _place.InvokeAsync<bool>("isVisible"));
        }
    }

    private async Task ToEndAsync()
    {
        await OnNewest.InvokeAsync();
        if (_place is not null)
        {
            await _place.InvokeVoidAsync("toEnd");
        }
    }
}
