using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SnoutOS.Web.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class BookingsAndWindows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "AwaitsSitterId",
                table: "Threads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AwaitsSitterSince",
                table: "Threads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChosenAt",
                table: "Threads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ChosenSitterId",
                table: "Threads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasOfficeNote",
                table: "Threads",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "LastOutboundAt",
                table: "Threads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SnoozedUntil",
                table: "Threads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Email",
                table: "Sitters",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "OffboardedAt",
                table: "Sitters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SitterId",
                table: "RoutingDecisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SitterId",
                table: "Outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PoolReleaseDays",
                table: "Organizations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 7);

            migrationBuilder.AddColumn<DateTime>(
                name: "CoolsUntil",
                table: "Numbers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "FormerSitterId",
                table: "Numbers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProviderSid",
                table: "Numbers",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Webhook",
                table: "Numbers",
                type: "TEXT",
                unicode: false,
                maxLength: 32,
                nullable: false,
                defaultValue: "Unchecked");

            migrationBuilder.AddColumn<DateTime>(
                name: "WebhookCheckedAt",
                table: "Numbers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Introduction",
                table: "Messages",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "MergedIntoId",
                table: "Clients",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BusinessHours",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Opens = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Closes = table.Column<TimeOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BusinessHours", x => new { x.OrganizationId, x.Day });
                    table.ForeignKey(
                        name: "FK_BusinessHours_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClientMerges",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SurvivorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MergedId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MergedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Moved = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClientMerges", x => new { x.OrganizationId, x.Id });
                    table.ForeignKey(
                        name: "FK_ClientMerges_Clients_OrganizationId_MergedId",
                        columns: x => new { x.OrganizationId, x.MergedId },
                        principalTable: "Clients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClientMerges_Clients_OrganizationId_SurvivorId",
                        columns: x => new { x.OrganizationId, x.SurvivorId },
                        principalTable: "Clients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoticeTexts",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 1600, nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeTexts", x => new { x.OrganizationId, x.Kind });
                    table.ForeignKey(
                        name: "FK_NoticeTexts_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RefusedSends",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ThreadId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SitterUserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefusedSends", x => new { x.OrganizationId, x.Id });
                    table.ForeignKey(
                        name: "FK_RefusedSends_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SentNotices",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Recipient = table.Column<string>(type: "TEXT", unicode: false, maxLength: 16, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SentNotices", x => new { x.OrganizationId, x.Id });
                    table.ForeignKey(
                        name: "FK_SentNotices_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Services",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PreBufferMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    PostBufferMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    IsMeetAndGreet = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Services", x => new { x.OrganizationId, x.Code });
                    table.ForeignKey(
                        name: "FK_Services_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SharedMessages",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SitterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ThreadId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    MessageAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SharedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharedMessages", x => new { x.OrganizationId, x.SitterId, x.MessageId });
                    table.ForeignKey(
                        name: "FK_SharedMessages_Messages_OrganizationId_MessageId",
                        columns: x => new { x.OrganizationId, x.MessageId },
                        principalTable: "Messages",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SharedMessages_Sitters_OrganizationId_SitterId",
                        columns: x => new { x.OrganizationId, x.SitterId },
                        principalTable: "Sitters",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SharedMessages_Threads_OrganizationId_ThreadId",
                        columns: x => new { x.OrganizationId, x.ThreadId },
                        principalTable: "Threads",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SitterConversations",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SitterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ThreadId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LastMessageAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastMessagePreview = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LastMessageDirection = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: true),
                    InboundCount = table.Column<int>(type: "INTEGER", nullable: false),
                    ReadCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SitterConversations", x => new { x.OrganizationId, x.SitterId, x.ThreadId });
                    table.ForeignKey(
                        name: "FK_SitterConversations_Sitters_OrganizationId_SitterId",
                        columns: x => new { x.OrganizationId, x.SitterId },
                        principalTable: "Sitters",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SitterConversations_Threads_OrganizationId_ThreadId",
                        columns: x => new { x.OrganizationId, x.ThreadId },
                        principalTable: "Threads",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Bookings",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ServiceCode = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Recurrence = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    LocalStart = table.Column<string>(type: "TEXT", unicode: false, maxLength: 19, nullable: false),
                    LocalEnd = table.Column<string>(type: "TEXT", unicode: false, maxLength: 19, nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SitterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MadeThrough = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CancelledAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bookings", x => new { x.OrganizationId, x.Id });
                    table.ForeignKey(
                        name: "FK_Bookings_Clients_OrganizationId_ClientId",
                        columns: x => new { x.OrganizationId, x.ClientId },
                        principalTable: "Clients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bookings_Services_OrganizationId_ServiceCode",
                        columns: x => new { x.OrganizationId, x.ServiceCode },
                        principalTable: "Services",
                        principalColumns: new[] { "OrganizationId", "Code" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bookings_Sitters_OrganizationId_SitterId",
                        columns: x => new { x.OrganizationId, x.SitterId },
                        principalTable: "Sitters",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Visits",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BookingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ServiceCode = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SeriesDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SitterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Notes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    MeetAndGreet = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    MovedAlone = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CancelledAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Visits", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_Visits_EndsAfterStart", "\"EndsAt\" > \"StartsAt\"");
                    table.ForeignKey(
                        name: "FK_Visits_Bookings_OrganizationId_BookingId",
                        columns: x => new { x.OrganizationId, x.BookingId },
                        principalTable: "Bookings",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Visits_Sitters_OrganizationId_SitterId",
                        columns: x => new { x.OrganizationId, x.SitterId },
                        principalTable: "Sitters",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Windows",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VisitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SitterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpensAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosesAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    VisitStartsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    VisitEndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PoolOnly = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CancelledAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Windows", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_Windows_ClosesAfterOpening", "\"ClosesAt\" > \"OpensAt\"");
                    table.ForeignKey(
                        name: "FK_Windows_Sitters_OrganizationId_SitterId",
                        columns: x => new { x.OrganizationId, x.SitterId },
                        principalTable: "Sitters",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Windows_Visits_OrganizationId_VisitId",
                        columns: x => new { x.OrganizationId, x.VisitId },
                        principalTable: "Visits",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Threads_OrganizationId_AwaitsSitterSince",
                table: "Threads",
                columns: new[] { "OrganizationId", "AwaitsSitterSince" });

            migrationBuilder.CreateIndex(
                name: "IX_Clients_OrganizationId_MergedIntoId",
                table: "Clients",
                columns: new[] { "OrganizationId", "MergedIntoId" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_OrganizationId_ClientId_Recurrence",
                table: "Bookings",
                columns: new[] { "OrganizationId", "ClientId", "Recurrence" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_OrganizationId_ServiceCode",
                table: "Bookings",
                columns: new[] { "OrganizationId", "ServiceCode" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_OrganizationId_SitterId",
                table: "Bookings",
                columns: new[] { "OrganizationId", "SitterId" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_Recurrence_CancelledAt_MadeThrough",
                table: "Bookings",
                columns: new[] { "Recurrence", "CancelledAt", "MadeThrough" });

            migrationBuilder.CreateIndex(
                name: "IX_ClientMerges_OrganizationId_MergedId",
                table: "ClientMerges",
                columns: new[] { "OrganizationId", "MergedId" });

            migrationBuilder.CreateIndex(
                name: "IX_ClientMerges_OrganizationId_SurvivorId",
                table: "ClientMerges",
                columns: new[] { "OrganizationId", "SurvivorId" });

            migrationBuilder.CreateIndex(
                name: "IX_RefusedSends_OrganizationId_At",
                table: "RefusedSends",
                columns: new[] { "OrganizationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_SentNotices_OrganizationId_Recipient_Kind_SentAt",
                table: "SentNotices",
                columns: new[] { "OrganizationId", "Recipient", "Kind", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SharedMessages_OrganizationId_MessageId",
                table: "SharedMessages",
                columns: new[] { "OrganizationId", "MessageId" });

            migrationBuilder.CreateIndex(
                name: "IX_SharedMessages_OrganizationId_SitterId_ThreadId_MessageAt_MessageId",
                table: "SharedMessages",
                columns: new[] { "OrganizationId", "SitterId", "ThreadId", "MessageAt", "MessageId" },
                descending: new[] { false, false, false, true, true });

            migrationBuilder.CreateIndex(
                name: "IX_SharedMessages_OrganizationId_ThreadId",
                table: "SharedMessages",
                columns: new[] { "OrganizationId", "ThreadId" });

            migrationBuilder.CreateIndex(
                name: "IX_SitterConversations_OrganizationId_SitterId_LastMessageAt_ThreadId",
                table: "SitterConversations",
                columns: new[] { "OrganizationId", "SitterId", "LastMessageAt", "ThreadId" },
                descending: new[] { false, false, true, true });

            migrationBuilder.CreateIndex(
                name: "IX_SitterConversations_OrganizationId_ThreadId",
                table: "SitterConversations",
                columns: new[] { "OrganizationId", "ThreadId" });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_OrganizationId_BookingId_SeriesDay",
                table: "Visits",
                columns: new[] { "OrganizationId", "BookingId", "SeriesDay" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Visits_OrganizationId_ClientId_StartsAt",
                table: "Visits",
                columns: new[] { "OrganizationId", "ClientId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_OrganizationId_SitterId_StartsAt",
                table: "Visits",
                columns: new[] { "OrganizationId", "SitterId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_OrganizationId_StartsAt_Id",
                table: "Visits",
                columns: new[] { "OrganizationId", "StartsAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Windows_ClosesAt",
                table: "Windows",
                column: "ClosesAt");

            migrationBuilder.CreateIndex(
                name: "IX_Windows_OpensAt",
                table: "Windows",
                column: "OpensAt");

            migrationBuilder.CreateIndex(
                name: "IX_Windows_OrganizationId_ClientId_ClosesAt",
                table: "Windows",
                columns: new[] { "OrganizationId", "ClientId", "ClosesAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Windows_OrganizationId_SitterId_ClosesAt",
                table: "Windows",
                columns: new[] { "OrganizationId", "SitterId", "ClosesAt" });

            migrationBuilder.CreateIndex(
                name: "OneLiveWindowPerVisit",
                table: "Windows",
                columns: new[] { "OrganizationId", "VisitId" },
                unique: true,
                filter: "\"CancelledAt\" IS NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_Clients_Clients_OrganizationId_MergedIntoId",
                table: "Clients",
                columns: new[] { "OrganizationId", "MergedIntoId" },
                principalTable: "Clients",
                principalColumns: new[] { "OrganizationId", "Id" },
                onDelete: ReferentialAction.Restrict);

            WhatWasThereBefore.BringUp(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Clients_Clients_OrganizationId_MergedIntoId",
                table: "Clients");

            migrationBuilder.DropTable(
                name: "BusinessHours");

            migrationBuilder.DropTable(
                name: "ClientMerges");

            migrationBuilder.DropTable(
                name: "NoticeTexts");

            migrationBuilder.DropTable(
                name: "RefusedSends");

            migrationBuilder.DropTable(
                name: "SentNotices");

            migrationBuilder.DropTable(
                name: "SharedMessages");

            migrationBuilder.DropTable(
                name: "SitterConversations");

            migrationBuilder.DropTable(
                name: "Windows");

            migrationBuilder.DropTable(
                name: "Visits");

            migrationBuilder.DropTable(
                name: "Bookings");

            migrationBuilder.DropTable(
                name: "Services");

            migrationBuilder.DropIndex(
                name: "IX_Threads_OrganizationId_AwaitsSitterSince",
                table: "Threads");

            migrationBuilder.DropIndex(
                name: "IX_Clients_OrganizationId_MergedIntoId",
                table: "Clients");

            migrationBuilder.DropColumn(
                name: "AwaitsSitterId",
                table: "Threads");

            migrationBuilder.DropColumn(
                name: "AwaitsSitterSince",
                table: "Threads");

            migrationBuilder.DropColumn(
                name: "ChosenAt",
                table: "Threads");

            migrationBuilder.DropColumn(
                name: "ChosenSitterId",
                table: "Threads");

            migrationBuilder.DropColumn(
                name: "HasOfficeNote",
                table: "Threads");

            migrationBuilder.DropColumn(
                name: "LastOutboundAt",
                table: "Threads");

            migrationBuilder.DropColumn(
                name: "SnoozedUntil",
                table: "Threads");

            migrationBuilder.DropColumn(
                name: "Email",
                table: "Sitters");

            migrationBuilder.DropColumn(
                name: "OffboardedAt",
                table: "Sitters");

            migrationBuilder.DropColumn(
                name: "SitterId",
                table: "RoutingDecisions");

            migrationBuilder.DropColumn(
                name: "SitterId",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "PoolReleaseDays",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "CoolsUntil",
                table: "Numbers");

            migrationBuilder.DropColumn(
                name: "FormerSitterId",
                table: "Numbers");

            migrationBuilder.DropColumn(
                name: "ProviderSid",
                table: "Numbers");

            migrationBuilder.DropColumn(
                name: "Webhook",
                table: "Numbers");

            migrationBuilder.DropColumn(
                name: "WebhookCheckedAt",
                table: "Numbers");

            migrationBuilder.DropColumn(
                name: "Introduction",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Clients");
        }
    }
}
