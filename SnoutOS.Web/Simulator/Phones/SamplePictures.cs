using SnoutOS.Web.Simulator.Demo;

namespace SnoutOS.Web.Simulator.Phones;

/// <summary>A snapshot that a phone has in its gallery.</summary>
public sealed record SamplePicture(string Name, byte[] Bytes, string ContentType);

/// <summary>What is in the gallery of every simulated phone.</summary>
public static class SamplePictures
{
    private const string Path = "/simulator/pictures";

    public static IReadOnlyList<SamplePicture> All { get; } =
    [
        new("Dog", PetPicture.Dog(), PetPicture.ContentType),
        new("Cat", PetPicture.Cat(), PetPicture.ContentType),
    ];

    public static string AddressOf(SamplePicture picture) => $"{Path}/{picture.Name}";

    public static void MapSamplePictures(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet($"{Path}/{{name}}", (string name) => All.FirstOrDefault(picture => picture.Name == name) is { } picture
            ? Results.Bytes(picture.Bytes, picture.ContentType)
            : Results.NotFound()).AllowAnonymous().ExcludeFromDescription();
}
