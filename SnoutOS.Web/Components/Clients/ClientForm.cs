using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Web.Components.Clients;

/// <summary>One phone of a card as it is typed, and what is wrong with it.</summary>
public sealed class PhoneLine
{
    public string Text { get; set; } = "";

    public string? Error { get; set; }

    /// <summary>The client on whose card the phone stands already.</summary>
    public PhoneHolder? Holder { get; set; }

    public PhoneNumber? Phone { get; set; }
}

/// <summary>A client's card as it is filled in. Reading it says at each field what is wrong there.</summary>
public sealed class ClientForm
{
    public string Name { get; set; } = "";

    public string? NameError { get; set; }

    public string Pets { get; set; } = "";

    /// <summary>The owner's word; null leaves it to the bookings.</summary>
    public bool? Recurring { get; set; }

    public List<PhoneLine> Phones { get; } = [new()];

    public List<PhoneLine> VetPhones { get; } = [];

    public List<PhoneLine> EmergencyPhones { get; } = [];

    private IEnumerable<PhoneLine> Lines => [.. Phones, .. VetPhones, .. EmergencyPhones];

    public static ClientForm Of(ClientEntry entry)
    {
        var form = new ClientForm
        {
            Name = ClientWords.IsStandIn(entry.Name) ? "" : entry.Name,
            Pets = entry.Pets,
            Recurring = entry.Recurring,
        };
        form.Phones.Clear();
        form.Phones.AddRange(entry.Phones.Select(LineOf));
        form.VetPhones.AddRange(entry.VetPhones.Select(LineOf));
        form.EmergencyPhones.AddRange(entry.EmergencyPhones.Select(LineOf));
        if (form.Phones.Count == 0)
        {
            form.Phones.Add(new PhoneLine());
        }

        return form;
    }

    /// <summary>Null when something cannot be read; the fields say what.</summary>
    public ClientEntry? Read()
    {
        NameError = string.IsNullOrWhiteSpace(Name) ? "A client needs a name." : null;
        foreach (var line in Lines)
        {
            (line.Error, line.Holder, line.Phone) = (null, null, null);
            if (line.Text.Trim().Length > 0)
            {
                line.Phone = PhoneNumberReader.TryRead(line.Text, out var phone) ? phone : null;
                line.Error = line.Phone is null ? "This does not read like a phone number. Try it with the area code." : null;
            }
        }

        if (Phones.TrueForAll(line => line.Text.Trim().Length == 0))
        {
            Phones[0].Error = "A client needs a phone.";
        }

        return NameError is not null || Lines.Any(line => line.Error is not null)
            ? null
            : new ClientEntry(Name.Trim(), PhonesOf(Phones), Recurring, Pets.Trim(), PhonesOf(VetPhones), PhonesOf(EmergencyPhones));
    }

    /// <summary>Says at the phone that was refused why it was.</summary>
    public void Refuse(ClientEntry entry, ClientRecording recording)
    {
        if (recording is ClientRecording.PhoneTaken taken && LineOf(entry, taken.Index) is { } line)
        {
            (line.Holder, line.Error) = (taken.Holder, ClientWords.Taken(taken.Holder));
        }
        else if (recording is ClientRecording.PhoneIsOurs ours && LineOf(entry, ours.Index) is { } own)
        {
            own.Error = "This is a number of a business. Put in the client's own phone.";
        }
    }

    private static PhoneLine LineOf(PhoneNumber phone) => new() { Text = PhoneNumberReader.Whole(phone), Phone = phone };

    private PhoneLine? LineOf(ClientEntry entry, int index) => Phones.Find(line => line.Phone == entry.Phones[index]);

    private static List<PhoneNumber> PhonesOf(List<PhoneLine> lines) =>
        [.. lines.Where(line => line.Phone is not null).Select(line => line.Phone!.Value).Distinct()];
}
