using Microsoft.EntityFrameworkCore.Migrations;
using SnoutOS.Domain.Bookings;

namespace SnoutOS.Web.Database.Sqlite;

/// <summary>Gives businesses and threads of a database that is older than bookings what new ones begin with.</summary>
internal static class WhatWasThereBefore
{
    public static void BringUp(MigrationBuilder migration)
    {
        foreach (var service in ServiceList.Usual(Guid.Empty))
        {
            migration.Sql($"""
                INSERT INTO "Services" ("OrganizationId", "Code", "Name", "PreBufferMinutes", "PostBufferMinutes", "IsMeetAndGreet")
                SELECT "Id", '{service.Code}', '{service.Name}', {service.PreBufferMinutes}, {service.PostBufferMinutes}, {(service.IsMeetAndGreet ? 1 : 0)}
                FROM "Organizations";
                """);
        }

        migration.Sql("""
            UPDATE "Threads" SET "LastOutboundAt" = (
                SELECT MAX("CreatedAt") FROM "Messages"
                WHERE "Messages"."OrganizationId" = "Threads"."OrganizationId" AND "Messages"."ThreadId" = "Threads"."Id"
                  AND "Direction" = 'Outbound');
            """);
    }
}
