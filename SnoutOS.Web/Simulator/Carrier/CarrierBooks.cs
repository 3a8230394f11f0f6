using System.Collections.Immutable;

namespace SnoutOS.Web.Simulator.Carrier;

/// <summary>Every text the carrier has seen, in order of arrival, and who asked not to be texted from where.</summary>
internal sealed class CarrierBooks
{
    private static readonly string[] Stop = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"];

    private static readonly string[] Start = ["START", "YES", "UNSTOP"];

    private readonly Lock _gate = new();
    private readonly List<string> _order = [];
    private readonly Dictionary<string, CarrierMessage> _messages = new(StringComparer.Ordinal);
    private readonly HashSet<(string Number, string Phone)> _optedOut = [];

    /// <summary>Oldest first.</summary>
    public ImmutableArray<CarrierMessage> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _order.Select(sid => _messages[sid])];
            }
        }
    }

    public CarrierMessage? Find(string sid)
    {
        lock (_gate)
        {
            return _messages.GetValueOrDefault(sid);
        }
    }

    public void Enter(CarrierMessage message)
    {
        lock (_gate)
        {
            _order.Add(message.Sid);
            _messages.Add(message.Sid, message);
            if (message.FromPhone)
            {
                HeedKeyword(message);
            }
        }
    }

    public CarrierMessage Change(string sid, Func<CarrierMessage, CarrierMessage> change)
    {
        lock (_gate)
        {
            return _messages[sid] = change(_messages[sid]);
        }
    }

    public bool IsOptedOut(string number, string phone)
    {
        lock (_gate)
        {
            return _optedOut.Contains((number, phone));
        }
    }

    private void HeedKeyword(CarrierMessage message)
    {
        var word = message.Body.Trim();
        if (Stop.Contains(word, StringComparer.OrdinalIgnoreCase))
        {
            _optedOut.Add((message.To, message.From));
        }
        else if (Start.Contains(word, StringComparer.OrdinalIgnoreCase))
        {
            _optedOut.Remove((message.To, message.From));
        }
    }
}
