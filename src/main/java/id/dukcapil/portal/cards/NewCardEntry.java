package id.dukcapil.portal.cards;

import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line for the ledger as somebody filled it in.
 *
 * @param cards how many, without a sign
 * @param happenedOn the day in the office's zone, today or up to {@value #FURTHEST_BACK_DAYS} days before
 * @param reference number of the delivery note or letter; empty where there is none
 * @param reason empty where none is needed
 * @param token the same for every attempt to enter this one line, so that a second click enters nothing
 */
public record NewCardEntry(
        OfficeCode office,
        CardEntryKind kind,
        @Nullable Integer cards,
        @Nullable LocalDate happenedOn,
        String reference,
        String reason,
        UUID token) {

    /** Far above what an office holds; a slip of the finger should not become a stock. */
    public static final int LARGEST = 100_000;

    public static final int FURTHEST_BACK_DAYS = 31;
    public static final int LONGEST_REFERENCE = 60;
    public static final int LONGEST_REASON = 300;

    public NewCardEntry {
        reference = reference.strip();
        reason = reason.strip();
    }

    /** @throws InvalidInput naming every field that cannot be used */
    void check(LocalDate today) {
        var findings = new ArrayList<Finding>();
        if (kind == CardEntryKind.CORRECTION) {
            findings.add(Finding.error("kind", "Koreksi dibuat dari barisnya atau dari hitung fisik."));
        }
        if (cards == null || cards < 1 || cards > LARGEST) {
            findings.add(Finding.error("cards", "Isi jumlah blangko antara 1 dan 100.000."));
        }
        checkDay(findings, today);
        if (reference.length() > LONGEST_REFERENCE || kind.needsReference() && reference.isEmpty()) {
            findings.add(Finding.error("reference", "Isi nomor surat atau berita acaranya, paling banyak 60 huruf."));
        }
        if (reason.length() > LONGEST_REASON || kind.needsReason() && reason.isEmpty()) {
            findings.add(needed());
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput(findings);
        }
    }

    private void checkDay(List<Finding> findings, LocalDate today) {
        if (happenedOn == null) {
            findings.add(Finding.error("happenedOn", "Isi tanggalnya."));
        } else if (happenedOn.isAfter(today)) {
            findings.add(Finding.error("happenedOn", "Tanggal tidak boleh sesudah hari ini."));
        } else if (happenedOn.isBefore(today.minusDays(FURTHEST_BACK_DAYS))) {
            findings.add(Finding.error("happenedOn", "Paling jauh 31 hari ke belakang."));
        }
    }

    private static Finding needed() {
        return Finding.error("reason", "Alasan harus diisi, paling banyak 300 huruf.");
    }

    /** @throws InvalidInput without a reason, or with one that is too long */
    static String requireReason(String reason) {
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new InvalidInput(List.of(needed()));
        }
        return reason.strip();
    }

    int quantity() {
        return kind.signed(cards == null ? 0 : cards);
    }
}
