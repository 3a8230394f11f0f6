var app = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args).Build();
app.MapStaticAssets();
await app.RunAsync();
