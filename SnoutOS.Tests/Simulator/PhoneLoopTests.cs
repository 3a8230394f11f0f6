using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Simulator.Phones;

namespace SnoutOS.Tests.Simulator;

/// <summary>From a phone to the business and back, over signed webhooks and the provider's API.</summary>
public sealed class PhoneLoopTests(AppWithPhones fixture) : IClassFixture<AppWithPhones>
{
    [Fact]
    public async Task A_text_arrives_is_answered_and_the_answer_is_delivered_to_the_phone()
    {
        var company = await PhoneCompany.OpenAsync(fixture);
        var question = await company.TextAsync("Do you take rabbits?");
        Assert.Equal((Direction.Inbound, "Do you take rabbits?"), (question.Direction, question.Body));

        var answer = await company.AnsweredAsync(question.ThreadId, "We do!");

        await company.StatusIsAsync(answer, MessageStatus.Delivered);
        Assert.Equal((company.FrontDesk, "We do!"), (Assert.Single(company.Got()).From, company.Got().Single().Body));
    }

    [Fact]
    public async Task Pictures_travel_both_ways()
    {
        var company = await PhoneCompany.OpenAsync(fixture);
        var picture = SamplePictures.All[0];
        var sent = await company.TextAsync("Look!", null, company.Carrier.NewMedia(picture.Bytes, picture.ContentType));
        await company.WaitAsync(async () => (await company.ReadAsync(sent.Id)).Media.Single().State == MediaState.Stored);
        await using (var db = company.Db())
        {
            Assert.Equal(picture.Bytes, await db.MediaContents.Where(row => row.MessageId == sent.Id).Select(row => row.Bytes).SingleAsync());
        }

        var back = await company.AnsweredAsync(sent.ThreadId, "", new OutgoingAttachment(SamplePictures.All[1].Bytes));

        await company.StatusIsAsync(back, MessageStatus.Delivered);
        Assert.Equal(SamplePictures.All[1].Bytes, Assert.Single(Assert.Single(company.Got()).Media).Bytes);
    }

    [Fact]
    public async Task STOP_closes_the_business_to_the_phone_and_START_opens_it_again()
    {
        var company = await PhoneCompany.OpenAsync(fixture);
        var stop = await company.TextAsync("STOP");
        Assert.IsType<SendVerdict.RecipientOptedOut>(await company.AnswerAsync(stop.ThreadId, "Are you sure?"));

        await company.TextAsync("START");

        var hello = await company.AnsweredAsync(stop.ThreadId, "Welcome back!");
        await company.StatusIsAsync(hello, MessageStatus.Delivered);
        Assert.Equal("Welcome back!", Assert.Single(company.Got()).Body);
    }

    [Fact]
    public async Task After_a_restart_phones_still_show_what_was_said()
    {
        await using var app = await SnoutApp.StartAsync(new SnoutAppOptions { Demo = true });
        var shelf = await app.Get<PhoneBook>().ReadAsync(CancellationToken.None);
        var maya = shelf.Phones.Single(phone => phone.Name == "Maya Lindqvist");
        var carrier = app.Get<Web.Simulator.Carrier.CarrierState>();

        var texts = carrier.MessagesFor(maya.Address);

        Assert.Equal(["Front desk", "Ana"], texts.Select(text => text.FromPhone ? text.To : text.From)
            .Distinct(StringComparer.Ordinal).Select(number => shelf.LineOf(number).Label).OrderDescending(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Contains(texts, text => text.FromPhone && text.Media.Length == 1);
        Assert.Equal(texts.OrderBy(text => text.CreatedAt).Select(text => text.Sid), texts.Select(text => text.Sid), StringComparer.Ordinal);
        Assert.DoesNotContain(shelf.Phones, phone => shelf.Lines.Any(line => line.Address == phone.Address));
    }
}
