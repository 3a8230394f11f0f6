using System.CommandLine;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Web.Operations;

internal sealed class OrgCreateVerb : Verb
{
    private readonly Option<string> _name = new("--name") { Description = "What the business is called.", Required = true };
    private readonly Option<string> _timeZone = new("--time-zone") { Description = "Its IANA time zone, such as America/New_York.", Required = true };
    private readonly Option<string> _frontDesk = new("--front-desk") { Description = "Its front desk number in E.164 form, such as +12125550142.", Required = true };

    public OrgCreateVerb()
        : base("create", "Sets up a business with its front desk number and prints their ids.")
    {
        Options.Add(_name);
        Options.Add(_timeZone);
        Options.Add(_frontDesk);
    }

    public override async Task<int> RunAsync(WebApplication app, ParseResult words, CancellationToken cancellationToken)
    {
        var name = words.GetRequiredValue(_name);
        if (string.IsNullOrWhiteSpace(name) || name.Length > OrganizationSetup.LongestName)
        {
            return Refuse($"--name needs a name of at most {OrganizationSetup.LongestName} characters.");
        }

        if (!PhoneNumber.TryParse(words.GetRequiredValue(_frontDesk), out var frontDesk))
        {
            return Refuse("--front-desk must be a phone number in E.164 form, such as +12125550142.");
        }

        var setup = app.Services.GetRequiredService<OrganizationSetup>();
        return await setup.CreateAsync(name, words.GetRequiredValue(_timeZone), frontDesk, cancellationToken) switch
        {
            OrganizationCreation.Created created => Answer(new { Id = created.OrganizationId, created.FrontDeskId }),
            OrganizationCreation.UnknownTimeZone => Refuse("--time-zone must be an IANA time zone, such as America/New_York."),
            OrganizationCreation.NumberTaken => Refuse($"--front-desk: {frontDesk} already belongs to a business of this installation."),
            OrganizationCreation.NumberOfAClient => Refuse($"--front-desk: {frontDesk} is the phone of a client."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
