using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Imports;

/// <summary>Clients of a spreadsheet: name, phone, and maybe pets and recurring. Several phones are parted by semicolons.</summary>
internal static class ClientSheet
{
    private const int LongestText = 200;

    public static IReadOnlyList<ImportRow> Read(string text) => CsvTable.Read(text, ["name", "phone"], RowOf);

    private static ImportRow RowOf(CsvRow row)
    {
        var (name, pets) = (row["name"], row["pets"]);
        if (name.Length is 0 or > LongestText)
        {
            return new ImportRow.Unreadable(row.Number, "name", "A client needs a name.");
        }

        if (pets.Length > LongestText)
        {
            return new ImportRow.Unreadable(row.Number, "pets", "This is too long.");
        }

        var phones = new List<PhoneNumber>();
        foreach (var written in row["phone"].Split([';', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!PhoneNumberReader.TryRead(written, out var phone))
            {
                return new ImportRow.Unreadable(row.Number, "phone", "This is not a telephone number.");
            }

            phones.Add(phone.Value);
        }

        return phones.Count == 0 ? new ImportRow.Unreadable(row.Number, "phone", "A client needs a phone.")
            : !TryReadWord(row["recurring"], out var recurring) ? new ImportRow.Unreadable(row.Number, "recurring", "Write yes or no, or nothing.")
            : new ImportRow.OfClient(row.Number, new ClientEntry(name, [.. phones.Distinct()], recurring, pets, [], []));
    }

    private static bool TryReadWord(string text, out bool? word)
    {
        word = text.ToUpperInvariant() switch
        {
            "YES" or "Y" or "TRUE" or "1" => true,
            "NO" or "N" or "FALSE" or "0" => false,
            _ => null,
        };
        return word is not null || text.Length == 0;
    }
}
