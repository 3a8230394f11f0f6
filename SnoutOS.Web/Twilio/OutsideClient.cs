using System.Net;
using System.Net.Sockets;

namespace SnoutOS.Web.Twilio;

/// <summary>
/// Fetches from hosts that nobody configured. It connects to public addresses only, and checks the very address it
/// connects to, so that a name cannot resolve to one thing when checked and to another when used.
/// </summary>
internal sealed class OutsideClient(HttpClient http)
{
    public HttpClient Http => http;

    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        if (!addresses.All(PublicAddress.Is))
        {
            throw new InsideAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A host from outside leads to an address that is not public.</summary>
internal sealed class InsideAddressException() : IOException("The host leads to an address that is not public.");
