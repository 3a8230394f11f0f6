using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;

namespace SnoutOS.Domain.Persistence.Configurations;

internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> table)
    {
        table.Property(organization => organization.TimeZoneId).HasMaxLength(64);
        table.Ignore(organization => organization.TimeZone);
    }
}

internal sealed class UserConfiguration :
    IEntityTypeConfiguration<User>,
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<User> table)
    {
        table.HasAlternateKey(user => new { user.OrganizationId, user.Id });
        table.HasOne<Organization>().WithMany().HasForeignKey(user => user.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(user => user.NormalizedEmail).IsUnique();
        table.HasIndex(user => user.NormalizedUserName).IsUnique();
        table.HasIndex(user => new { user.OrganizationId, user.PersonalPhone });
        table.Property(user => user.ConcurrencyStamp).IsConcurrencyToken();
        table.Property(user => user.PasswordHash).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> table) =>
        table.ToTable("UserClaims").HasOne<User>().WithMany().HasForeignKey(claim => claim.UserId);

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> table)
    {
        table.ToTable("UserLogins").HasKey(login => new { login.LoginProvider, login.ProviderKey });
        table.HasOne<User>().WithMany().HasForeignKey(login => login.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> table)
    {
        table.ToTable("UserTokens").HasKey(token => new { token.UserId, token.LoginProvider, token.Name });
        table.Property(token => token.Value).HasMaxLength(2000);
        table.HasOne<User>().WithMany().HasForeignKey(token => token.UserId);
    }
}

internal sealed class AccessConfiguration : IEntityTypeConfiguration<AccessToken>, IEntityTypeConfiguration<SignInSession>
{
    public void Configure(EntityTypeBuilder<AccessToken> table)
    {
        table.HasKey(token => new { token.OrganizationId, token.Id });
        table.HasIndex(token => token.Hash).IsUnique();
        table.HasIndex(token => new { token.OrganizationId, token.UserId, token.CreatedAt });
        table.OwnedByUser(token => new { token.OrganizationId, token.UserId });
    }

    public void Configure(EntityTypeBuilder<SignInSession> table)
    {
        table.HasKey(session => new { session.OrganizationId, session.Id });
        table.HasIndex(session => new { session.OrganizationId, session.UserId, session.CreatedAt });
        table.OwnedByUser(session => new { session.OrganizationId, session.UserId });
    }
}

internal sealed class ClientConfiguration : IEntityTypeConfiguration<Client>, IEntityTypeConfiguration<ClientPhone>
{
    public void Configure(EntityTypeBuilder<Client> table)
    {
        table.HasKey(client => new { client.OrganizationId, client.Id });
        table.OwnedByOrganization(client => client.OrganizationId);
        table.HasIndex(client => new { client.OrganizationId, client.Name, client.Id });
        table.HasIndex(client => new { client.OrganizationId, client.ServiceSender }).IsUnique();
        table.HasOne<Client>().WithMany().HasForeignKey(client => new { client.OrganizationId, client.MergedIntoId })
            .OnDelete(DeleteBehavior.Restrict);
        table.HasMany(client => client.Phones).WithOne().HasForeignKey(phone => new { phone.OrganizationId, phone.ClientId });
    }

    public void Configure(EntityTypeBuilder<ClientPhone> table)
    {
        table.HasKey(phone => new { phone.OrganizationId, phone.Id });

        // A phone belongs to one client of an organization; a vet's may stand on many cards.
        table.HasIndex(phone => new { phone.OrganizationId, phone.Phone }).IsUnique().HasFilter("\"Kind\" = 'Own'");
        table.HasIndex(phone => new { phone.OrganizationId, phone.ClientId, phone.Position });
        table.HasIndex(phone => phone.Phone);
    }
}

internal sealed class SitterConfiguration : IEntityTypeConfiguration<Sitter>
{
    public void Configure(EntityTypeBuilder<Sitter> table)
    {
        table.HasKey(sitter => new { sitter.OrganizationId, sitter.Id });
        table.OwnedByOrganization(sitter => sitter.OrganizationId);
        table.HasIndex(sitter => new { sitter.OrganizationId, sitter.Name, sitter.Id });
        table.HasIndex(sitter => new { sitter.OrganizationId, sitter.UserId }).IsUnique();
        table.OwnedByUser(sitter => new { sitter.OrganizationId, sitter.UserId });
    }
}
