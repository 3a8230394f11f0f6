using System.Text.Encodings.Web;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging.Console;
using SnoutOS.Domain.Observability;

namespace SnoutOS.Web.Observability.Logging;

/// <summary>
/// Logs in two layers: the redactor shortens or erases what is classified, and a net behind it masks whatever still
/// looks like a telephone number before the console gets it.
/// </summary>
public static class SafeLogging
{
    public static void AddSafeLogging(this WebApplicationBuilder builder)
    {
        builder.Configuration.Sources.Insert(0, Levels);
        builder.Logging.ClearProviders();
        builder.AddConsoleBehindNet();
        builder.Services.AddSingleton<ILoggerProvider, LogCounts>();

        builder.Services.AddRedaction(redaction => redaction
            .SetRedactor<LastFourRedactor>(new DataClassificationSet(SnoutTaxonomy.PhoneNumber))
            .SetRedactor<ErasingRedactor>(new DataClassificationSet(SnoutTaxonomy.MessageContent), new DataClassificationSet(SnoutTaxonomy.PersonName)));
        builder.Logging.EnableRedaction(options => options.ApplyDiscriminator = false);

        // The default loggers write whole addresses, and those of the provider's lists carry numbers.
        builder.Services.ConfigureHttpClientDefaults(client => client.RemoveAllLoggers());
    }

    /// <summary>Below the configuration, so that any key there wins. Requests by path and query are traced, not logged.</summary>
    private static MemoryConfigurationSource Levels => new()
    {
        InitialData = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Logging:LogLevel:Default"] = nameof(LogLevel.Information),
            ["Logging:LogLevel:Microsoft.AspNetCore"] = nameof(LogLevel.Warning),
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = nameof(LogLevel.Warning),

            // What fails there is thrown as well, and whoever catches it logs it with its ids or wins the next try.
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command"] = nameof(LogLevel.Critical),
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Update"] = nameof(LogLevel.Critical),
            ["Logging:LogLevel:Polly"] = nameof(LogLevel.Critical),
        },
    };

    private static void AddConsoleBehindNet(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
        {
            builder.Logging.AddSimpleConsole(options => (options.SingleLine, options.TimestampFormat) = (true, "HH:mm:ss "));
        }
        else
        {
            builder.Logging.AddJsonConsole(WriteUtcLines);
        }

        // Results of commands go to the standard output, everything else beside it.
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(ConsoleLoggerProvider)));
        builder.Services.AddSingleton<ConsoleLoggerProvider>();
        builder.Services.AddSingleton<ILoggerProvider>(services => new NumberNetProvider(
            services.GetRequiredService<ConsoleLoggerProvider>(), services.GetRequiredService<DeploymentCounts>()));
    }

    private static void WriteUtcLines(JsonConsoleFormatterOptions options)
    {
        options.UseUtcTimestamp = true;
        options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        options.IncludeScopes = true;

        // The log is read by people and by collectors, never by a browser.
        options.JsonWriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    }
}
