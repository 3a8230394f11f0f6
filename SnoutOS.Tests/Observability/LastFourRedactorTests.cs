using FsCheck;
using FsCheck.Xunit;
using SnoutOS.Web.Observability.Logging;

namespace SnoutOS.Tests.Observability;

public sealed class LastFourRedactorTests
{
    private readonly LastFourRedactor _redactor = new();

    [Theory]
    [InlineData("+12125550142", "•••• 0142")]
    [InlineData("•••• 0142", "•••• 0142")]
    [InlineData("611", "•••• 611")]
    [InlineData("ALERTS", "•••• ERTS")]
    [InlineData("", "")]
    public void Writes_the_short_form(string address, string expected) => Assert.Equal(expected, _redactor.Redact(address));

    [Property]
    public void Never_shows_more_than_four_characters_of_what_it_was_given(NonNull<string> text)
    {
        var shown = _redactor.Redact(text.Get).TrimStart('•').TrimStart(' ');
        Assert.InRange(shown.Length, 0, 4);
        Assert.EndsWith(shown, text.Get.Trim(' ', '•'), StringComparison.Ordinal);
    }

    [Property]
    public void Leaves_a_short_form_as_it_is(NonNull<string> text)
    {
        var once = _redactor.Redact(text.Get);
        Assert.Equal(once, _redactor.Redact(once));
    }

    [Property]
    public void Announces_the_length_that_it_writes(NonNull<string> text)
    {
        var room = new char[_redactor.GetRedactedLength(text.Get)];
        Assert.Equal(room.Length, _redactor.Redact(text.Get, room));
    }
}
