using SnoutOS.Web.Simulator.Demo;

namespace SnoutOS.Web.Simulator.Phones;

/// <summary>A snapshot that a phone has in its gallery.</summary>
public sealed record SamplePicture(string Name, byte[] Bytes, string ContentType)
{
    public string DataUrl => $"data:{ContentType};base64,{Convert.ToBase64String(Bytes)}";
}

/// <summary>What is in the gallery of every simulated phone.</summary>
public static class SamplePictures
{
    public static IReadOnlyList<SamplePicture> All { get; } =
    [
        new("Dog", PetPicture.Dog(), PetPicture.ContentType),
        new("Cat", PetPicture.Cat(), PetPicture.ContentType),
    ];
}
