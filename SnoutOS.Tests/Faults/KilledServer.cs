using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SnoutOS.Tests.Faults;

/// <summary>The product as a process of its own, so that it can be killed the way a machine dies: without a word.</summary>
public sealed class KilledServer : IAsyncDisposable
{
    private readonly Dictionary<string, string?> _settings;
    private readonly string _program;
    private Process? _process;

    /// <summary>The program is the one that was built with the tests, unless it is said to be another.</summary>
    public KilledServer(string databaseFile, Dictionary<string, string?> settings, string? program = null)
    {
        _program = program ?? typeof(Program).Assembly.Location;
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        _settings = new Dictionary<string, string?>(settings, StringComparer.Ordinal)
        {
            ["ConnectionStrings__Snout"] = $"Data Source={databaseFile}",
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = Address.ToString(),
            ["Logging__LogLevel__Default"] = "Warning",
            ["RateLimits__Enabled"] = "false",
        };
    }

    public Uri Address { get; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(_program);
        start.WorkingDirectory = Path.GetDirectoryName(_program);
        foreach (var (key, value) in _settings)
        {
            start.Environment[key] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await AnswersAsync(cancellationToken);
    }

    /// <summary>SIGKILL: nothing is flushed, nobody is told.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }
    }

    private async Task AnswersAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(90));
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync("/health/live", patience.Token);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
