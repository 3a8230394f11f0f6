using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SnoutOS.Tests.Browser;

/// <summary>
/// The wire between a browser and the product, to be cut. Taking a browser offline would leave its open sockets alone;
/// here they end without a word, as in a tunnel.
/// </summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> _ends = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Uri _product;
    private readonly Task _accepting;
    private volatile bool _isCut;

    public Wire(Uri product)
    {
        _product = product;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public void Cut()
    {
        _isCut = true;
        foreach (var end in _ends.Keys)
        {
            end.Dispose();
        }
    }

    public void Mend() => _isCut = false;

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        Cut();
        await _accepting;
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var near = await _listener.AcceptTcpClientAsync(_closing.Token);
                _ = ConnectAsync(near);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ConnectAsync(TcpClient near)
    {
        using var far = new TcpClient();
        using var _ = near;
        _ends.TryAdd(near, 0);
        _ends.TryAdd(far, 0);
        try
        {
            if (_isCut)
            {
                return;
            }

            await far.ConnectAsync(IPAddress.Loopback, _product.Port, _closing.Token);
            await Task.WhenAny(
                near.GetStream().CopyToAsync(far.GetStream(), _closing.Token),
                far.GetStream().CopyToAsync(near.GetStream(), _closing.Token));
        }
        catch (Exception failure) when (failure is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Cut, or one side hung up.
        }
        finally
        {
            _ends.TryRemove(near, out byte _);
            _ends.TryRemove(far, out byte _);
        }
    }
}
