using System.Collections.Immutable;

namespace SnoutOS.Web.Simulator.Carrier;

/// <summary>Holds what the carrier was told to do differently until its message comes.</summary>
internal sealed class CarrierScript
{
    private static readonly CarrierBehavior Normal = new();

    private readonly Lock _gate = new();
    private readonly LinkedList<CarrierBehavior> _next = new();
    private readonly Dictionary<string, CarrierBehavior> _phones = new(StringComparer.Ordinal);

    public ImmutableArray<CarrierBehavior> Upcoming
    {
        get
        {
            lock (_gate)
            {
                return [.. _next];
            }
        }
    }

    public void ForgetNext()
    {
        lock (_gate)
        {
            _next.Clear();
        }
    }

    public void Next(CarrierBehavior behavior)
    {
        lock (_gate)
        {
            _next.AddLast(behavior);
        }
    }

    public void Always(string phone, CarrierBehavior? behavior)
    {
        lock (_gate)
        {
            _phones.Remove(phone);
            if (behavior is not null)
            {
                _phones.Add(phone, behavior);
            }
        }
    }

    /// <summary>How to treat a request to text this phone. A turned-away request leaves the rest for the next one.</summary>
    public CarrierBehavior Take(string phone)
    {
        lock (_gate)
        {
            if (_next.First is { Value: var next })
            {
                _next.RemoveFirst();
                if (next.SlowDowns > 0)
                {
                    _next.AddFirst(next with { SlowDowns = next.SlowDowns - 1 });
                }

                return next;
            }

            var behavior = _phones.GetValueOrDefault(phone, Normal);
            if (behavior.SlowDowns > 0)
            {
                _phones[phone] = behavior with { SlowDowns = behavior.SlowDowns - 1 };
            }

            return behavior;
        }
    }
}
