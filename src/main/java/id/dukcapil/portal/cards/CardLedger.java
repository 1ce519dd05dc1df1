package id.dukcapil.portal.cards;

import id.dukcapil.portal.cards.LedgerRows.NewLine;
import id.dukcapil.portal.cards.LedgerRows.Stock;
import id.dukcapil.portal.cards.destruction.SpoiltBox.Spoilt;
import id.dukcapil.portal.cards.destruction.SpoiltCard;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Keeps the ledger of blank cards. Lines are only added: what was wrong is put right by a further line. The stock never
 * falls below zero, however many people enter at once.
 */
@Service
@PreAuthorize("hasAuthority('CARDS_ENTER')")
public class CardLedger {

    static final String RECORD = "Buku blangko";

    private final LedgerRows rows;
    private final CurrentStaff staff;
    private final Offices offices;
    private final Retry retry;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CardLedger(
            LedgerRows rows,
            CurrentStaff staff,
            Offices offices,
            Retry retry,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.staff = staff;
        this.offices = offices;
        this.retry = retry;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a line; entered again with the same token it only gives the line back.
     *
     * @throws InvalidInput when a field cannot be used, or more cards would go than there are
     */
    public CardEntry enter(NewCardEntry entry) {
        if (entry.kind().isTransfer()) {
            throw new InvalidInput("kind", "Transfer dicatat oleh kantor yang mengirim dan yang menerima.");
        }
        return post(entry, null);
    }

    /**
     * The same for the acts of this module that have asked for their own permission: transfers, receipts that a second
     * person counts, prints.
     *
     * @param spoilt what a misprinted or damaged card waits as; null where only the kind of the line is known
     */
    @PreAuthorize("hasAnyAuthority('CARDS_ENTER', 'CARDS_WITNESS')")
    public CardEntry post(NewCardEntry entry, @Nullable SpoiltCard spoilt) {
        staff.requireScope(entry.office());
        LocalDate today = today(entry.office());
        entry.check(today);
        requireOpen(entry, today);
        return once(
                entry.office(),
                entry.token(),
                stock -> new NewLine(
                        entry.kind(),
                        entry.quantity(),
                        Optional.ofNullable(entry.happenedOn()).orElse(today),
                        emptyToNull(entry.reference()),
                        emptyToNull(entry.reason()),
                        null,
                        entry.token(),
                        spoilt));
    }

    /** What is found later about a closed day is a line of today. */
    private void requireOpen(NewCardEntry entry, LocalDate today) {
        LocalDate day = entry.happenedOn();
        if (day != null
                && day.isBefore(today)
                && rows.lastClosed(entry.office())
                        .filter(closed -> !day.isAfter(closed))
                        .isPresent()) {
            throw new InvalidInput(
                    "happenedOn", "Hari itu sudah ditutup. Catat pada hari ini dan sebut tanggalnya di alasan.");
        }
    }

    /**
     * Puts a card that somebody gave back into the box of those that wait to be destroyed; the stock of blanks stays. Told
     * again with the same token it changes nothing.
     *
     * @param reference the order or case in which it was taken
     */
    @PreAuthorize("hasAnyAuthority('CARDS_ENTER', 'CARDS_HAND_OVER')")
    public void takeBack(OfficeCode office, SpoiltCard card, String reference, UUID token) {
        staff.requireScope(office);
        retry.inTransaction(() -> {
            rows.lock(office);
            if (!rows.isInBox(token)) {
                rows.toBox(new Spoilt(office, card, 1, null, reference, today(office), token), entering());
                events.publishEvent(AuditEvent.of(RECORD, reference, "KTP-el lama masuk kotak musnah")
                        .at(office)
                        .changing("Sebab", null, card.cause().label()));
            }
        });
    }

    /**
     * Puts a line right by a further one. The earlier line stays as it was entered.
     *
     * @param seen the line as the person saw it
     * @param cards how many it should have been, 0 when it should not be there at all
     * @throws InvalidInput when nothing would change, or cards are counted that have been used since
     * @throws ChangedMeanwhile when somebody else has corrected it since it was shown
     */
    public CardEntry correct(CardEntry seen, @Nullable Integer cards, String reason, UUID token) {
        staff.requireScope(seen.office());
        String why = NewCardEntry.requireReason(reason);
        if (cards == null || cards < 0 || cards > NewCardEntry.LARGEST) {
            throw new InvalidInput("cards", "Isi jumlah yang benar antara 0 dan 100.000.");
        }
        return once(seen.office(), token, stock -> correction(seen, cards, why, token));
    }

    private NewLine correction(CardEntry seen, int cards, String why, UUID token) {
        CardEntry line = rows.entry(seen.office(), seen.number())
                .filter(CardEntry::canBeCorrected)
                .orElseThrow(() -> new InvalidInput("cards", "Baris ini tidak dapat dikoreksi."));
        if (line.correctedBy() != seen.correctedBy()) {
            throw new ChangedMeanwhile(
                    "Baris %d baru saja dikoreksi petugas lain. Periksa lagi.".formatted(line.number()));
        }
        int difference = line.kind().signed(cards) - (line.quantity() + line.correctedBy());
        if (difference == 0) {
            throw new InvalidInput("cards", "Jumlahnya sama dengan yang tercatat.");
        }
        // A line of a closed day stays as it was closed; the correction names the closing
        String named = rows.closingOf(line.office(), line.number()).orElse(line.reference());
        return new NewLine(CardEntryKind.CORRECTION, difference, today(line.office()), named, why, line.id(), token);
    }

    /**
     * Sets the stock to what was counted by hand.
     *
     * @param expected the stock that the person compared with
     * @throws InvalidInput when the count agrees with the ledger, so that nothing is to be entered
     * @throws ChangedMeanwhile when the stock is no longer the one the count was compared with
     */
    public CardEntry count(OfficeCode office, int expected, @Nullable Integer counted, String reason, UUID token) {
        staff.requireScope(office);
        String why = NewCardEntry.requireReason(reason);
        if (counted == null || counted < 0 || counted > NewCardEntry.LARGEST) {
            throw new InvalidInput("counted", "Isi jumlah yang dihitung antara 0 dan 100.000.");
        }
        return once(office, token, stock -> {
            if (stock.cards() != expected) {
                throw new ChangedMeanwhile("Stok berubah menjadi %s selama penghitungan. Bandingkan lagi."
                        .formatted(Formats.number(stock.cards())));
            }
            if (counted == expected) {
                throw new InvalidInput("counted", "Hasil hitung sama dengan stok; tidak ada yang perlu dicatat.");
            }
            return new NewLine(CardEntryKind.CORRECTION, counted - expected, today(office), null, why, null, token);
        });
    }

    /**
     * The first line of an office that kept its ledger on paper until now.
     *
     * @throws InvalidInput when the ledger has lines already
     */
    public CardEntry open(OfficeCode office, @Nullable Integer cards, String reason, UUID token) {
        staff.requireScope(office);
        String why = NewCardEntry.requireReason(reason);
        if (cards == null || cards < 1 || cards > NewCardEntry.LARGEST) {
            throw new InvalidInput("cards", "Isi jumlah blangko antara 1 dan 100.000.");
        }
        return once(office, token, stock -> {
            if (stock.lastNumber() > 0) {
                throw new InvalidInput("cards", "Buku kantor ini sudah dimulai; catat penerimaan atau hitung fisik.");
            }
            return new NewLine(CardEntryKind.RECEIPT, cards, today(office), "Stok awal", why, null, token);
        });
    }

    /**
     * Writes what a closing could not find, or found too much.
     *
     * @param closing number of the closing, which the line names
     */
    public CardEntry settle(OfficeCode office, int difference, String closing, String reason, UUID token) {
        staff.requireScope(office);
        return once(
                office,
                token,
                stock ->
                        new NewLine(CardEntryKind.CORRECTION, difference, today(office), closing, reason, null, token));
    }

    /** Under the lock of the office's stock: the first click writes, and every further one finds what it wrote. */
    private CardEntry once(OfficeCode office, UUID token, Function<Stock, NewLine> line) {
        return retry.inTransaction(() -> {
            Stock stock = rows.lock(office);
            return rows.entryOf(token).orElseGet(() -> add(stock, line.apply(stock)));
        });
    }

    private CardEntry add(Stock stock, NewLine line) {
        int after = stock.cards() + line.quantity();
        if (after < 0) {
            throw new InvalidInput(
                    "cards",
                    "Stok hanya %s blangko; catat dahulu penerimaan yang belum masuk, atau periksa jumlahnya."
                            .formatted(Formats.number(stock.cards())));
        }
        Entering by = entering();
        rows.add(stock, line, TimeOrderedId.at(by.at()), by);
        CardEntry written = rows.entryOf(line.token()).orElseThrow();
        events.publishEvent(told(stock, written));
        return written;
    }

    private Entering entering() {
        StaffMember member = staff.require();
        return new Entering(member.id().value(), member.fullName(), clock.instant());
    }

    private static AuditEvent told(Stock before, CardEntry entry) {
        Integer corrected = entry.correctsNumber();
        return AuditEvent.of(
                        RECORD,
                        "%s nomor %d".formatted(entry.office(), entry.number()),
                        entry.kind().label() + " dicatat")
                .at(entry.office())
                .changing("Stok", before.cards(), entry.stockAfter())
                .changing("Tanggal kejadian", null, entry.happenedOn())
                .changing("Nomor surat", null, entry.reference())
                .changing("Baris yang dikoreksi", null, corrected)
                .because(entry.reason());
    }

    private LocalDate today(OfficeCode office) {
        return LocalDate.ofInstant(
                clock.instant(), offices.find(office).orElseThrow().timeZone());
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
