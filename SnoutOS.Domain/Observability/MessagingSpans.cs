using System.Diagnostics;

namespace SnoutOS.Domain.Observability;

/// <summary>What spans of the message path may carry: ids, never a number, a name or a text.</summary>
public static class MessagingSpans
{
    /// <summary>Adds the ids that are known so far; null when nobody listens, and null goes through.</summary>
    public static Activity? WithIds(this Activity? span, Guid? organizationId = null, Guid? threadId = null, Guid? messageId = null)
    {
        Add(span, "snoutos.organization.id", organizationId);
        Add(span, "snoutos.thread.id", threadId);
        Add(span, "snoutos.message.id", messageId);
        return span;
    }

    /// <summary>Marks the span as failed by the kind of failure alone: the text of an exception may quote a number.</summary>
    public static void Failed(this Activity? span, Exception failure)
    {
        span?.SetTag("error.type", failure.GetType().FullName);
        span?.SetStatus(ActivityStatusCode.Error);
    }

    private static void Add(Activity? span, string name, Guid? id)
    {
        if (id is { } known)
        {
            span?.SetTag(name, known.ToString());
        }
    }
}
