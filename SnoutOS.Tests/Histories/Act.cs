namespace SnoutOS.Tests.Histories;

/// <summary>Something that somebody does, told in a sentence. Where it makes no sense as things stand, nothing happens.</summary>
internal abstract record Act
{
    /// <summary>How long it takes, so that what is received always lies behind; nothing where the next act is to meet an instant.</summary>
    public virtual TimeSpan Takes => TimeSpan.FromMilliseconds(1);

    public abstract Task PlayAsync(Stage stage);

    /// <summary>An hour is the same wherever a failure is read.</summary>
    protected static string Minutes(int quarters) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{quarters * 15} min");

    protected static string Nth(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"#{index}");

    protected static string Number(Line line) => line switch
    {
        Line.FrontDesk => "the front desk",
        Line.AnasNumber => "Ana's number",
        Line.BensNumber => "Ben's number",
        Line.FirstOfThePool => "the first pool number",
        Line.SecondOfThePool => "the second pool number",
    };
}

/// <summary>What happened to a business, from an instant on.</summary>
public sealed class History
{
    internal History(DateTimeOffset start, IReadOnlyList<Act> acts) => (Start, Acts) = (start, acts);

    internal DateTimeOffset Start { get; }

    internal IReadOnlyList<Act> Acts { get; }

    internal async Task PlayAsync(Stage stage)
    {
        foreach (var act in Acts)
        {
            await act.PlayAsync(stage);
            stage.House.Clock.Advance(act.Takes);
        }
    }

    public override string ToString() => string.Join(
        Environment.NewLine, Acts.Select((act, index) => $"  {index + 1}. {act}").Prepend($"from {Start:yyyy-MM-dd HH:mm}Z on:"));
}
