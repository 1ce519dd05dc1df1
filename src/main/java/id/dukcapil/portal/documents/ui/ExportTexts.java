package id.dukcapil.portal.documents.ui;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.documents.export.ExportEntry;
import id.dukcapil.portal.documents.export.ExportStatus;
import java.time.ZoneId;
import java.util.Objects;

/** How an export is spoken of. */
final class ExportTexts {

    private ExportTexts() {}

    static String label(ExportEntry entry) {
        return entry.cancelling() ? "Sedang dibatalkan" : entry.status().label();
    }

    static Tone tone(ExportEntry entry) {
        return switch (entry.status()) {
            case QUEUED -> Tone.NEUTRAL;
            case RUNNING -> Tone.INFO;
            case READY -> Tone.OK;
            case FAILED -> Tone.LATE;
            case CANCELLED, EXPIRED -> Tone.NEUTRAL;
        };
    }

    /** How it stands, in one sentence. */
    static String sentence(ExportEntry entry, ZoneId zone) {
        if (entry.cancelling()) {
            return "Sedang dibatalkan …";
        }
        return switch (entry.status()) {
            case QUEUED -> "Menunggu giliran …";
            case RUNNING -> running(entry);
            case READY ->
                "Berkas siap: %s baris, %s. Dapat diunduh sampai %s."
                        .formatted(
                                Formats.number(entry.rows()),
                                size(entry),
                                Formats.dateTime(Objects.requireNonNull(entry.expiresAt()), zone));
            case FAILED -> Objects.requireNonNullElse(entry.trouble(), "Berkas tidak dapat dibuat.");
            case CANCELLED -> "Ekspor dibatalkan; tidak ada berkas yang dibuat.";
            case EXPIRED -> "Masa simpan berkas sudah habis dan berkasnya dihapus. Buat yang baru dari daftarnya.";
        };
    }

    private static String running(ExportEntry entry) {
        String trouble = entry.trouble();
        if (trouble != null) {
            return trouble;
        }
        Integer total = entry.total();
        if (total != null && total > 0 && entry.rows() >= total) {
            return "%s baris dibaca; berkas sedang disusun …".formatted(Formats.number(entry.rows()));
        }
        return total == null
                ? "%s baris …".formatted(Formats.number(entry.rows()))
                : "%s dari %s baris …".formatted(Formats.number(entry.rows()), Formats.number(total));
    }

    static String rows(ExportEntry entry) {
        return entry.status() == ExportStatus.READY || entry.status() == ExportStatus.EXPIRED || entry.rows() > 0
                ? Formats.number(entry.rows())
                : "–";
    }

    static String size(ExportEntry entry) {
        Long bytes = entry.size();
        if (bytes == null) {
            return "–";
        }
        return bytes < 1 << 20
                ? Formats.decimal(bytes / 1024.0) + " kB"
                : Formats.decimal(bytes / (double) (1 << 20)) + " MB";
    }

    static String address(ExportEntry entry) {
        return "unduhan/" + entry.id() + "/berkas";
    }
}
