using System.Diagnostics;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using SnoutOS.Tests.Browser;
using SnoutOS.Tests.Faults;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.StaticFiles;

/// <summary>Static files live outside of the project; these hold that they come along, in development and published.</summary>
public sealed partial class StaticFilesTests
{
    [Fact]
    public async Task They_are_served_while_developing()
    {
        await using var app = await SnoutApp.StartAsync();
        await AreServedAsync(app.Address, "no-cache");
    }

    [Fact, Trait("Kind", "slow")]
    public async Task They_are_served_once_published()
    {
        var folder = Directory.CreateTempSubdirectory("snout-published-");
        try
        {
            await PublishAsync(folder.FullName);
            await using var server = new KilledServer(Path.Combine(folder.FullName, "snout.db"), [], Path.Combine(folder.FullName, "SnoutOS.Web.dll"));
            await server.StartAsync(TestContext.Current.CancellationToken);
            await AreServedAsync(server.Address, "max-age=31536000, immutable");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task AreServedAsync(Uri address, string cacheControl)
    {
        using var http = new HttpClient { BaseAddress = address };
        var page = await http.GetStringAsync("/login");
        var addresses = Asset().Matches(page).Select(match => match.Groups["address"].Value).ToList();

        var sheet = await ReadAsync(http, Assert.Single(addresses, each => each.StartsWith("css/app.", StringComparison.Ordinal)), cacheControl);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Artifacts.Repository(), "wwwroot-assets/css/app.css")), sheet);

        var scoped = await ReadAsync(http, Assert.Single(addresses, each => each.Contains(".styles.css", StringComparison.Ordinal)), cacheControl);
        Assert.Matches(@"\.sign-in\[b-[a-z0-9]+\]", scoped);

        var script = await ReadAsync(http, Assert.Single(addresses, each => each.StartsWith("js/theme.", StringComparison.Ordinal)), cacheControl);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Artifacts.Repository(), "wwwroot-assets/js/theme.js")), script);
    }

    /// <summary>
    /// Reads a file whose address names its content, so that a browser may keep it for good once published; while
    /// developing it asks again. It comes compressed either way.
    /// </summary>
    private static async Task<string> ReadAsync(HttpClient http, string address, string cacheControl)
    {
        Assert.Matches(Fingerprinted(), address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        Assert.Equal("gzip", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.Equal(cacheControl, answer.Headers.CacheControl?.ToString());
        await using var unpacked = new GZipStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        return await reader.ReadToEndAsync();
    }

    private static async Task PublishAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Artifacts.Repository(), UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var word in (string[])["publish", "SnoutOS.Web", "--configuration", "Release", "--no-restore", "--output", folder])
        {
            start.ArgumentList.Add(word);
        }

        using var publishing = Process.Start(start)!;
        var said = await publishing.StandardOutput.ReadToEndAsync();
        await publishing.WaitForExitAsync();
        Assert.True(publishing.ExitCode == 0, said);
    }

    [GeneratedRegex("""(?:href|src)="(?<address>[^"]+\.(?:css|js))" """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Asset();

    [GeneratedRegex(@"\.[a-z0-9]{10}\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fingerprinted();
}
