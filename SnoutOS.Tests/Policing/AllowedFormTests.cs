using SnoutOS.Domain.Policing;

namespace SnoutOS.Tests.Policing;

/// <summary>What an owner types as a number or site to allow.</summary>
public sealed class AllowedFormTests
{
    [Theory]
    [InlineData("(212) 555-0142", AllowedKind.Number, "+12125550142")]
    [InlineData("+44 7700 900123", AllowedKind.Number, "+447700900123")]
    [InlineData("Happy-Tails.example", AllowedKind.Site, "happy-tails.example")]
    [InlineData("https://www.happy-tails.example:8080/prices?x=1", AllowedKind.Site, "happy-tails.example")]
    [InlineData("desk@oak-vet.example", AllowedKind.Site, "oak-vet.example")]
    public void Is_read_in_whatever_form(string typed, AllowedKind kind, string value) =>
        Assert.Equal((kind, value), AllowedForm.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("my vet")]
    [InlineData("jane@gmail.com")]
    [InlineData("gmail.com")]
    [InlineData("mail.yahoo.com")]
    [InlineData("-a.example")]
    public void What_is_neither_or_would_allow_everybody_is_refused(string typed) => Assert.Null(AllowedForm.Read(typed));
}
