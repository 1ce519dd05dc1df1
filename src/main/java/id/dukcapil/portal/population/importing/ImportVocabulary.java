package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.population.CodeList;
import id.dukcapil.portal.population.CodeLists;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.population.Regions;
import id.dukcapil.portal.population.Standing;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What words and codes in a file mean. Looked up once and kept, because a list asks the same a million times. */
final class ImportVocabulary {

    /** More than a province has: a file with more of them is made of nonsense and shall not fill the memory. */
    private static final int MOST_VILLAGES = 20_000;

    private final Regions regions;
    private final Map<CodeList, CodeWords> codes = new EnumMap<>(CodeList.class);
    private final Map<String, RecordingStatus> statuses = new HashMap<>();
    private final Map<String, Boolean> villages = new HashMap<>();

    private ImportVocabulary(CodeLists lists, Regions regions) {
        this.regions = regions;
        for (CodeList list : new CodeList[] {
            CodeList.JENIS_KELAMIN,
            CodeList.KEWARGANEGARAAN,
            CodeList.AGAMA,
            CodeList.GOLONGAN_DARAH,
            CodeList.STATUS_PERKAWINAN,
            CodeList.SHDK,
            CodeList.PENDIDIKAN,
            CodeList.PEKERJAAN
        }) {
            codes.put(list, new CodeWords(lists, list));
        }
        for (RecordingStatus status : RecordingStatus.values()) {
            statuses.put(Words.plain(status.name()), status);
            statuses.put(Words.plain(status.label()), status);
            lists.label(CodeList.STATUS_KTPEL, status.name())
                    .ifPresent(label -> statuses.put(Words.plain(label), status));
        }
        statuses.put("PRR", RecordingStatus.PRINT_READY_RECORD);
        statuses.put("SFE", RecordingStatus.SENT_FOR_ENROLLMENT);
    }

    CodeWords.@Nullable Found find(CodeList list, String text) {
        CodeWords words = codes.get(list);
        return words == null ? null : words.find(text);
    }

    @Nullable
    RecordingStatus recordingStatus(String text) {
        return statuses.get(Words.plain(text));
    }

    @Nullable
    Standing standing(String text) {
        return switch (Words.plain(text)) {
            case "RESIDENT", "PENDUDUK", "AKTIF", "HIDUP" -> Standing.RESIDENT;
            case "MOVEDAWAY", "PINDAH", "PINDAHKELUAR" -> Standing.MOVED_AWAY;
            case "DECEASED", "MENINGGAL", "MENINGGALDUNIA", "MATI", "WAFAT" -> Standing.DECEASED;
            default -> null;
        };
    }

    boolean knownDistrict(String sixDigits) {
        return regions.knownDistrict(sixDigits);
    }

    boolean knownVillage(String code) {
        if (villages.size() > MOST_VILLAGES) {
            villages.clear();
        }
        return villages.computeIfAbsent(code, unseen -> regions.find(unseen).isPresent());
    }

    /** Makes one for a file. */
    @Component("importVocabulary")
    static class Source {

        private final CodeLists lists;
        private final Regions regions;

        Source(CodeLists lists, Regions regions) {
            this.lists = lists;
            this.regions = regions;
        }

        ImportVocabulary forOneFile() {
            return new ImportVocabulary(lists, regions);
        }
    }
}
