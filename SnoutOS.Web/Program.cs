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
using SnoutOS.Web.Operations;
using SnoutOS.Web.Simulator;

var command = CommandLine.Read(args);
if (command.Answered is { } exitCode)
{
    return exitCode;
}

var builder = WebApplication.CreateBuilder(command.HostArguments);

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

app.UseDoor();
app.UsePages();
app.UseApi();
app.UseAccess();
app.MapStaticAssets().AllowAnonymous();
app.MapObservability();
app.MapAccess();
app.MapApi();
app.MapMedia();
app.MapPages();
app.MapSimulator();

return await command.RunAsync(app);

/// <summary>Named so that tests can start the product as it is.</summary>
public sealed partial class Program;
