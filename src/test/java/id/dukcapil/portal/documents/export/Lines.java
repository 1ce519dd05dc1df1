package id.dukcapil.portal.documents.export;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.documents.Column;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A list of as many lines as the filter says, with a name, a number of sixteen digits, and something that may happen on the way. */
class Lines implements ExportKind<Lines.Filter, Integer> {

    static final String NIK = "3204014505900002";

    record Filter(int lines, String name) {}

    private final IntConsumer beforePageAfter;

    /** @param beforePageAfter what happens before the page after so many lines is read */
    Lines(IntConsumer beforePageAfter) {
        this.beforePageAfter = beforePageAfter;
    }

    @Override
    public String key() {
        return "uji";
    }

    @Override
    public String record() {
        return "Uji";
    }

    @Override
    public String title() {
        return "Daftar uji";
    }

    @Override
    public String fileName() {
        return "uji";
    }

    @Override
    public Permission permission() {
        return Permission.AUDIT_READ;
    }

    @Override
    public Class<Filter> filterType() {
        return Filter.class;
    }

    @Override
    public List<Column<Integer>> columns() {
        return List.of(
                Column.integer("Nomor", line -> line),
                Column.text("Nama", line -> "=HYPERLINK(\"http://contoh.id\")"),
                Column.text("NIK", line -> NIK));
    }

    @Override
    public OptionalInt count(Filter filter) {
        return OptionalInt.of(filter.lines());
    }

    @Override
    public List<Integer> page(Filter filter, @Nullable Integer after, int limit) {
        int from = after == null ? 0 : after;
        beforePageAfter.accept(from);
        return IntStream.rangeClosed(from + 1, Math.min(filter.lines(), from + limit))
                .boxed()
                .toList();
    }
}
