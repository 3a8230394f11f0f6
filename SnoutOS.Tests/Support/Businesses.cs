using System.Globalization;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Web.Access;

namespace SnoutOS.Tests.Support;

/// <summary>A business that a test created, with its front desk number and its owner's sign-in.</summary>
public sealed record Business(Guid OrganizationId, PhoneNumber FrontDesk, Guid FrontDeskId, Guid OwnerId, string OwnerEmail);

/// <summary>Somebody of a business who signs in.</summary>
public sealed record Person(Guid UserId, Guid? SitterId, string Email);

/// <summary>Businesses and people made through the product's own services.</summary>
public static class Businesses
{
    private static int _lastLine = 100;

    /// <summary>A number that no other test uses. 555-01xx is reserved for fiction.</summary>
    public static PhoneNumber NextNumber()
    {
        var line = Interlocked.Increment(ref _lastLine);
        var area = 201 + (line / 100 * 3 % 700);
        return PhoneNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"+1{area}55501{line % 100:00}"), null);
    }

    public static async Task<Business> OpenBusinessAsync(
        this SnoutApp app, string name = "Happy Tails", string timeZone = "America/New_York", PhoneNumber? frontDesk = null)
    {
        var number = frontDesk ?? NextNumber();
        var created = Assert.IsType<OrganizationCreation.Created>(
            await app.Get<OrganizationSetup>().CreateAsync(name, timeZone, number, CancellationToken.None));
        var owner = await app.HireAsync(created.OrganizationId, Role.Owner, "Olivia Park");
        return new Business(created.OrganizationId, number, created.FrontDeskId, owner.UserId, owner.Email);
    }

    public static async Task<Person> HireAsync(this SnoutApp app, Guid organizationId, Role role, string name, string? email = null)
    {
        email ??= $"{name.Split(' ')[0].ToLowerInvariant()}.{Interlocked.Increment(ref _lastLine).ToString(CultureInfo.InvariantCulture)}@example.test";
        var created = Assert.IsType<UserCreation.Created>(await app.Get<UserAccounts>()
            .CreateAsync(new NewUser(organizationId, email, name, role, SnoutApp.Password), by: null, CancellationToken.None));
        return new Person(created.UserId, created.SitterId, email);
    }
}
