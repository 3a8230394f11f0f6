namespace SnoutOS.Domain.AntiPoaching.Meaning;

/// <summary>The text files of this folder, as they are built in.</summary>
internal static class Resource
{
    /// <summary>The lines of a file that are neither empty nor a remark.</summary>
    public static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream($"SnoutOS.Domain.AntiPoaching.Meaning.{file}")
            ?? throw new InvalidOperationException($"{file} is not built in.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith('#'))
            {
                yield return line;
            }
        }
    }
}
