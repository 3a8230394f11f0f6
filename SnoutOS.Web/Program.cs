using SnoutOS.Domain;
using SnoutOS.Domain.Persistence;
using SnoutOS.Web.Access;
using SnoutOS.Web.Api;
using SnoutOS.Web.Components;
using SnoutOS.Web.Database;
using SnoutOS.Web.Live;
using SnoutOS.Web.Observability;

var builder = WebApplication.CreateBuilder(args);

builder.AddObservability();
builder.Services.AddDatabase(builder.Configuration);
builder.Services.AddSnoutDomain();
builder.Services.AddSingleton<ThreadNotifier>();
builder.Services.AddSingleton<ICommittedEvents>(provider => provider.GetRequiredService<ThreadNotifier>());
builder.AddAccess();
builder.AddApi();
builder.AddPages();

var app = builder.Build();

await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);

app.UseApi();
app.UseAccess();
app.MapStaticAssets();
app.MapObservability();
app.MapAccess();
app.MapApi();
app.MapPages();

await app.RunAsync();

/// <summary>Named so that tests can start the product as it is.</summary>
public sealed partial class Program;
