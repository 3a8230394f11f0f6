using Microsoft.AspNetCore.Components;

namespace SnoutOS.Web.Simulator.Phones;

/// <summary>What somebody typed on a phone, with a picture out of its gallery or without.</summary>
public sealed record PhoneText(string Body, SamplePicture? Picture);

/// <summary>Where the phone's owner types.</summary>
public sealed partial class PhoneComposer
{
    private string _body = "";
    private SamplePicture? _picture;
    private bool _picksPicture;

    /// <summary>Whose phone it is, as the controls are named by it.</summary>
    [Parameter, EditorRequired]
    public string Owner { get; set; } = "";

    [Parameter, EditorRequired]
    public EventCallback<PhoneText> OnSend { get; set; }

    private bool IsEmpty => string.IsNullOrWhiteSpace(_body) && _picture is null;

    private void Pick(SamplePicture picture) => _picture = _picture == picture ? null : picture;

    private Task SendAsync(string word) => OnSend.InvokeAsync(new PhoneText(word, null));

    private Task SubmitAsync()
    {
        if (IsEmpty)
        {
            return Task.CompletedTask;
        }

        // The field is free for the next text at once; how long this one takes is the carrier's weather.
        var text = new PhoneText(_body, _picture);
        (_body, _picture, _picksPicture) = ("", null, false);
        return OnSend.InvokeAsync(text);
    }
}
