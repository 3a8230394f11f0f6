namespace SnoutOS.Domain.Proving;

/// <summary>
/// Something that has to hold of the stored rows whatever happened to them: a sentence, and a question to the database
/// that names the rows which break it. The question is SQL of its own, so that the code it judges has no say in it.
/// </summary>
/// <param name="Name">What tests and repairs call it.</param>
/// <param name="Sentence">The promise in words.</param>
/// <param name="Subject">What a row that breaks it is: "thread", "lease".</param>
/// <param name="Sql">
/// Standard SQL with one column <c>Value</c>, the id of each row that breaks it; never a phone, never a body. {0} is the
/// present instant.
/// </param>
public sealed record Invariant(string Name, string Sentence, string Subject, string Sql);

/// <summary>What asking for one invariant found.</summary>
/// <param name="Rows">How many rows break it.</param>
/// <param name="Examples">The ids of the first few.</param>
public sealed record Finding(Invariant Invariant, int Rows, IReadOnlyList<string> Examples)
{
    public bool Holds => Rows == 0;

    public override string ToString() => Holds
        ? $"ok      {Invariant.Sentence}"
        : $"BROKEN  {Invariant.Sentence}: {Rows} {(Rows == 1 ? "row" : "rows")}, e.g. {Invariant.Subject} {Examples[0]}";
}
