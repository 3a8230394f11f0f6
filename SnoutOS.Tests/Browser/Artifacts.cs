namespace SnoutOS.Tests.Browser;

/// <summary>What a run leaves behind for people to look at: in <c>SNOUT_ARTIFACTS</c>, else in <c>artifacts</c> at the top.</summary>
internal static class Artifacts
{
    private static readonly string Root = Environment.GetEnvironmentVariable("SNOUT_ARTIFACTS") ?? System.IO.Path.Combine(Repository(), "artifacts");

    public static string Path(params string[] parts)
    {
        var path = System.IO.Path.Combine([Root, .. parts]);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>Tells a measured figure to whoever watches, and keeps the last one of each name.</summary>
    public static void Figure(string name, string value)
    {
        var file = Path("figures.txt");
        string[] others = File.Exists(file) ? File.ReadAllLines(file) : [];
        File.WriteAllLines(file, [.. others.Where(line => !line.StartsWith(name + ": ", StringComparison.Ordinal)), $"{name}: {value}"]);
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {value}");
        Console.WriteLine($"{name}: {value}");
    }

    public static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "SnoutOS.Blazor.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return folder.FullName;
    }
}
