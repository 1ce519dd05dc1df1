package id.dukcapil.portal.submission.ui;

import id.dukcapil.portal.common.ui.DueTime;
import id.dukcapil.portal.submission.InboxRow;
import org.jspecify.annotations.Nullable;

/** A row of the inbox with its due time; the same line as long as it is the same request. */
record InboxLine(InboxRow row, @Nullable DueTime due) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InboxLine line && line.row.number().equals(row.number());
    }

    @Override
    public int hashCode() {
        return row.number().hashCode();
    }
}
