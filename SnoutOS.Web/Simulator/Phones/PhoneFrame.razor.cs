using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using SnoutOS.Web.Components.Shared;
using SnoutOS.Web.Simulator.Carrier;

namespace SnoutOS.Web.Simulator.Phones;

/// <summary>One phone: a conversation for each number of a business that it texted or was texted from.</summary>
public sealed partial class PhoneFrame
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private BusinessLine? _line;
    private string? _heard;

    [Parameter, EditorRequired]
    public Phone Phone { get; set; } = null!;

    [Parameter, EditorRequired]
    public PhoneShelf Shelf { get; set; } = null!;

    /// <summary>What this phone sent and received, newest last.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<CarrierMessage> Texts { get; set; }

    /// <summary>How what it sends comes to the business.</summary>
    [Parameter, EditorRequired]
    public CarrierBehavior Webhook { get; set; } = null!;

    [Parameter]
    public EventCallback OnClose { get; set; }

    [Inject]
    private CarrierState Carrier { get; set; } = null!;

    [Inject]
    private CarrierCalls Calls { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private OrganizationTime Time { get; set; } = null!;

    private string FieldId => $"other-{Phone.Short[^4..]}";

    /// <summary>Whom it has conversed with, the latest first.</summary>
    private IEnumerable<BusinessLine> Known => Texts.Reverse().Select(Other).Distinct(StringComparer.Ordinal).Select(Shelf.LineOf);

    private int UnreadElsewhere => Known.Where(line => line != _line).Sum(Unread);

    protected override void OnInitialized()
    {
        Time = new OrganizationTime(Clock) { Zone = Phone.Zone };
        foreach (var line in Known)
        {
            _seen[line.Address] = Received(line);
        }

        _line = Known.FirstOrDefault() ?? Shelf.Lines.FirstOrDefault(line => line.IsFrontDesk);
    }

    protected override void OnParametersSet()
    {
        if (_line is not null)
        {
            _seen[_line.Address] = Received(_line);
        }
    }

    private static string Other(CarrierMessage text) => text.FromPhone ? text.To : text.From;

    private IEnumerable<CarrierMessage> On(BusinessLine line) => Texts.Where(text => Other(text) == line.Address);

    private string Preview(BusinessLine line) => On(line).Last() is { Body.Length: > 0 } text ? text.Body : "Picture";

    private int Received(BusinessLine line) => On(line).Count(text => !text.FromPhone);

    private int Unread(BusinessLine line) => Received(line) - _seen.GetValueOrDefault(line.Address);

    private void ShowAll() => (_line, _heard) = (null, null);

    private async Task CallAsync(BusinessLine line)
    {
        var said = await Calls.CallAsync(Phone.Address, line.Address);
        _heard = said ?? "Nobody answers.";
    }

    private void Open(BusinessLine line)
    {
        (_line, _heard) = (line, null);
        _seen[line.Address] = Received(line);
    }

    private void OpenPicked(ChangeEventArgs picked)
    {
        if (int.TryParse(picked.Value as string, CultureInfo.InvariantCulture, out var index))
        {
            Open(Shelf.Lines[index]);
        }
    }

    private async Task SendAsync(PhoneText text)
    {
        _heard = null;
        if (_line is { } line)
        {
            ImmutableArray<CarrierMedia> media = text.Picture is { } picture ? [Carrier.NewMedia(picture.Bytes, picture.ContentType)] : [];
            await Carrier.TextFromPhoneAsync(Phone.Address, line.Address, text.Body, media, Webhook);
        }
    }
}
