package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Organisation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what the berita acara of a batch says. */
@Component
class BatchRecordWording {

    private static final String NOT_SAID = "–";

    private final Organisation organisation;

    BatchRecordWording(Organisation organisation) {
        this.organisation = organisation;
    }

    /** @param certificate a signature of the batch; empty when nothing was signed or can be read */
    Map<String, Object> parameters(String number, BatchLine line, Optional<Verification.Signature> certificate) {
        BatchRow batch = line.batch();
        SignatoryLines signer = batch.signer();
        var values = new HashMap<String, Object>();
        values.put("NUMBER", number);
        values.put("OPENING", opening(line));
        values.put("SIGNER_NAME", signer.fullName());
        values.put("SIGNER_NIP", text(signer.nip()));
        values.put("SIGNER_TITLE", signer.title());
        values.put("MANDATE", batch.mandate() == null ? "Menandatangani sendiri" : "Surat " + batch.mandate());
        values.put("PROVIDER", batch.provider());
        values.put(
                "CERTIFICATE", certificate.map(BatchRecordWording::certificate).orElse(NOT_SAID));
        values.put("STARTED", time(batch.startedAt()));
        values.put("ENDED", time(batch.endedAt()));
        values.put("ENDING", ending(batch));
        values.put("RESULT", result(line.counts()));
        values.put("PLACE_AND_DATE", "%s, %s".formatted(organisation.place(), day(batch.endedAt())));
        return values;
    }

    private String opening(BatchLine line) {
        BatchRow batch = line.batch();
        return ("Pada hari %s, %s melaksanakan penandatanganan elektronik atas %s dokumen dalam satu sesi, dengan keterangan dan"
                        + " hasil sebagai berikut.")
                .formatted(
                        Formats.longDate(LocalDate.ofInstant(batch.startedAt(), zone())),
                        batch.signer().title(),
                        Formats.number(line.counts().total()));
    }

    private static String certificate(Verification.Signature signature) {
        String issuer = signature.issuer();
        String format = signature.format();
        return signature.signer()
                + (issuer == null ? "" : ", diterbitkan oleh " + issuer)
                + (format == null ? "" : " (%s)".formatted(format));
    }

    private static String ending(BatchRow batch) {
        BatchEnding ending = batch.ending();
        String label = ending == null ? NOT_SAID : ending.label();
        return batch.explanation() == null ? label : "%s. %s".formatted(label, batch.explanation());
    }

    private static String result(BatchCounts counts) {
        return "%s ditandatangani, %s gagal, %s belum pasti, %s tidak dikerjakan"
                .formatted(
                        Formats.number(counts.of(ItemState.SIGNED)),
                        Formats.number(counts.of(ItemState.FAILED)),
                        Formats.number(counts.of(ItemState.UNKNOWN)),
                        Formats.number(counts.of(ItemState.NOT_DONE)));
    }

    List<Map<String, @Nullable Object>> rows(List<BatchEntry> entries) {
        return entries.stream().map(this::row).toList();
    }

    private Map<String, @Nullable Object> row(BatchEntry entry) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("number", entry.position() + ".");
        row.put("reference", entry.reference());
        row.put("title", entry.title());
        row.put("concerns", entry.concerns());
        row.put(
                "result",
                entry.explanation() == null
                        ? entry.state().label()
                        : "%s: %s".formatted(entry.state().label(), entry.explanation()));
        row.put("at", entry.settledAt() == null ? NOT_SAID : seconds(entry.settledAt()));
        row.put(
                "digests",
                "SHA-256 sebelum %s%s"
                        .formatted(
                                entry.unsigned(),
                                entry.signed() == null ? "" : "\nSHA-256 sesudah %s".formatted(entry.signed())));
        return row;
    }

    private String seconds(Instant moment) {
        var local = moment.atZone(zone());
        return "%s.%02d".formatted(Formats.shortDateTime(moment, zone()), local.getSecond());
    }

    private String time(@Nullable Instant moment) {
        return moment == null ? NOT_SAID : Formats.dateTime(moment, zone());
    }

    private String day(@Nullable Instant moment) {
        return moment == null ? NOT_SAID : Formats.date(LocalDate.ofInstant(moment, zone()));
    }

    private ZoneId zone() {
        return organisation.timeZone();
    }

    private static String text(@Nullable String value) {
        return value == null ? NOT_SAID : value;
    }
}
