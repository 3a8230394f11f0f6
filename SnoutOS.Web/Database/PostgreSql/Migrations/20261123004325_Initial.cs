using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace SnoutOS.Web.Database.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FriendlyName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Xml = table.Column<string>(type: "text", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DeploymentCounters",
                columns: table => new
                {
                    Event = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    Minute = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeploymentCounters", x => new { x.Event, x.Minute });
                });

            migrationBuilder.CreateTable(
                name: "DeploymentFlags",
                columns: table => new
                {
                    Flag = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeploymentFlags", x => x.Flag);
                });

            migrationBuilder.CreateTable(
                name: "Organizations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TimeZoneId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    PoolReleaseDays = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organizations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProviderEvents",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    Source = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    DedupeKey = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Sender = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    Recipient = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    ProviderSid = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    OutboundMessageId = table.Column<Guid>(type: "uuid", nullable: true),
                    Payload = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    Raw = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ProcessedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Repeats = table.Column<int>(type: "integer", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    NextAttemptAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ConsentApplied = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProviderEvents", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ActorUserId = table.Column<Guid>(type: "uuid", nullable: true),
                    Actor = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Action = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Types = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    PreviousHash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => new { x.OrganizationId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_Audit_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BusinessHours",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    Opens = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    Closes = table.Column<TimeOnly>(type: "time without time zone", nullable: false)
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
                name: "Clients",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    Pets = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OwnerSaysRecurring = table.Column<bool>(type: "boolean", nullable: true),
                    ServiceSender = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    MergedIntoId = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Clients", x => new { x.OrganizationId, x.Id });
                    table.ForeignKey(
                        name: "FK_Clients_Clients_OrganizationId_MergedIntoId",
                        columns: x => new { x.OrganizationId, x.MergedIntoId },
                        principalTable: "Clients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Clients_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsentEvents",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Phone = table.Column<string>(type: "character varying(16)", unicode: false, maxLength: 16, nullable: false),
                    NumberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    Source = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsentEvents", x => new { x.OrganizationId, x.Id });
                    table.ForeignKey(
                        name: "FK_ConsentEvents_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoticeTexts",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    Body = table.Column<string>(type: "character varying(1600)", maxLength: 1600, nullable: false),
                    IsOn = table.Column<bool>(type: "boolean", nullable: false)
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
                name: "OrganizationFlags",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Flag = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    On = table.Column<bool>(type: "boolean", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganizationFlags", x => new { x.OrganizationId, x.Flag });
                    table.ForeignKey(
                        name: "FK_OrganizationFlags_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PhoneConsents",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Phone = table.Column<string>(type: "character varying(16)", unicode: false, maxLength: 16, nullable: false),
                    OptedOut = table.Column<bool>(type: "boolean", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PhoneConsents", x => new { x.OrganizationId, x.Phone });
                    table.ForeignKey(
                        name: "FK_PhoneConsents_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RefusedSends",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ThreadId = table.Column<Guid>(type: "uuid", nullable: false),
                    SitterUserId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Recipient = table.Column<string>(type: "character varying(16)", unicode: false, maxLength: 16, nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PreBufferMinutes = table.Column<int>(type: "integer", nullable: false),
                    PostBufferMinutes = table.Column<int>(type: "integer", nullable: false),
                    IsMeetAndGreet = table.Column<bool>(type: "boolean", nullable: false)
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
                name: "Users",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Role = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    PersonalPhone = table.Column<string>(type: "character varying(16)", unicode: false, maxLength: 16, nullable: true),
                    UserName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    SecurityStamp = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    PhoneNumber = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Users", x => x.Id);
                    table.UniqueConstraint("AK_Users_OrganizationId_Id", x => new { x.OrganizationId, x.Id });
                    table.ForeignKey(
                        name: "FK_Users_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClientMerges",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SurvivorId = table.Column<Guid>(type: "uuid", nullable: false),
                    MergedId = table.Column<Guid>(type: "uuid", nullable: false),
                    MergedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Moved = table.Column<string>(type: "character varying(100000)", maxLength: 100000, nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
                name: "ClientPhones",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ClientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Phone = table.Column<string>(type: "character varying(16)", unicode: false, maxLength: 16, nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClientPhones", x => new { x.OrganizationId, x.Id });
                    table.ForeignKey(
                        name: "FK_ClientPhones_Clients_OrganizationId_ClientId",
                        columns: x => new { x.OrganizationId, x.ClientId },
                        principalTable: "Clients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccessTokens",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Scopes = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Prefix = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastUsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessTokens", x => new { x.OrganizationId, x.Id });
                    table.ForeignKey(
                        name: "FK_AccessTokens_Users_OrganizationId_UserId",
                        columns: x => new { x.OrganizationId, x.UserId },
                        principalTable: "Users",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignInSessions",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Browser = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInSessions", x => new { x.OrganizationId, x.Id });
                    table.ForeignKey(
                        name: "FK_SignInSessions_Users_OrganizationId_UserId",
                        columns: x => new { x.OrganizationId, x.UserId },
                        principalTable: "Users",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sitters",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    OffboardedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sitters", x => new { x.OrganizationId, x.Id });
                    table.ForeignKey(
                        name: "FK_Sitters_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Sitters_Users_OrganizationId_UserId",
                        columns: x => new { x.OrganizationId, x.UserId },
                        principalTable: "Users",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ClaimValue = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UserClaims_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ProviderKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_UserLogins_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginProvider = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Value = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_UserTokens_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Bookings",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ClientId = table.Column<Guid>(type: "uuid", nullable: false),
                    ServiceCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Recurrence = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    LocalStart = table.Column<string>(type: "character varying(19)", unicode: false, maxLength: 19, nullable: false),
                    LocalEnd = table.Column<string>(type: "character varying(19)", unicode: false, maxLength: 19, nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    SitterId = table.Column<Guid>(type: "uuid", nullable: true),
                    MadeThrough = table.Column<DateOnly>(type: "date", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CancelledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
                name: "Numbers",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Phone = table.Column<string>(type: "character varying(16)", unicode: false, maxLength: 16, nullable: false),
                    Class = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    SitterId = table.Column<Guid>(type: "uuid", nullable: true),
                    FormerSitterId = table.Column<Guid>(type: "uuid", nullable: true),
                    CoolsUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ProviderSid = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Webhook = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    WebhookCheckedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Numbers", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_Numbers_SitterClass", "(\"Class\" = 'Sitter' AND \"SitterId\" IS NOT NULL) OR (\"Class\" <> 'Sitter' AND \"SitterId\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_Numbers_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Numbers_Sitters_OrganizationId_SitterId",
                        columns: x => new { x.OrganizationId, x.SitterId },
                        principalTable: "Sitters",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Visits",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BookingId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClientId = table.Column<Guid>(type: "uuid", nullable: false),
                    ServiceCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SeriesDay = table.Column<DateOnly>(type: "date", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SitterId = table.Column<Guid>(type: "uuid", nullable: true),
                    Notes = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    MeetAndGreet = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    MovedAlone = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CancelledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
                name: "ClosedNumbers",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Phone = table.Column<string>(type: "character varying(16)", unicode: false, maxLength: 16, nullable: false),
                    NumberId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClosedNumbers", x => new { x.OrganizationId, x.Phone, x.NumberId });
                    table.ForeignKey(
                        name: "FK_ClosedNumbers_Numbers_OrganizationId_NumberId",
                        columns: x => new { x.OrganizationId, x.NumberId },
                        principalTable: "Numbers",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Leases",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    NumberId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClientId = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReleasedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leases", x => new { x.OrganizationId, x.Id });
                    table.ForeignKey(
                        name: "FK_Leases_Clients_OrganizationId_ClientId",
                        columns: x => new { x.OrganizationId, x.ClientId },
                        principalTable: "Clients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Leases_Numbers_OrganizationId_NumberId",
                        columns: x => new { x.OrganizationId, x.NumberId },
                        principalTable: "Numbers",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Threads",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ClientId = table.Column<Guid>(type: "uuid", nullable: false),
                    NumberId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastMessageAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastMessagePreview = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    LastMessageDirection = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: true),
                    LastClientPhoneId = table.Column<Guid>(type: "uuid", nullable: true),
                    InboundCount = table.Column<int>(type: "integer", nullable: false),
                    MessageCount = table.Column<int>(type: "integer", nullable: false),
                    NeedsOwnerSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AwaitsSitterSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AwaitsSitterId = table.Column<Guid>(type: "uuid", nullable: true),
                    SnoozedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ChosenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ChosenSitterId = table.Column<Guid>(type: "uuid", nullable: true),
                    HasOfficeNote = table.Column<bool>(type: "boolean", nullable: false),
                    LastOutboundAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    HasFailedSend = table.Column<bool>(type: "boolean", nullable: false),
                    OptOutSuspected = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Threads", x => new { x.OrganizationId, x.Id });
                    table.ForeignKey(
                        name: "FK_Threads_Clients_OrganizationId_ClientId",
                        columns: x => new { x.OrganizationId, x.ClientId },
                        principalTable: "Clients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Threads_Numbers_OrganizationId_NumberId",
                        columns: x => new { x.OrganizationId, x.NumberId },
                        principalTable: "Numbers",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Windows",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VisitId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClientId = table.Column<Guid>(type: "uuid", nullable: false),
                    SitterId = table.Column<Guid>(type: "uuid", nullable: false),
                    OpensAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ClosesAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    VisitStartsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    VisitEndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PoolOnly = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CancelledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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

            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ThreadId = table.Column<Guid>(type: "uuid", nullable: false),
                    Body = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => new { x.OrganizationId, x.UserId, x.ThreadId });
                    table.ForeignKey(
                        name: "FK_Drafts_Threads_OrganizationId_ThreadId",
                        columns: x => new { x.OrganizationId, x.ThreadId },
                        principalTable: "Threads",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Drafts_Users_OrganizationId_UserId",
                        columns: x => new { x.OrganizationId, x.UserId },
                        principalTable: "Users",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Messages",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ThreadId = table.Column<Guid>(type: "uuid", nullable: false),
                    Direction = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    AuthorKind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    AuthorUserId = table.Column<Guid>(type: "uuid", nullable: true),
                    AuthorName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    Introduction = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Purpose = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DeliveredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ErrorCode = table.Column<int>(type: "integer", nullable: true),
                    Segments = table.Column<int>(type: "integer", nullable: false),
                    ProviderSid = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    RetryOfId = table.Column<Guid>(type: "uuid", nullable: true),
                    IdempotencyKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Messages", x => new { x.OrganizationId, x.Id });
                    table.ForeignKey(
                        name: "FK_Messages_Threads_OrganizationId_ThreadId",
                        columns: x => new { x.OrganizationId, x.ThreadId },
                        principalTable: "Threads",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SitterConversations",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    SitterId = table.Column<Guid>(type: "uuid", nullable: false),
                    ThreadId = table.Column<Guid>(type: "uuid", nullable: false),
                    LastMessageAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastMessagePreview = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    LastMessageDirection = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: true),
                    InboundCount = table.Column<int>(type: "integer", nullable: false),
                    ReadCount = table.Column<int>(type: "integer", nullable: false)
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
                name: "ThreadReads",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ThreadId = table.Column<Guid>(type: "uuid", nullable: false),
                    InboundCount = table.Column<int>(type: "integer", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ThreadReads", x => new { x.OrganizationId, x.UserId, x.ThreadId });
                    table.ForeignKey(
                        name: "FK_ThreadReads_Threads_OrganizationId_ThreadId",
                        columns: x => new { x.OrganizationId, x.ThreadId },
                        principalTable: "Threads",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ThreadReads_Users_OrganizationId_UserId",
                        columns: x => new { x.OrganizationId, x.UserId },
                        principalTable: "Users",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Media",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ProviderUrl = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    SizeInBytes = table.Column<int>(type: "integer", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    NextAttemptAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Media", x => new { x.OrganizationId, x.MessageId, x.Position });
                    table.ForeignKey(
                        name: "FK_Media_Messages_OrganizationId_MessageId",
                        columns: x => new { x.OrganizationId, x.MessageId },
                        principalTable: "Messages",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    NumberId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClientPhoneId = table.Column<Guid>(type: "uuid", nullable: false),
                    SitterId = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    NextAttemptAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ValidUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LeaseUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LookUps = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => new { x.OrganizationId, x.MessageId });
                    table.ForeignKey(
                        name: "FK_Outbox_Messages_OrganizationId_MessageId",
                        columns: x => new { x.OrganizationId, x.MessageId },
                        principalTable: "Messages",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RoutingDecisions",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: true),
                    ThreadId = table.Column<Guid>(type: "uuid", nullable: true),
                    Target = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    SitterId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    NumberClass = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    Facts = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Sender = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Recipient = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoutingDecisions", x => new { x.OrganizationId, x.Id });
                    table.ForeignKey(
                        name: "FK_RoutingDecisions_Messages_OrganizationId_MessageId",
                        columns: x => new { x.OrganizationId, x.MessageId },
                        principalTable: "Messages",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoutingDecisions_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SharedMessages",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    SitterId = table.Column<Guid>(type: "uuid", nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    ThreadId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    MessageAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SharedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                name: "MediaContents",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MediaContents", x => new { x.OrganizationId, x.MessageId, x.Position });
                    table.ForeignKey(
                        name: "FK_MediaContents_Media_OrganizationId_MessageId_Position",
                        columns: x => new { x.OrganizationId, x.MessageId, x.Position },
                        principalTable: "Media",
                        principalColumns: new[] { "OrganizationId", "MessageId", "Position" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccessTokens_Hash",
                table: "AccessTokens",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccessTokens_OrganizationId_UserId_CreatedAt",
                table: "AccessTokens",
                columns: new[] { "OrganizationId", "UserId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_OrganizationId_Action_Sequence",
                table: "Audit",
                columns: new[] { "OrganizationId", "Action", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_OrganizationId_At",
                table: "Audit",
                columns: new[] { "OrganizationId", "At" });

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
                name: "IX_ClientPhones_OrganizationId_ClientId_Position",
                table: "ClientPhones",
                columns: new[] { "OrganizationId", "ClientId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_ClientPhones_OrganizationId_Phone",
                table: "ClientPhones",
                columns: new[] { "OrganizationId", "Phone" },
                unique: true,
                filter: "\"Kind\" = 'Own'");

            migrationBuilder.CreateIndex(
                name: "IX_ClientPhones_Phone",
                table: "ClientPhones",
                column: "Phone");

            migrationBuilder.CreateIndex(
                name: "IX_Clients_OrganizationId_MergedIntoId",
                table: "Clients",
                columns: new[] { "OrganizationId", "MergedIntoId" });

            migrationBuilder.CreateIndex(
                name: "IX_Clients_OrganizationId_Name_Id",
                table: "Clients",
                columns: new[] { "OrganizationId", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Clients_OrganizationId_ServiceSender",
                table: "Clients",
                columns: new[] { "OrganizationId", "ServiceSender" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClosedNumbers_OrganizationId_NumberId",
                table: "ClosedNumbers",
                columns: new[] { "OrganizationId", "NumberId" });

            migrationBuilder.CreateIndex(
                name: "IX_ConsentEvents_OrganizationId_Phone_At",
                table: "ConsentEvents",
                columns: new[] { "OrganizationId", "Phone", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_OrganizationId_ThreadId",
                table: "Drafts",
                columns: new[] { "OrganizationId", "ThreadId" });

            migrationBuilder.CreateIndex(
                name: "IX_Leases_OrganizationId_NumberId_ReleasedAt",
                table: "Leases",
                columns: new[] { "OrganizationId", "NumberId", "ReleasedAt" });

            migrationBuilder.CreateIndex(
                name: "OneLeasePerClient",
                table: "Leases",
                columns: new[] { "OrganizationId", "ClientId" },
                unique: true,
                filter: "\"ReleasedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Media_NextAttemptAt",
                table: "Media",
                column: "NextAttemptAt");

            migrationBuilder.CreateIndex(
                name: "BlockedMessages",
                table: "Messages",
                columns: new[] { "OrganizationId", "CreatedAt" },
                filter: "\"Status\" IN ('Blocked', 'Dismissed')");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_OrganizationId_IdempotencyKey",
                table: "Messages",
                columns: new[] { "OrganizationId", "IdempotencyKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Messages_OrganizationId_RetryOfId",
                table: "Messages",
                columns: new[] { "OrganizationId", "RetryOfId" });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_OrganizationId_ThreadId_CreatedAt_Id",
                table: "Messages",
                columns: new[] { "OrganizationId", "ThreadId", "CreatedAt", "Id" },
                descending: new[] { false, false, true, true });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_ProviderSid",
                table: "Messages",
                column: "ProviderSid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Numbers_Phone",
                table: "Numbers",
                column: "Phone",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "OneActiveFrontDesk",
                table: "Numbers",
                column: "OrganizationId",
                unique: true,
                filter: "\"Class\" = 'FrontDesk' AND \"Status\" = 'Active'");

            migrationBuilder.CreateIndex(
                name: "OneActiveNumberPerSitter",
                table: "Numbers",
                columns: new[] { "OrganizationId", "SitterId" },
                unique: true,
                filter: "\"Class\" = 'Sitter' AND \"Status\" = 'Active'");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_MessageId",
                table: "Outbox",
                column: "MessageId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_OrganizationId_ClientPhoneId_NumberId_State",
                table: "Outbox",
                columns: new[] { "OrganizationId", "ClientPhoneId", "NumberId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_OrganizationId_State_CreatedAt",
                table: "Outbox",
                columns: new[] { "OrganizationId", "State", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_State_NextAttemptAt",
                table: "Outbox",
                columns: new[] { "State", "NextAttemptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ProviderEvents_DedupeKey",
                table: "ProviderEvents",
                column: "DedupeKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProviderEvents_OrganizationId_ReceivedAt",
                table: "ProviderEvents",
                columns: new[] { "OrganizationId", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ProviderEvents_OrganizationId_State",
                table: "ProviderEvents",
                columns: new[] { "OrganizationId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ProviderEvents_Sender_State_Sequence",
                table: "ProviderEvents",
                columns: new[] { "Sender", "State", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_ProviderEvents_State_NextAttemptAt_Sequence",
                table: "ProviderEvents",
                columns: new[] { "State", "NextAttemptAt", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_RefusedSends_OrganizationId_At",
                table: "RefusedSends",
                columns: new[] { "OrganizationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_RoutingDecisions_OrganizationId_DecidedAt_Id",
                table: "RoutingDecisions",
                columns: new[] { "OrganizationId", "DecidedAt", "Id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "IX_RoutingDecisions_OrganizationId_MessageId",
                table: "RoutingDecisions",
                columns: new[] { "OrganizationId", "MessageId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SentNotices_OrganizationId_Recipient_Kind_SentAt",
                table: "SentNotices",
                columns: new[] { "OrganizationId", "Recipient", "Kind", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SharedMessages_OrganizationId_MessageId",
                table: "SharedMessages",
                columns: new[] { "OrganizationId", "MessageId" });

            migrationBuilder.CreateIndex(
                name: "IX_SharedMessages_OrganizationId_SitterId_ThreadId_MessageAt_M~",
                table: "SharedMessages",
                columns: new[] { "OrganizationId", "SitterId", "ThreadId", "MessageAt", "MessageId" },
                descending: new[] { false, false, false, true, true });

            migrationBuilder.CreateIndex(
                name: "IX_SharedMessages_OrganizationId_ThreadId",
                table: "SharedMessages",
                columns: new[] { "OrganizationId", "ThreadId" });

            migrationBuilder.CreateIndex(
                name: "IX_SignInSessions_OrganizationId_UserId_CreatedAt",
                table: "SignInSessions",
                columns: new[] { "OrganizationId", "UserId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SitterConversations_OrganizationId_SitterId_LastMessageAt_T~",
                table: "SitterConversations",
                columns: new[] { "OrganizationId", "SitterId", "LastMessageAt", "ThreadId" },
                descending: new[] { false, false, true, true });

            migrationBuilder.CreateIndex(
                name: "IX_SitterConversations_OrganizationId_ThreadId",
                table: "SitterConversations",
                columns: new[] { "OrganizationId", "ThreadId" });

            migrationBuilder.CreateIndex(
                name: "IX_Sitters_OrganizationId_Name_Id",
                table: "Sitters",
                columns: new[] { "OrganizationId", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Sitters_OrganizationId_UserId",
                table: "Sitters",
                columns: new[] { "OrganizationId", "UserId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ThreadReads_OrganizationId_ThreadId",
                table: "ThreadReads",
                columns: new[] { "OrganizationId", "ThreadId" });

            migrationBuilder.CreateIndex(
                name: "IX_Threads_OrganizationId_AwaitsSitterSince",
                table: "Threads",
                columns: new[] { "OrganizationId", "AwaitsSitterSince" });

            migrationBuilder.CreateIndex(
                name: "IX_Threads_OrganizationId_ClientId_NumberId",
                table: "Threads",
                columns: new[] { "OrganizationId", "ClientId", "NumberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Threads_OrganizationId_LastMessageAt_Id",
                table: "Threads",
                columns: new[] { "OrganizationId", "LastMessageAt", "Id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "IX_Threads_OrganizationId_NeedsOwnerSince",
                table: "Threads",
                columns: new[] { "OrganizationId", "NeedsOwnerSince" });

            migrationBuilder.CreateIndex(
                name: "IX_Threads_OrganizationId_NumberId",
                table: "Threads",
                columns: new[] { "OrganizationId", "NumberId" });

            migrationBuilder.CreateIndex(
                name: "IX_UserClaims_UserId",
                table: "UserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_UserLogins_UserId",
                table: "UserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Users_NormalizedEmail",
                table: "Users",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Users_NormalizedUserName",
                table: "Users",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Users_OrganizationId_PersonalPhone",
                table: "Users",
                columns: new[] { "OrganizationId", "PersonalPhone" });

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

            AppendOnly.Create(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccessTokens");

            migrationBuilder.DropTable(
                name: "Audit");

            migrationBuilder.DropTable(
                name: "BusinessHours");

            migrationBuilder.DropTable(
                name: "ClientMerges");

            migrationBuilder.DropTable(
                name: "ClientPhones");

            migrationBuilder.DropTable(
                name: "ClosedNumbers");

            migrationBuilder.DropTable(
                name: "ConsentEvents");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "DeploymentCounters");

            migrationBuilder.DropTable(
                name: "DeploymentFlags");

            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropTable(
                name: "Leases");

            migrationBuilder.DropTable(
                name: "MediaContents");

            migrationBuilder.DropTable(
                name: "NoticeTexts");

            migrationBuilder.DropTable(
                name: "OrganizationFlags");

            migrationBuilder.DropTable(
                name: "Outbox");

            migrationBuilder.DropTable(
                name: "PhoneConsents");

            migrationBuilder.DropTable(
                name: "ProviderEvents");

            migrationBuilder.DropTable(
                name: "RefusedSends");

            migrationBuilder.DropTable(
                name: "RoutingDecisions");

            migrationBuilder.DropTable(
                name: "SentNotices");

            migrationBuilder.DropTable(
                name: "SharedMessages");

            migrationBuilder.DropTable(
                name: "SignInSessions");

            migrationBuilder.DropTable(
                name: "SitterConversations");

            migrationBuilder.DropTable(
                name: "ThreadReads");

            migrationBuilder.DropTable(
                name: "UserClaims");

            migrationBuilder.DropTable(
                name: "UserLogins");

            migrationBuilder.DropTable(
                name: "UserTokens");

            migrationBuilder.DropTable(
                name: "Windows");

            migrationBuilder.DropTable(
                name: "Media");

            migrationBuilder.DropTable(
                name: "Visits");

            migrationBuilder.DropTable(
                name: "Messages");

            migrationBuilder.DropTable(
                name: "Bookings");

            migrationBuilder.DropTable(
                name: "Threads");

            migrationBuilder.DropTable(
                name: "Services");

            migrationBuilder.DropTable(
                name: "Clients");

            migrationBuilder.DropTable(
                name: "Numbers");

            migrationBuilder.DropTable(
                name: "Sitters");

            migrationBuilder.DropTable(
                name: "Users");

            migrationBuilder.DropTable(
                name: "Organizations");
        }
    }
}
