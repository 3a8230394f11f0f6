namespace SnoutOS.Web.Access;

public static class Policies
{
    public const string SignedIn = nameof(SignedIn);

    public const string OwnerOrAdmin = nameof(OwnerOrAdmin);
}
