using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Sending;

/// <summary>What can be said of a wish to send without looking anything up.</summary>
internal static class SendForm
{
    private const int MaxAttachments = 10;

    public static SendVerdict? Objection(SendRequest request)
    {
        var attachments = request.Attachments ?? [];
        if (request.RetryOfId is null && string.IsNullOrWhiteSpace(request.Body) && attachments.Count == 0)
        {
            return new SendVerdict.BodyEmpty();
        }

        if (request.Body.Length > MessageSender.MaxBodyLength)
        {
            return new SendVerdict.BodyTooLong(request.Body.Length);
        }

        if (attachments.Count > MaxAttachments)
        {
            return new SendVerdict.AttachmentRefused($"A message carries at most {MaxAttachments} attachments.");
        }

        return attachments.Select(Objection).FirstOrDefault(refused => refused is not null);
    }

    private static SendVerdict.AttachmentRefused? Objection(OutgoingAttachment attachment) => attachment.Bytes.Length switch
    {
        0 => new SendVerdict.AttachmentRefused("That file is empty."),
        > MediaTypes.MaxBytes => new SendVerdict.AttachmentRefused("That file is larger than 5 MB, the most a carrier takes."),
        _ => MediaTypes.Sniff(attachment.Bytes) is null
            ? new SendVerdict.AttachmentRefused("Carriers take pictures (JPEG, PNG, GIF), short videos, PDF and contact cards only.")
            : null,
    };
}
