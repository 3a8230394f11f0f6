using Microsoft.Playwright;

namespace SnoutOS.Tests.Browser;

/// <summary>What a page is looked at on.</summary>
public sealed record Screen(string Name, int Width, int Height, bool IsPhone = false, ColorScheme Scheme = ColorScheme.Light)
{
    public static Screen Desktop { get; } = new("desktop", 1440, 900);

    public static Screen Phone { get; } = new("phone", 390, 844, IsPhone: true);

    public Screen Dark => this with { Scheme = ColorScheme.Dark };

    public string Theme => Scheme is ColorScheme.Dark ? "dark" : "light";

    public override string ToString() => $"{Name}-{Theme}";

    public BrowserNewContextOptions Context(Uri address) => new()
    {
        BaseURL = address.ToString(),
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
        ColorScheme = Scheme,
        HasTouch = IsPhone,
        IsMobile = IsPhone,
        Locale = "en-US",
        ReducedMotion = ReducedMotion.Reduce,
    };
}
