package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.population.CodeList;
import id.dukcapil.portal.population.CodeLists;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the code for what a cell says: the number of the list, its wording, or another usual wording. */
final class CodeWords {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Other usual wordings, by list. Those that say less than the list does are given as warnings. */
    private static final Map<CodeList, Map<String, Integer>> OTHER_WORDS = Map.of(
            CodeList.JENIS_KELAMIN, Map.of("L", 1, "LK", 1, "PRIA", 1, "LAKILAKI", 1, "P", 2, "PR", 2, "WANITA", 2),
            CodeList.AGAMA,
                    Map.of(
                            "KATOLIK", 3,
                            "KRISTENPROTESTAN", 2,
                            "PROTESTAN", 2,
                            "BUDDHA", 5,
                            "KONGHUCU", 6,
                            "KHONGHUCHU", 6,
                            "KEPERCAYAAN", 7,
                            "KEPERCAYAANTERHADAPTUHANYANGMAHAESA", 7),
            CodeList.STATUS_PERKAWINAN, Map.of("BELUMMENIKAH", 1, "TIDAKKAWIN", 1, "CERAIMATITERCATAT", 6),
            CodeList.SHDK, Map.of("ISTERI", 3, "KEPALA", 1, "KK", 1, "ORANGTUA", 7, "LAINLAIN", 11),
            CodeList.GOLONGAN_DARAH, Map.of("-", 13, "TIDAKTAU", 13, "TDKTH", 13),
            CodeList.KEWARGANEGARAAN, Map.of("INDONESIA", 1, "ASING", 2));

    private static final Map<CodeList, Map<String, Integer>> LESS_THAN_THE_LIST =
            Map.of(CodeList.STATUS_PERKAWINAN, Map.of("KAWIN", 2, "MENIKAH", 2, "CERAIHIDUP", 4, "CERAI", 4));

    /**
     * @param reading what it was taken for, when the cell says less than the list
     */
    record Found(int code, @Nullable String reading) {}

    private final Map<String, Found> words = new HashMap<>();

    CodeWords(CodeLists codes, CodeList list) {
        OTHER_WORDS.getOrDefault(list, Map.of()).forEach((word, code) -> words.put(word, new Found(code, null)));
        LESS_THAN_THE_LIST
                .getOrDefault(list, Map.of())
                .forEach((word, code) -> words.put(word, new Found(code, codes.label(list, code))));
        for (CodeList.Entry entry : codes.entries(list)) {
            var found = new Found(Integer.parseInt(entry.code()), null);
            words.put(plain(entry.label()), found);
            words.put(entry.code(), found);
        }
    }

    @Nullable
    Found find(String text) {
        Found found = words.get(text);
        return found != null ? found : words.get(plain(text));
    }

    /** Signs stay, because A+ is another blood type than A-. */
    private static String plain(String text) {
        String letters = SPACES.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        int zeros = 0;
        while (zeros < letters.length() - 1 && letters.charAt(zeros) == '0') {
            zeros++;
        }
        return letters.substring(zeros);
    }
}
