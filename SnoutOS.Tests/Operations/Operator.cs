using System.Diagnostics;

namespace SnoutOS.Tests.Operations;

/// <summary>What a run of the program came to.</summary>
internal sealed record Run(int ExitCode, string Output, string Errors);

/// <summary>Runs the program as the operator does: as a process of its own, in Production.</summary>
internal static class Operator
{
    public static async Task<Run> RunAsync(string folder, string[] words, string input, params IEnumerable<(string Key, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SnoutOS.Web.dll"), .. words])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new Run(process.ExitCode, await output, await errors);
    }
}
