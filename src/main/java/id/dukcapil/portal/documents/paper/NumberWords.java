package id.dukcapil.portal.documents.paper;

import id.dukcapil.portal.common.ui.Formats;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;

/** Numbers and dates in Indonesian words (terbilang), as a berita acara spells them beside the digits. */
public final class NumberWords {

    private static final List<String> TO_ELEVEN = List.of(
            "", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas");
    private static final long END = 1_000_000_000_000_000L;

    private NumberWords() {}

    /**
     * {@code seribu dua ratus tiga puluh empat}
     *
     * @throws IllegalArgumentException below zero, or from a thousand trillion on
     */
    public static String of(long number) {
        if (number < 0 || number >= END) {
            throw new IllegalArgumentException("Numbers from 0 to a thousand trillion are spelled, not " + number);
        }
        return number == 0 ? "nol" : words(number);
    }

    /** {@code Selasa, tanggal dua puluh empat bulan November tahun dua ribu dua puluh enam} */
    public static String day(LocalDate day) {
        return "%s, tanggal %s bulan %s tahun %s"
                .formatted(
                        Formats.weekday(day.getDayOfWeek()),
                        of(day.getDayOfMonth()),
                        day.getMonth().getDisplayName(TextStyle.FULL, Formats.INDONESIAN),
                        of(day.getYear()));
    }

    private static String words(long number) {
        if (number < 12) {
            return TO_ELEVEN.get((int) number);
        }
        if (number < 20) {
            return words(number - 10) + " belas";
        }
        if (number < 100) {
            return split(number, 10, "puluh");
        }
        if (number < 1_000) {
            return number < 200 ? "seratus" + rest(number - 100) : split(number, 100, "ratus");
        }
        if (number < 1_000_000) {
            return number < 2_000 ? "seribu" + rest(number - 1_000) : split(number, 1_000, "ribu");
        }
        if (number < 1_000_000_000) {
            return split(number, 1_000_000, "juta");
        }
        return number < 1_000_000_000_000L
                ? split(number, 1_000_000_000, "miliar")
                : split(number, 1_000_000_000_000L, "triliun");
    }

    private static String split(long number, long unit, String name) {
        return words(number / unit) + " " + name + rest(number % unit);
    }

    private static String rest(long number) {
        return number == 0 ? "" : " " + words(number);
    }
}
