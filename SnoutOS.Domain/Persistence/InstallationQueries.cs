using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Rollout;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Persistence;

/// <summary>
/// The few questions that are asked before an organization is known: who signs in, whose token is this, whose number
/// was texted, what waits in the outbox. They look past the tenant filter, here and nowhere else, and only in a context of the installation.
/// </summary>
public static class InstallationQueries
{
    public static IQueryable<Organization> AllOrganizations(this SnoutDbContext db) => db.Everyones<Organization>();

    public static IQueryable<User> AllUsers(this SnoutDbContext db) => db.Everyones<User>();

    public static IQueryable<AccessToken> AllAccessTokens(this SnoutDbContext db) => db.Everyones<AccessToken>();

    public static IQueryable<SignInSession> AllSignInSessions(this SnoutDbContext db) => db.Everyones<SignInSession>();

    public static IQueryable<MessageNumber> AllNumbers(this SnoutDbContext db) => db.Everyones<MessageNumber>();

    public static IQueryable<ClientPhone> AllClientPhones(this SnoutDbContext db) => db.Everyones<ClientPhone>();

    public static IQueryable<OrganizationFlag> AllOrganizationFlags(this SnoutDbContext db) => db.Everyones<OrganizationFlag>();

    public static IQueryable<OutboxEntry> AllOutbox(this SnoutDbContext db) => db.Everyones<OutboxEntry>();

    public static IQueryable<Message> AllMessages(this SnoutDbContext db) => db.Everyones<Message>();

    public static IQueryable<Booking> AllBookings(this SnoutDbContext db) => db.Everyones<Booking>();

    public static IQueryable<MessageMedia> AllMedia(this SnoutDbContext db) => db.Everyones<MessageMedia>();

    public static IQueryable<MediaContent> AllMediaContents(this SnoutDbContext db) => db.Everyones<MediaContent>();

    private static IQueryable<T> Everyones<T>(this SnoutDbContext db)
        where T : class =>
        db.Scope.IsInstallation
            ? db.Set<T>().IgnoreQueryFilters([Tenancy.Filter])
            : throw new InvalidOperationException("Only a context of the installation may look across organizations.");
}
