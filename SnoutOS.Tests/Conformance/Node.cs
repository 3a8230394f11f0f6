using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace SnoutOS.Tests.Conformance;

/// <summary>Where Node.js and the packages of the conformance tests are.</summary>
internal static class Node
{
    private const int OldestThatWorks = 20;

    private static readonly Lazy<string> Executable = new(FindExecutable);

    public static string Folder { get; } = FindFolder();

    /// <summary>Starts a script of the conformance folder, or of one of its packages.</summary>
    public static Process Start(params string[] arguments)
    {
        Assert.True(
            IsInstalled(),
            "The conformance tests have nothing to talk to: run SnoutOS.Tests/Conformance/setup once, then the tests again.");
        var start = new ProcessStartInfo(Executable.Value, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    // Written by the setup script; another lock file means other packages.
    private static bool IsInstalled()
    {
        var stamp = Path.Combine(Folder, "node_modules", ".installed");
        var wanted = SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, "package-lock.json")));
        return File.Exists(stamp) && File.ReadAllText(stamp).Trim() == Convert.ToHexStringLower(wanted);
    }

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SnoutOS.Blazor.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? AppContext.BaseDirectory, "SnoutOS.Tests", "Conformance");
    }

    // Playwright brings a Node of its own, for machines that have none or an old one.
    private static string FindExecutable() => VersionOf("node") >= OldestThatWorks
        ? "node"
        : Path.Combine(AppContext.BaseDirectory, ".playwright", "node", "linux-x64", "node");

    private static int VersionOf(string node)
    {
        try
        {
            using var asked = Process.Start(new ProcessStartInfo(node, "--version") { UseShellExecute = false, RedirectStandardOutput = true })!;
            return int.TryParse(asked.StandardOutput.ReadToEnd().TrimStart('v').Split('.')[0], CultureInfo.InvariantCulture, out var major) ? major : 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return 0;
        }
    }
}
