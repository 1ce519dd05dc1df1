package id.dukcapil.portal.notification;

import id.dukcapil.portal.common.StaffNotice.Many;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes lines of notices: several of a kind are one line with their number, which leads to the list of them. */
final class NoticeLines {

    private NoticeLines() {}

    /** A notice as it is kept. */
    record Told(
            UUID id,
            Instant at,
            String kind,
            String text,
            String link,
            @Nullable Many many,
            boolean read) {

        /** What is read and what is not are two lines: opening one must not hide the other. */
        private Object sameLine() {
            return many == null ? id : List.of(kind, many, read);
        }

        private Notice alone() {
            return new Notice(List.of(id), at, kind, text, link, read);
        }
    }

    /** @param told the newest first; so are the lines, by their newest notice */
    static List<Notice> of(List<Told> told) {
        var lines = new LinkedHashMap<Object, List<Told>>();
        told.forEach(notice -> lines.computeIfAbsent(notice.sameLine(), line -> new ArrayList<>())
                .add(notice));
        return lines.values().stream().map(NoticeLines::line).toList();
    }

    private static Notice line(List<Told> same) {
        Told newest = same.getFirst();
        Many many = newest.many();
        return many == null || same.size() == 1
                ? newest.alone()
                : new Notice(
                        same.stream().map(Told::id).toList(),
                        newest.at(),
                        newest.kind(),
                        many.text().formatted(same.size()),
                        many.link(),
                        newest.read());
    }
}
