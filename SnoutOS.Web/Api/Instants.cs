using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SnoutOS.Web.Api;

/// <summary>Instants as the API writes them: RFC 3339 in UTC, to the microsecond. Read with any offset, never without.</summary>
public static partial class Instants
{
    public const string Expectation = "Times are RFC 3339 with an offset, such as 2026-03-01T09:30:00Z.";

    public static string Format(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    public static bool TryParse([NotNullWhen(true)] string? text, out DateTimeOffset instant)
    {
        instant = default;
        if (text is null || !Rfc3339().IsMatch(text)
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            return false;
        }

        instant = read.ToUniversalTime();
        return true;
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,7})?([Zz]|[+-]\d{2}:\d{2})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rfc3339();

    /// <summary>The same rule for times in a query string.</summary>
    public sealed class Binder : IModelBinder, IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
            context.Metadata.UnderlyingOrModelType == typeof(DateTimeOffset) ? this : null;

        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var text = bindingContext.ValueProvider.GetValue(bindingContext.ModelName).FirstValue;
            if (string.IsNullOrEmpty(text))
            {
                return Task.CompletedTask;
            }

            if (TryParse(text, out var instant))
            {
                bindingContext.Result = ModelBindingResult.Success(instant);
            }
            else
            {
                bindingContext.ModelState.AddModelError(bindingContext.ModelName, Expectation);
            }

            return Task.CompletedTask;
        }
    }
}
