using System.CommandLine;
using SnoutOS.Domain.Organizations;
using SnoutOS.Web.Access;

namespace SnoutOS.Web.Operations;

internal sealed class UserCreateVerb : Verb
{
    private readonly Option<Guid> _org = new("--org") { Description = "The id of the business.", Required = true };
    private readonly Option<string> _email = new("--email") { Description = "The address to sign in with.", Required = true };
    private readonly Option<string> _role = new("--role") { Description = "owner, admin or sitter.", Required = true };
    private readonly Option<string> _name = new("--name") { Description = "What the person is called; the address up to the @ if left out." };

    public UserCreateVerb()
        : base("create", "Creates somebody who signs in and prints their id. Reads the password from the standard input.")
    {
        _role.AcceptOnlyFromAmong([.. Enum.GetValues<Role>().Select(SnoutClaims.NameOf)]);
        Options.Add(_org);
        Options.Add(_email);
        Options.Add(_role);
        Options.Add(_name);
    }

    public override async Task<int> RunAsync(WebApplication app, ParseResult words, CancellationToken cancellationToken)
    {
        if (!Console.IsInputRedirected)
        {
            Console.Error.Write("Password: ");
        }

        var password = await Console.In.ReadLineAsync(cancellationToken) ?? "";
        var request = new NewUser(
            words.GetRequiredValue(_org), words.GetRequiredValue(_email), words.GetValue(_name) ?? "", Enum.Parse<Role>(words.GetRequiredValue(_role), ignoreCase: true), password);
        return await app.Services.GetRequiredService<UserAccounts>().CreateAsync(request, by: null, cancellationToken) switch
        {
            UserCreation.Created created => Answer(new { Id = created.UserId, created.SitterId }),
            UserCreation.EmailTaken => Refuse("--email: somebody already signs in with that address."),
            UserCreation.OrganizationNotFound => Refuse("--org: there is no such business."),
            UserCreation.Refused refused => Refuse(string.Join(Environment.NewLine, refused.Reasons)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
