using Microsoft.AspNetCore.Components;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Notices;

namespace SnoutOS.Web.Components.Settings;

/// <summary>Words for a notice that somebody wants to keep.</summary>
public sealed record NoticeDraft(NoticeKind Kind, string Text, bool IsOn);

/// <summary>One notice: its words, and beside them what the reader of them would get.</summary>
public sealed partial class NoticeEditor
{
    private NoticeSetting? _shown;
    private string _text = "";
    private bool _isOn;

    [Parameter, EditorRequired]
    public NoticeSetting Notice { get; set; } = null!;

    [Parameter, EditorRequired]
    public NoticeNames Names { get; set; } = null!;

    /// <summary>What the business lets its people name.</summary>
    [Parameter]
    public AllowList Allowed { get; set; } = AllowList.Empty;

    /// <summary>Why the words could not be kept.</summary>
    [Parameter]
    public string? Refusal { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<NoticeDraft> OnSave { get; set; }

    private bool IsSpoken => Notice.Kind == NoticeKind.VoiceAnswer;

    private bool HasChanged => _text != Notice.Text || _isOn != Notice.IsOn;

    private string Words => string.IsNullOrWhiteSpace(_text) ? NoticeWords.Usual(Notice.Kind) : _text.Trim();

    private string Preview => NoticeWords.Fill(Words, Names);

    /// <summary>Said while they type, so that nobody has to press the button to learn it.</summary>
    private string? Objection => NoticeWords.Objection(Notice.Kind, Words, Names) is { } why ? NoticeLabels.Explain(why) : Refusal;

    /// <summary>Never a reason to refuse: the office may name whatever it likes, and may have mistyped its own number.</summary>
    private string? Hint => NoticeLabels.Hint(Preview, Allowed);

    protected override void OnParametersSet()
    {
        // What somebody has typed stays until it is saved or the kept words change under it.
        if (_shown != Notice)
        {
            (_shown, _text, _isOn) = (Notice, Notice.Text, Notice.IsOn);
        }
    }

    private Task SaveAsync() => OnSave.InvokeAsync(new NoticeDraft(Notice.Kind, _text, _isOn));

    private string Id(string part) => $"{part}-{Notice.Kind}".ToLowerInvariant();
}
