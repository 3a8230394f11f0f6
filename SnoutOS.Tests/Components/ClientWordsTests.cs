using System.Text;
using Microsoft.Extensions.Time.Testing;
using SnoutOS.Domain.Imports;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Clients;
using SnoutOS.Web.Components.Imports;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Tests.Components;

/// <summary>What the pages of clients and of imports say.</summary>
public sealed class ClientWordsTests
{
    private static readonly PhoneNumber Phone = PhoneNumber.Parse("+12125550142", null);

    private static readonly Guid Id = Guid.CreateVersion7(TestTime.Noon);

    private static readonly MergeOutlook Nothing = new("M. Lindqvist", "Maya", [], 0, 0, 0, PoolNumber: null, KeepsPoolNumber: true);

    [Fact]
    public void View_search_and_card_live_in_the_address_and_a_phone_does_not()
    {
        Assert.Equal("clients", ClientsAddress.Of(ClientView.Clients, ""));
        Assert.Equal($"clients?show=spam&q=bis%20%26&client={Id}", ClientsAddress.Of(ClientView.Spam, "bis &", Id));
        Assert.Equal("clients?show=contacts", ClientsAddress.Of(ClientView.Contacts, "(212) 555"));
        Assert.True(ClientsAddress.IsOfCard($"clients?q=bis&client={Id}", Id));
        Assert.False(ClientsAddress.IsOfCard($"messages/{Id}", Id));
        Assert.False(ClientsAddress.IsOfCard("clients?q=bis", Id));
    }

    [Theory]
    [InlineData("Maya Lindqvist", "M", false)]
    [InlineData("Unknown •••• 0142", "#", true)]
    [InlineData("Unknown Pleasures", "U", false)]
    [InlineData("24 Paws", "#", false)]
    public void A_name_made_from_a_phone_is_known_as_none(string name, string initial, bool isStandIn) =>
        Assert.Equal((initial, isStandIn), (ClientWords.Initial(name), ClientWords.IsStandIn(name)));

    [Fact]
    public void A_merge_says_what_moves_and_nothing_of_what_there_is_not()
    {
        Assert.Equal(["You can undo this for 30 days."], ClientWords.Consequences(Nothing), StringComparer.Ordinal);
        Assert.Equal(
            [
                "Phones •••• 0142, •••• 0143 move to Maya. What is texted from there is theirs from now on.",
                "2 bookings move with all visits.",
                "Pool number •••• 0142 is given up: Maya has one already.",
                "1 conversation stays as an earlier one, to be read. No message moves.",
                "Vet and emergency phones stay on the old card.",
                "You can undo this for 30 days.",
            ],
            ClientWords.Consequences(Nothing with
            {
                Phones = [Phone, PhoneNumber.Parse("+12125550143", null)],
                OtherPhones = 1,
                Bookings = 2,
                Conversations = 1,
                PoolNumber = Phone,
                KeepsPoolNumber = false,
            }),
            StringComparer.Ordinal);
        Assert.Contains("Pool number •••• 0142 becomes Maya's.", ClientWords.Consequences(Nothing with { PoolNumber = Phone }), StringComparer.Ordinal);
    }

    [Fact]
    public void A_visit_says_what_when_and_with_whom()
    {
        var time = new OrganizationTime(new FakeTimeProvider(TestTime.Noon));
        Assert.Equal("Walk now, without a sitter", ClientWords.Visit(new ComingVisit(Id, TestTime.Noon, "walk", null), time, TestTime.Noon));
        Assert.StartsWith("Pet taxi tomorrow at ", ClientWords.Visit(new ComingVisit(Id, TestTime.Noon.AddDays(1), "pet taxi", "Ana Silva"), time, TestTime.Noon), StringComparison.Ordinal);
        Assert.EndsWith(", with Ana", ClientWords.Visit(new ComingVisit(Id, TestTime.Noon.AddDays(1), "pet taxi", "Ana Silva"), time, TestTime.Noon), StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_is_refused_at_the_phone_that_is_meant()
    {
        var form = new ClientForm { Name = " Robin " };
        form.Phones[0].Text = "(212) 555-0142";
        form.Phones.Add(new PhoneLine { Text = " " });
        form.Phones.Add(new PhoneLine { Text = "+1 212 555 0143" });
        form.VetPhones.Add(new PhoneLine { Text = "12" });
        Assert.Null(form.Read());
        Assert.Equal((null, true), (form.Phones[0].Error, form.VetPhones[0].Error?.Contains("area code", StringComparison.Ordinal)));

        form.VetPhones.Clear();
        var entry = form.Read()!;
        Assert.Equal(("Robin", 2), (entry.Name, entry.Phones.Count));
        form.Refuse(entry, new ClientRecording.PhoneTaken(1, new PhoneHolder(Id, "Theo Grant", ClientKind.Client)));
        Assert.Equal((null, null, "This phone is on Theo Grant's card."), (form.Phones[0].Error, form.Phones[1].Error, form.Phones[2].Error));
        Assert.Equal("A client needs a name.", new ClientForm { Name = " " } is var empty && empty.Read() is null ? empty.NameError : null);
    }

    [Theory]
    [InlineData("PK\u0003\u0004", "workbook")]
    [InlineData("   ", "empty")]
    public void A_file_that_is_none_says_so(string text, string word) =>
        Assert.Contains(word, ImportFile.Read("clients.csv", Encoding.UTF8.GetBytes(text)).Refusal!, StringComparison.Ordinal);

    [Fact]
    public void Letters_are_read_as_they_were_meant_or_not_at_all()
    {
        Assert.Equal(("name", null), (ImportFile.Read("a.csv", [.. Encoding.UTF8.Preamble, .. "name"u8]).Text, ImportFile.Read("a.csv", "Zoë"u8).Refusal));
        Assert.Contains("UTF-8", ImportFile.Read("a.csv", Encoding.Latin1.GetBytes("Zoë,1")).Refusal!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_is_told_in_one_sentence()
    {
        RowOutcome added = RowOutcome.Added(2, "A new client."), there = RowOutcome.Skipped(3, ""), bad = RowOutcome.Refused(4, "phone", "");
        Assert.Equal("1 row will be added, 1 is here already. Nothing is written yet.", ImportWords.Summary(new ImportReport(false, [added, there])));
        Assert.Equal("1 row imported, 1 is here already.", ImportWords.Summary(new ImportReport(true, [added, there])));
        Assert.StartsWith("1 row cannot be imported, so nothing is written. Mend it", ImportWords.Summary(new ImportReport(false, [added, bad])), StringComparison.Ordinal);
        Assert.StartsWith("Everything in this file is here already.", ImportWords.Summary(new ImportReport(false, [there])), StringComparison.Ordinal);
        Assert.Equal("There are no rows in this file.", ImportWords.Summary(new ImportReport(true, [])));
        Assert.Equal("Checking row 3 of 5", ImportWords.Progress(new ImportProgress(2, 5), isDryRun: true));
        Assert.Equal("Importing row 5 of 5", ImportWords.Progress(new ImportProgress(5, 5), isDryRun: false));
    }
}
