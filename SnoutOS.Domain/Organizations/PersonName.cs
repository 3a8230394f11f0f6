namespace SnoutOS.Domain.Organizations;

/// <summary>How much of a person's name others may see.</summary>
public static class PersonName
{
    private const string Nameless = "Client";

    /// <summary>A teammate's first name.</summary>
    public static string FirstOf(string name) => name.Split(' ', 2)[0];

    /// <summary>
    /// A client's first name, or both of a couple: "Maya", "Jonah and Elise". A name that holds digits is a stand-in made from a
    /// phone number, and none of it is shown.
    /// </summary>
    public static string FirstOfClient(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || name.Any(char.IsDigit))
        {
            return Nameless;
        }

        return words is [_, "and" or "&", _, ..] ? string.Join(' ', words[..3]) : words[0];
    }
}
