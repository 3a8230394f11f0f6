using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Observability;

/// <summary>The scan is only worth something if it finds what is planted.</summary>
[Collection(AloneInTheProcess.Name)]
public sealed partial class LeakScanTests
{
    private const string Planted = "+12125550142";

    private readonly LeakScan _scan = new([Planted]);

    [Theory]
    [InlineData("+12125550142")]
    [InlineData("(212) 555-0142")]
    [InlineData("555.0142")]
    [InlineData("To=%2B12125550142")]
    [InlineData("id 019a8f3e-1234-7567-8901-234567890123 of 2125550142")]
    [InlineData("212-555-01••")]
    public void Finds_seven_digits_however_they_are_written(string text) => Assert.Single(_scan.Find("text", text));

    [Theory]
    [InlineData("•••• 0142")]
    [InlineData("019a8f3e-1212-7555-8014-255501425550")]
    [InlineData("4bf92f35125550142da6a3ce929d0e0a")]
    [InlineData("+14155550187")]
    [InlineData("2125550142-01-01 is no date, 2026-11-22T20:55:50.1425550Z is one", 1)]
    public void Passes_by_short_forms_ids_instants_and_other_numbers(string text, int found = 0) =>
        Assert.Equal(found, _scan.Find("text", text).Count);

    [Fact]
    public async Task Reports_a_number_planted_in_a_log_an_exception_a_span_and_a_metric()
    {
        using var recording = new Recording();
        await using var app = await SnoutApp.StartAsync(new SnoutAppOptions { Services = recording.Attach });
        Assert.Empty(await recording.FindAsync(_scan, app));

        LogPlanted(recording.Raw.CreateLogger("Planted"), Planted);
        LogFailure(recording.Written.CreateLogger("Planted"), new FormatException($"'{Planted}' is no date"));
        using (var source = new ActivitySource("Planted"))
        using (source.StartActivity("planted")?.SetTag("peer", Planted))
        {
        }

        using var meter = new Meter("Planted");
        meter.CreateCounter<int>("planted").Add(1, new KeyValuePair<string, object?>("peer", Planted));

        var found = (await recording.FindAsync(_scan, app)).Select(leak => leak.Where).Distinct(StringComparer.Ordinal).ToList();
        Assert.Equal(["log before the net", "log", "span", "metric"], found);
    }

    [Fact]
    public async Task What_a_careless_line_would_have_written_is_caught_by_the_net()
    {
        using var recording = new Recording();
        await using var app = await SnoutApp.StartAsync(new SnoutAppOptions { Services = recording.Attach });
        var logger = app.Get<ILoggerFactory>().CreateLogger("Careless");
        using (logger.BeginScope(new Dictionary<string, object>(StringComparer.Ordinal) { ["Peer"] = Planted }))
        {
            LogPlanted(logger, Planted);
            LogFailure(logger, new InvalidOperationException("outer", new FormatException($"'{Planted}' is no date")));
        }

        var found = (await recording.FindAsync(_scan, app)).Select(leak => leak.Where).Distinct(StringComparer.Ordinal).ToList();
        Assert.Equal(["log before the net"], found);
        Assert.Contains(recording.Written.Lines, line => line.Contains("•••• 0142", StringComparison.Ordinal));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Carelessly written: {Text}")]
    private static partial void LogPlanted(ILogger logger, string text);

    [LoggerMessage(Level = LogLevel.Error, Message = "Failed on purpose")]
    private static partial void LogFailure(ILogger logger, Exception failure);
}
