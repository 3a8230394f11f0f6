using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Web.Simulator.Demo;

/// <summary>
/// The business that a fresh database begins with in Development, so that there is something to see: two weeks of
/// conversations that end a few minutes ago. Registered nowhere else.
/// </summary>
public sealed partial class DemoBusiness(
    SnoutDb database, Writer writer, DemoBookings bookings, IServiceScopeFactory scopes, TimeProvider clock, ILogger<DemoBusiness> logger)
{
    /// <summary>Writes the demo unless there is an organization already; says whether it did.</summary>
    public async Task<bool> SeedAsync(CancellationToken cancellationToken)
    {
        await using (var db = database.ForInstallation())
        {
            if (await db.AllOrganizations().AnyAsync(cancellationToken))
            {
                return false;
            }
        }

        await using var scope = scopes.CreateAsyncScope();
        var normalizer = scope.ServiceProvider.GetRequiredService<ILookupNormalizer>();

        // Hashing is slow on purpose, and these users share one password that everybody may know.
        var hash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<User>>().HashPassword(new User(), DemoAccounts.Password);
        foreach (var script in (DemoScript[])[OtherPaws.Script, HappyTails.Script])
        {
            var organization = await WriteAsync(script, hash, normalizer.NormalizeEmail, cancellationToken);
            if (script == HappyTails.Script)
            {
                await bookings.BookAsync(organization, cancellationToken);
            }
        }

        LogSeeded(HappyTails.Script.Name);
        return true;
    }

    /// <summary>One transaction for each business: there is a whole one or none.</summary>
    private async Task<Guid> WriteAsync(DemoScript script, string passwordHash, Func<string, string> normalize, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var organization = Guid.CreateVersion7(now);
        await writer.CommitAsync(organization, async db =>
        {
            var people = new DemoPeople(db, script, now);
            people.Write(passwordHash, normalize);
            await new DemoHistory(db, script, people, now).WriteAsync(cancellationToken);
        }, cancellationToken);
        return organization;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The demo business {Business} is open; its sign-ins are on the sign-in page")]
    private partial void LogSeeded(string business);
}
