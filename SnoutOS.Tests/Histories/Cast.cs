using System.Globalization;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Tests.Histories;

/// <summary>Robin comes every week, Casey now and then, Drew once, whatever they book.</summary>
public enum Who
{
    Robin,
    Casey,
    Drew,
}

/// <summary>Ana and Ben have numbers of their own, Cleo has none.</summary>
public enum Carer
{
    Ana,
    Ben,
    Cleo,
}

/// <summary>The numbers of the business, by what they are when a history begins.</summary>
public enum Line
{
    FrontDesk,
    AnasNumber,
    BensNumber,
    FirstOfThePool,
    SecondOfThePool,
}

/// <summary>The business in which every history plays: the same ids and numbers each time.</summary>
internal sealed record Cast(
    Guid OrganizationId,
    IReadOnlyDictionary<Who, Guid> Clients,
    IReadOnlyDictionary<Carer, Guid> Sitters,
    IReadOnlyDictionary<Carer, Guid> Users,
    IReadOnlyDictionary<Line, Guid> Numbers)
{
    public Actor Owner { get; } = new(OrganizationId, IdOf(1), "Olivia Park", Role.Owner);

    public static Guid IdOf(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public static PhoneNumber PhoneOf(Who client) => Phone(10 + (int)client);

    public static PhoneNumber PhoneOf(Line line) => Phone(50 + (int)line);

    public Actor ActorOf(Carer sitter) => new(OrganizationId, Users[sitter], sitter.ToString(), Role.Sitter);

    public Carer? NameOf(Guid? sitterId) => sitterId is null ? null : Sitters.Single(sitter => sitter.Value == sitterId).Key;

    private static PhoneNumber Phone(int line) => PhoneNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"+121255501{line:00}"), null);
}
