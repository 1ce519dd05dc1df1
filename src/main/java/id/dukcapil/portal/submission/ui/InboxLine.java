package id.dukcapil.portal.submission.ui;

import id.dukcapil.portal.common.ui.DueTime;
import id.dukcapil.portal.submission.InboxRow;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of the inbox with its due time; the same line as long as it is the same request.
 *
 * @param moved whether its request has gone on to another status since it was listed
 * @param left whether it has left the queue by that; it keeps its place until the list is loaded anew
 */
record InboxLine(InboxRow row, @Nullable DueTime due, boolean moved, boolean left) {

    /** As it is listed first. */
    static InboxLine listed(InboxRow row, @Nullable DueTime due) {
        return new InboxLine(row, due, false, false);
    }

    /** The same line, as its request is now. */
    InboxLine now(InboxRow row, @Nullable DueTime due, boolean left) {
        return new InboxLine(row, due, moved || row.status() != this.row.status(), left);
    }

    /** Whether something else is to be seen on it than on that one. */
    boolean looksOtherThan(InboxLine before) {
        return row.version() != before.row.version()
                || row.status() != before.row.status()
                || left != before.left
                || !Objects.equals(holder(), before.holder())
                || !Objects.equals(dueText(), before.dueText());
    }

    private @Nullable Object holder() {
        return row.holding() == null ? null : row.holding().holder();
    }

    private @Nullable String dueText() {
        return due == null ? null : due.text();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InboxLine line && line.row.number().equals(row.number());
    }

    @Override
    public int hashCode() {
        return row.number().hashCode();
    }
}
