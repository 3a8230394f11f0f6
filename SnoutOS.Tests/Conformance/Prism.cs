using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SnoutOS.Tests.Twilio;
using SnoutOS.Web.Twilio;

namespace SnoutOS.Tests.Conformance;

/// <summary>Prism on Twilio's published specification: as a mock that checks requests, or as a proxy that checks both ways.</summary>
internal sealed class Prism : IDisposable
{
    private const string Cli = "node_modules/@stoplight/prism-cli/dist/index.js";
    private const string Published = "node_modules/@twilio/cli-core/src/services/twilio-api/twilio_api_v2010.json";

    /// <summary>The account that Twilio's examples are about, which the mock answers with.</summary>
    public const string ExampleAccount = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private readonly string _folder;
    private readonly Process _process;

    private Prism(string folder, Process process, string url)
    {
        _folder = folder;
        _process = process;
        Url = url;
    }

    public string Url { get; }

    public static Task<Prism> MockAsync() => StartAsync("mock");

    public static Task<Prism> ProxyAsync(string upstream) => StartAsync("proxy", "--errors", upstream);

    public static ServiceProvider Provider(string url, string account, string token) => new ServiceCollection()
        .AddTwilio(LoopbackApi.Options(new Uri(url)) with { AccountSid = account, AuthToken = token, PageSize = 2 })
        .BuildServiceProvider();

    public static async Task<int> PostAsync(string url, string form)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{url}/2010-04-01/Accounts/{ExampleAccount}/Messages.json");
        request.Content = new StringContent(form, Encoding.ASCII, "application/x-www-form-urlencoded");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("a:b"u8));
        using var response = await http.SendAsync(request);
        return (int)response.StatusCode;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<Prism> StartAsync(string verb, params string[] more)
    {
        var folder = Directory.CreateTempSubdirectory("snoutos-prism-").FullName;
        var spec = Path.Combine(folder, "messages.json");
        using (var patching = Node.Start("patch-spec.mjs", Published, spec))
        {
            var errors = await patching.StandardError.ReadToEndAsync();
            await patching.WaitForExitAsync();
            Assert.True(patching.ExitCode == 0, errors);
        }

        var port = FreePort();
        string[] upstream = more is [.., var last] ? [spec, last] : [spec];
        var process = Node.Start([Cli, verb, .. more.SkipLast(1), "-h", "127.0.0.1", "-p", $"{port}", .. upstream]);
        var prism = new Prism(folder, process, $"http://127.0.0.1:{port}");
        await prism.ListeningAsync();
        return prism;
    }

    private async Task ListeningAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains("Prism is listening", StringComparison.Ordinal))
            {
                // Its log must not fill the pipe and stop it.
                _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                _ = _process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return;
            }
        }

        Assert.Fail("Prism did not start: " + await _process.StandardError.ReadToEndAsync(patience.Token));
    }

    private static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}

/// <summary>One mock for a class of tests: it takes seconds to start.</summary>
public sealed class PrismMock : IAsyncLifetime
{
    private Prism? _prism;

    public string Url => _prism!.Url;

    public async ValueTask InitializeAsync() => _prism = await Prism.MockAsync();

    public ValueTask DisposeAsync()
    {
        _prism?.Dispose();
        return ValueTask.CompletedTask;
    }
}
