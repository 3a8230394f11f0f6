namespace SnoutOS.Web.Simulator.Demo;

/// <summary>Snapshots for phones to send: a dog and a cat, drawn from ellipses, so that no picture has to be shipped.</summary>
internal static class PetPicture
{
    public const string ContentType = "image/png";

    private const int Width = 480;
    private const int Height = 360;

    private static readonly Ink Dark = new(0x2E, 0x24, 0x1E);

    private static readonly Ink White = new(0xFF, 0xFA, 0xF2);

    private static readonly Ellipse[] DogShapes =
    [
        new(240, 372, 150, 90, new Ink(0xB9, 0x7A, 0x45)),
        new(240, 196, 112, 118, new Ink(0xC8, 0x8A, 0x52)),
        new(136, 176, 40, 92, new Ink(0x8A, 0x55, 0x2E)),
        new(344, 176, 40, 92, new Ink(0x8A, 0x55, 0x2E)),
        new(240, 250, 66, 56, White),
        new(240, 132, 22, 62, White),
        new(240, 288, 20, 30, new Ink(0xE5, 0x7A, 0x7A)),
        new(240, 262, 40, 14, White),
        new(240, 228, 26, 18, Dark),
        new(192, 176, 15, 18, Dark),
        new(288, 176, 15, 18, Dark),
        new(197, 170, 5, 6, White),
        new(293, 170, 5, 6, White),
    ];

    private static readonly Ellipse[] CatShapes =
    [
        new(240, 376, 128, 84, new Ink(0x6B, 0x67, 0x70)),
        new(160, 112, 30, 66, new Ink(0x6B, 0x67, 0x70)),
        new(320, 112, 30, 66, new Ink(0x6B, 0x67, 0x70)),
        new(160, 118, 15, 40, new Ink(0xE8, 0xA6, 0xA6)),
        new(320, 118, 15, 40, new Ink(0xE8, 0xA6, 0xA6)),
        new(240, 204, 118, 100, new Ink(0x86, 0x82, 0x8C)),
        new(240, 246, 52, 38, White),
        new(188, 188, 24, 24, new Ink(0xE9, 0xD0, 0x6A)),
        new(292, 188, 24, 24, new Ink(0xE9, 0xD0, 0x6A)),
        new(188, 188, 7, 21, Dark),
        new(292, 188, 7, 21, Dark),
        new(240, 232, 12, 8, new Ink(0xD9, 0x84, 0x84)),
        new(240, 258, 3, 14, Dark),
    ];

    private static readonly Lazy<byte[]> DogFile = new(() => Draw(DogShapes, new Ink(0xF2, 0xC9, 0x9B), new Ink(0xD8, 0x7F, 0x5C)));

    private static readonly Lazy<byte[]> CatFile = new(() => Draw(CatShapes, new Ink(0xBF, 0xDB, 0xD2), new Ink(0x5E, 0x94, 0x8B)));

    public static byte[] Dog() => DogFile.Value;

    public static byte[] Cat() => CatFile.Value;

    private static byte[] Draw(Ellipse[] shapes, Ink top, Ink bottom)
    {
        var pixels = new byte[Width * Height * 3];
        for (var y = 0; y < Height; y++)
        {
            var wall = top.Over(bottom, 1 - ((double)y / Height));
            for (var x = 0; x < Width; x++)
            {
                var ink = wall;
                foreach (var shape in shapes)
                {
                    ink = shape.Ink.Over(ink, shape.Coverage(x, y));
                }

                var at = ((y * Width) + x) * 3;
                (pixels[at], pixels[at + 1], pixels[at + 2]) = ink.Bytes;
            }
        }

        return Png.Encode(Width, Height, pixels);
    }

    private readonly record struct Ink(double Red, double Green, double Blue)
    {
        public (byte Red, byte Green, byte Blue) Bytes => ((byte)Red, (byte)Green, (byte)Blue);

        public Ink Over(Ink under, double share) => new(
            under.Red + ((Red - under.Red) * share),
            under.Green + ((Green - under.Green) * share),
            under.Blue + ((Blue - under.Blue) * share));
    }

    private sealed record Ellipse(double X, double Y, double Width, double Height, Ink Ink)
    {
        /// <summary>1 inside, 0 outside, and between them along an edge of about a pixel.</summary>
        public double Coverage(double x, double y)
        {
            var (dx, dy) = ((x - X) / Width, (y - Y) / Height);
            var distance = (Math.Sqrt((dx * dx) + (dy * dy)) - 1) * Math.Min(Width, Height);
            return Math.Clamp(0.5 - distance, 0, 1);
        }
    }
}
