using System.Collections.Immutable;

namespace SnoutOS.Web.Simulator.Carrier;

/// <summary>A number that the business's account rents, and where the carrier was told to send what arrives on it.</summary>
public sealed record CarrierNumber
{
    public required string Sid { get; init; }

    public required string Address { get; init; }

    public string SmsUrl { get; init; } = "";

    public string SmsMethod { get; init; } = "POST";

    public string VoiceUrl { get; init; } = "";

    public string VoiceMethod { get; init; } = "POST";

    public required DateTimeOffset RentedAt { get; init; }
}

/// <summary>The numbers of the account, in the order in which they were rented.</summary>
public sealed class CarrierNumbers
{
    private ImmutableList<CarrierNumber> _all = [];

    public ImmutableList<CarrierNumber> All => _all;

    /// <summary>Rents a number, unless the account has it.</summary>
    public void Rent(CarrierNumber number) =>
        ImmutableInterlocked.Update(ref _all, all => all.Exists(other => other.Address == number.Address) ? all : all.Add(number));

    /// <summary>The number afterwards; null when there is none by this id.</summary>
    public CarrierNumber? Change(string sid, Func<CarrierNumber, CarrierNumber> change)
    {
        ImmutableInterlocked.Update(ref _all, all => all.ConvertAll(number => number.Sid == sid ? change(number) : number));
        return _all.Find(number => number.Sid == sid);
    }
}
