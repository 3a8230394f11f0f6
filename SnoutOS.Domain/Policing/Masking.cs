using System.Text;

namespace SnoutOS.Domain.Policing;

/// <summary>Puts a mark in the place of what the other side must not see.</summary>
public static class Masking
{
    /// <summary>Plain letters, so that it costs no SMS segment of its own kind and a screen reader says it.</summary>
    public const string Mark = "[hidden]";

    /// <summary>The body with the hidden spans replaced; null when nothing in it is hidden.</summary>
    public static string? Of(string body, IEnumerable<MessageFinding> findings)
    {
        var hidden = findings
            .Where(found => found is { IsHidden: true, Attachment: null, Length: > 0 })
            .OrderBy(found => found.Start)
            .ToList();
        if (hidden.Count == 0)
        {
            return null;
        }

        var (masked, end) = (new StringBuilder(body.Length), 0);
        foreach (var found in hidden)
        {
            if (found.Start >= end)
            {
                masked.Append(body, end, found.Start - end).Append(Mark);
            }

            end = Math.Max(end, found.Start + found.Length);
        }

        return masked.Append(body, end, body.Length - end).ToString();
    }
}
