package id.dukcapil.portal.counter.board;

import java.util.ArrayList;
import java.util.List;

/**
 * A call as it is spoken: as a sentence for the voice of a browser, and as the fragments of {@code frontend/sounds}. Numbers
 * of tickets are spelled digit by digit, numbers of counters are words. Never a name.
 *
 * @param sentence "Nomor antrean R, nol satu empat, silakan ke loket dua."
 * @param fragments in their order, the chime first
 */
record Announcement(String sentence, List<String> fragments) {

    private static final List<String> WORDS =
            List.of("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan");
    private static final int TEN = 10;
    private static final int HUNDRED = 100;

    /** @param repeated whether the number was called before; @param desk 1 to 999 */
    static Announcement of(String letter, int number, int desk, boolean repeated) {
        var words = new ArrayList<String>();
        var sounds = new ArrayList<>(List.of("chime"));
        if (repeated) {
            sounds.add("kembali");
        }
        sounds.add("nomor_antrean");
        sounds.add("huruf_" + letter);
        for (char digit : "%03d".formatted(number).toCharArray()) {
            words.add(WORDS.get(digit - '0'));
            sounds.add("tetap_" + digit);
        }
        sounds.add("silakan_ke");
        sounds.add("loket");
        List<String> counter = counting(desk);
        counter.forEach(word -> sounds.add(sound(word)));
        int last = sounds.size() - 1;
        sounds.set(last, sounds.get(last).replace("tetap_", "akhir_"));
        return new Announcement(
                "%sNomor antrean %s, %s, silakan ke loket %s."
                        .formatted(
                                repeated ? "Dipanggil kembali. " : "",
                                letter,
                                String.join(" ", words),
                                String.join(" ", counter)),
                List.copyOf(sounds));
    }

    private static String sound(String word) {
        int digit = WORDS.indexOf(word);
        return digit < 0 ? word : "tetap_" + digit;
    }

    /** A number from 0 to 999 in words: 12 is "dua belas", 121 "seratus dua puluh satu". */
    static List<String> counting(int number) {
        if (number < TEN) {
            return List.of(WORDS.get(number));
        }
        var words = new ArrayList<String>();
        if (number >= HUNDRED) {
            words.addAll(number < 2 * HUNDRED ? List.of("seratus") : List.of(WORDS.get(number / HUNDRED), "ratus"));
            if (number % HUNDRED > 0) {
                words.addAll(counting(number % HUNDRED));
            }
        } else if (number < 2 * TEN) {
            words.addAll(
                    switch (number) {
                        case TEN -> List.of("sepuluh");
                        case TEN + 1 -> List.of("sebelas");
                        default -> List.of(WORDS.get(number % TEN), "belas");
                    });
        } else {
            words.addAll(List.of(WORDS.get(number / TEN), "puluh"));
            if (number % TEN > 0) {
                words.add(WORDS.get(number % TEN));
            }
        }
        return List.copyOf(words);
    }
}
