namespace SnoutOS.Domain.AntiPoaching.Words;

/// <summary>Networks, payment services, mail providers and marketplaces, as people write them.</summary>
internal static class Brands
{
    public const string Networks =
        "instagram insta instagrams snapchat snap telegram whatsapp whatsap watsapp wassap guasap wasap wapp facebook messenger fbmessenger tiktok ticktock tiktoks discord linkedin nextdoor strava wechat viber kik skype bereal twitter tinder bumble imessage facetime threema reddit pinterest linktree onlyfans youtube twitch wzap wsp wpp whatsup feisbuk feis gchat groupme peloton marcopolo flickr vsco mastodon bluesky";

    /// <summary>How networks are written before a colon or a name.</summary>
    public const string Labels = "tt sc dc snap insta ig fb wa tg";

    /// <summary>Names that are words, or too short to stand alone.</summary>
    public const string ShortNetworks = "ig fb wa tg yt";

    /// <summary>Names that are everyday words: only believed where one can be on them.</summary>
    public const string WordyNetworks = "signal line threads gram face x sc";

    public const string Payments =
        "venmo venmos zelle zell cashapp paypal applepay applecash googlepay gpay revolut monzo bizum chime payoneer westernunion moneygram bitcoin crypto btc ethereum skrill mercadopago etransfer interac quickpay remitly starling";

    public const string ShortPayments = "pix wise";

    public const string Providers =
        "gmail yahoo hotmail hotmale outlook icloud aol protonmail gmx ymail msn googlemail fastmail tutanota zoho gee-mail jmail webde";

    public const string Marketplaces =
        "rover wag carecom craigslist gumtree offerup etsy taskrabbit thumbtack kleinanzeigen leboncoin olx getninjas tailster marketplace yelp trustedhousesitters pawshake petbacker holidog wallapop";
}
