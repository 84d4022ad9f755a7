namespace EqAssess.Web.Composition;

internal static class TimeProviderExtensions
{
    extension(TimeProvider time)
    {
        /// <summary>Now, in UTC, cut to the millisecond, so that every database gives back what it was given.</summary>
        public DateTimeOffset Now
        {
            get
            {
                DateTimeOffset now = time.GetUtcNow();
                return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
            }
        }
    }
}
