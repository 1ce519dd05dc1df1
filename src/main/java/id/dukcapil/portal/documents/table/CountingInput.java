package id.dukcapil.portal.documents.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Knows how many bytes have been read, so that progress can be told and a limit kept. */
final class CountingInput extends FilterInputStream {

    private final long limit;
    private long count;

    CountingInput(InputStream in) {
        this(in, Long.MAX_VALUE);
    }

    /** @param limit after so many bytes the file is refused */
    CountingInput(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        counted(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        counted(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        counted(skipped);
        return skipped;
    }

    private void counted(long more) {
        count += more;
        if (count > limit) {
            throw UnreadableTable.inflating();
        }
    }

    long count() {
        return count;
    }
}
