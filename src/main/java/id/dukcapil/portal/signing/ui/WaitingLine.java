package id.dukcapil.portal.signing.ui;

import id.dukcapil.portal.signing.WaitingRow;
import org.jspecify.annotations.Nullable;

/**
 * A line of the signing room; the same line as long as it is the same document.
 *
 * @param left whether it waits no more; it keeps its place until the list is loaded anew
 */
record WaitingLine(WaitingRow row, boolean left) {

    WaitingLine gone() {
        return new WaitingLine(row, true);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WaitingLine line && line.row.id().equals(row.id());
    }

    @Override
    public int hashCode() {
        return row.id().hashCode();
    }
}
