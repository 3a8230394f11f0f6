using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Sending;

/// <summary>
/// What stands before a sitter's first words on a thread: the business and the sitter's first name. Carriers refuse
/// texts that read like one person relaying to another, and a client should know who is writing.
/// </summary>
internal static class Introduction
{
    private const int LongestName = 120;

    public static async Task<string> ForAsync(
        SnoutDbContext db, SendRequest request, MessageThread thread, Sitter? sitter, CancellationToken cancellationToken)
    {
        if (request.RetryOfId is { } failed)
        {
            return await db.Messages.Where(row => row.Id == failed).Select(row => row.Introduction).FirstAsync(cancellationToken);
        }

        if (sitter is null || thread.LastOutboundAt is not null)
        {
            return "";
        }

        var business = await db.Organizations.Select(organization => organization.Name).FirstAsync(cancellationToken);
        return $"{Cut(business)}, {Cut(PersonName.FirstOf(sitter.Name))} here: ";
    }

    private static string Cut(string name) => name.Length <= LongestName ? name : name[..LongestName];
}
