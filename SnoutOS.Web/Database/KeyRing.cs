using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace SnoutOS.Web.Database;

internal static class KeyRing
{
    /// <summary>A key is a page of XML, longer than texts of ours are by default.</summary>
    public static void Configure(ModelBuilder model) => model.Entity<DataProtectionKey>().Property(key => key.Xml).HasMaxLength(-1);
}
