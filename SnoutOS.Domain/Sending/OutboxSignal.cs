using SnoutOS.Domain.Receiving;

namespace SnoutOS.Domain.Sending;

/// <summary>Messages wait for the provider.</summary>
public sealed class OutboxSignal(TimeProvider clock) : WorkSignal(clock);
