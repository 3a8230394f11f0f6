using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Threads;

/// <summary>A text as it leaves the box. The key was made when it did: the same key never sends twice.</summary>
/// <param name="SitterSees">Whether the sitter beside the office sees it.</param>
public sealed record ComposedMessage(
    string Body, string Key, MessagePurpose Purpose, IReadOnlyList<OutgoingAttachment> Attachments, bool SitterSees = false);

/// <summary>
/// The box in which an answer is written. The text itself lives in the browser, so that sending clears it at once and a
/// lost connection loses nothing; here it is measured, kept as a draft and handed on.
/// </summary>
public sealed partial class Composer : IAsyncDisposable
{
    public const int MaxFileBytes = 5 * 1024 * 1024;

    public const int MaxFiles = 10;

    /// <summary>Beyond what can be sent, so that a long paste is counted and told about, never cut in silence.</summary>
    private const int MaxTyped = 20_000;

    private readonly List<PickedFile> _files = [];
    private ElementReference _form;
    private IJSObjectReference? _box;
    private DotNetObjectReference<Composer>? _self;
    private DraftKeeper _drafts = null!;
    private Refusal? _refusal;
    private bool _isAboutMoney;
    private bool? _sitterSees;
    private Guid? _wishedFor;
    private int _filePicks;
    private string _text = "";

    [Parameter, EditorRequired]
    public Guid ThreadId { get; set; }

    /// <summary>What was typed here before.</summary>
    [Parameter]
    public string Draft { get; set; } = "";

    /// <summary>Whether a message may be marked as one about money: front desk only.</summary>
    [Parameter]
    public bool OffersMoney { get; set; }

    /// <summary>The sitter who may see what is written; null where there is none, as at the front desk.</summary>
    [Parameter]
    public Companion? Companion { get; set; }

    /// <summary>Sends; answers with the refusal, or null when it was taken.</summary>
    [Parameter, EditorRequired]
    public Func<ComposedMessage, Task<Refusal?>> OnSend { get; set; } = null!;

    [Parameter, EditorRequired]
    public Func<string, Task> OnDraft { get; set; } = null!;

    /// <summary>Tells the office instead, where a refusal leads there.</summary>
    [Parameter]
    public EventCallback OnTell { get; set; }

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    [Inject]
    private TimeProvider SystemClock { get; set; } = null!;

    /// <summary>As shown beside the box: what somebody switched for this text, else as is usual here.</summary>
    private bool SitterSees => Companion is not null && (_sitterSees ?? Companion.SeesByDefault);

    /// <summary>What the text costs, once there is any: carriers bill each segment.</summary>
    private string Count => _text.Length == 0 ? "" : CountWords.Of(_text);

    [JSInvokable]
    public void Typed(string text)
    {
        _text = text;
        _drafts.Typed(text);
        StateHasChanged();
    }

    /// <summary>False when it was refused, so that the browser puts the text back.</summary>
    [JSInvokable]
    public async Task<bool> SendAsync(string text, string key)
    {
        _text = "";
        _refusal = null;
        var purpose = _isAboutMoney ? MessagePurpose.Billing : MessagePurpose.Conversation;
        var composed = new ComposedMessage(text, key, purpose, [.. _files.Select(file => new OutgoingAttachment(file.Bytes))], SitterSees);
        _refusal = await OnSend(composed);
        if (_refusal is null)
        {
            _files.Clear();
            (_isAboutMoney, _sitterSees) = (false, null);
            _drafts.Typed(_text);
        }

        StateHasChanged();
        return _refusal is null;
    }

    public async ValueTask DisposeAsync()
    {
        await _drafts.DisposeAsync();
        await Browser.DetachAsync(_box);
        _self?.Dispose();
    }

    protected override void OnInitialized()
    {
        _text = Draft;
        _drafts = new DraftKeeper(Draft, KeepAsync, SystemClock);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _box = await Browser.AttachAsync(Assets["js/composer.js"], _form, _self, ThreadId.ToString(), Draft);
        }
    }

    protected override void OnParametersSet()
    {
        // A wish is for the sitter it was made about, not for whoever comes in their place.
        if (Companion?.SitterId != _wishedFor)
        {
            (_wishedFor, _sitterSees) = (Companion?.SitterId, null);
        }
    }

    private Task KeepAsync(string text) => InvokeAsync(async () =>
    {
        await OnDraft(text);
        if (_box is not null)
        {
            try
            {
                await _box.InvokeVoidAsync("kept", text);
            }
            catch (JSDisconnectedException)
            {
                // The copy in the tab stays, and does no harm: it is the same text.
            }
        }
    });

    private async Task AddFilesAsync(InputFileChangeEventArgs picked)
    {
        _refusal = null;
        try
        {
            await ReadAsync(picked);
        }
        finally
        {
            // A fresh input, only once the old one has been read, so that the same file can be picked again.
            _filePicks++;
        }
    }

    private async Task ReadAsync(InputFileChangeEventArgs picked)
    {
        if (_files.Count + picked.FileCount > MaxFiles)
        {
            _refusal = new Refusal($"A text takes {MaxFiles} attachments at most.");
            return;
        }

        foreach (var file in picked.GetMultipleFiles(MaxFiles))
        {
            if (_files.Sum(other => (long)other.Bytes.Length) + file.Size > MaxFileBytes)
            {
                _refusal = new Refusal("Attachments may have 5 MB together. Make the picture smaller and try again.");
                return;
            }

            using var bytes = new MemoryStream((int)file.Size);
            await using var stream = file.OpenReadStream(MaxFileBytes);
            await stream.CopyToAsync(bytes);
            _files.Add(new PickedFile(file.Name, bytes.ToArray()));
        }
    }

    private void RemoveFile(PickedFile file) => _files.Remove(file);

    private sealed record PickedFile(string Name, byte[] Bytes);
}
