namespace SnoutOS.Tests.Support;

public sealed class SnoutAppStarts
{
    [Fact]
    public async Task With_a_business_of_its_own()
    {
        await using var app = await SnoutApp.StartAsync();
        var business = await app.OpenBusinessAsync();
        await using var db = app.Db(business.OrganizationId);
        Assert.Equal(business.FrontDesk, Assert.Single(db.Numbers).Phone);
        Assert.Equal(business.OwnerEmail, Assert.Single(db.Users).Email);
    }
}
