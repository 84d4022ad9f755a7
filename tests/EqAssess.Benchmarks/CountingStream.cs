namespace EqAssess.Benchmarks;

/// <summary>Takes bytes as a slow reader's connection does, keeps none, and looks at the managed memory now and then.</summary>
internal sealed class CountingStream : Stream
{
    private const long Step = 1 << 20;
    private long written;

    public long MostMemory { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => written;

    public override long Position
    {
        get => written;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Count(count);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Count(buffer.Length);
        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Count(int bytes)
    {
        if ((written + bytes) / Step > written / Step)
        {
            MostMemory = Math.Max(MostMemory, GC.GetTotalMemory(forceFullCollection: false));
        }

        written += bytes;
    }
}
