namespace SnoutOS.Domain.AntiPoaching.Phones;

/// <summary>What kind of telephone number some digits are.</summary>
internal enum NumberShape : byte
{
    None,

    /// <summary>Seven digits, dialled in one's own town.</summary>
    Local,

    /// <summary>As long as a number of another country that is dialled there.</summary>
    Foreign,

    /// <summary>As long as a number of the region, with an area code that nobody has.</summary>
    Unassigned,

    /// <summary>A mobile number as it is written in another country.</summary>
    Mobile,

    /// <summary>A number of the region.</summary>
    National,

    /// <summary>A number with its country code.</summary>
    International,
}
