using SnoutOS.Domain;
using SnoutOS.Domain.Persistence;
using SnoutOS.Web.Access;
using SnoutOS.Web.Api;
using SnoutOS.Web.Components;
using SnoutOS.Web.Configuration;
using SnoutOS.Web.Database;
using SnoutOS.Web.Live;
using SnoutOS.Web.Media;
using SnoutOS.Web.Observability;
using SnoutOS.Web.Simulator;

var builder = WebApplication.CreateBuilder(args);

builder.AddSimulatorDefaults();
if (!builder.TryAddSettings())
{
    return Settings.ExitCode;
}

builder.AddObservability();
builder.Services.AddDatabase(builder.Configuration);
builder.Services.AddSnoutDomain();
builder.Services.AddSnoutWorkers();
builder.Services.AddLive();
builder.Services.AddMedia();
builder.AddAccess();
builder.AddApi();
builder.AddPages();
builder.AddSimulator();

var app = builder.Build();

await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
await app.PrepareSimulatorAsync(CancellationToken.None);

app.UseApi();
app.UseAccess();
app.MapStaticAssets();
app.MapObservability();
app.MapAccess();
app.MapApi();
app.MapMedia();
app.MapPages();
app.MapSimulator();

await app.RunAsync();
return 0;

/// <summary>Named so that tests can start the product as it is.</summary>
public sealed partial class Program;
