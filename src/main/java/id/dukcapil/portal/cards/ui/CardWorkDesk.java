package id.dukcapil.portal.cards.ui;

import id.dukcapil.portal.cards.closing.CardClosings;
import id.dukcapil.portal.cards.closing.Closing;
import id.dukcapil.portal.cards.shipment.CardReceipts;
import id.dukcapil.portal.cards.shipment.CardTransfers;
import id.dukcapil.portal.cards.shipment.Receipt;
import id.dukcapil.portal.cards.shipment.Transfer;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Desk;
import id.dukcapil.portal.common.ui.parts.DeskContribution;
import id.dukcapil.portal.common.ui.parts.UrgentWork;
import id.dukcapil.portal.common.ui.parts.UrgentWork.Urgency;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What waits about blank cards: days to close, cards to count, differences to explain. Everybody who sees cards sees open days. */
@Component
@Order(41)
class CardWorkDesk implements DeskContribution {

    private final CardClosings closings;
    private final CardReceipts receipts;
    private final CardTransfers transfers;
    private final CurrentStaff staff;

    CardWorkDesk(CardClosings closings, CardReceipts receipts, CardTransfers transfers, CurrentStaff staff) {
        this.closings = closings;
        this.receipts = receipts;
        this.transfers = transfers;
        this.staff = staff;
    }

    @Override
    public void fill(Desk desk) {
        if (!staff.may(Permission.CARDS_READ)) {
            return;
        }
        OfficeCode office = staff.require().office();
        openDays(desk, office);
        closings.pending(office).ifPresent(counted -> counted(desk, counted));
        receipts.of(office).forEach(receipt -> receipt(desk, receipt));
        transfers.of(office).forEach(transfer -> transfer(desk, transfer, office));
    }

    private void openDays(Desk desk, OfficeCode office) {
        List<LocalDate> open = closings.openDays(office);
        if (!open.isEmpty()) {
            boolean enters = staff.may(Permission.CARDS_ENTER);
            desk.urgent(new UrgentWork(
                    enters ? Urgency.LATE : Urgency.LATER,
                    null,
                    "Blangko %d hari belum ditutup".formatted(open.size()),
                    "sejak " + Formats.longDate(open.getLast()),
                    "",
                    Tone.WARN,
                    enters ? "Tutup hari" : "Lihat penutupan",
                    CardsNavigation.closingOf(office)));
        }
    }

    /** Who counts second must not know what the first count lacks. */
    private void counted(Desk desk, Closing closing) {
        String day = Formats.shortDate(closing.day());
        String link = CardsNavigation.closingOf(closing.office());
        if (!closing.needsSecondPerson()) {
            if (staff.may(Permission.CARDS_ENTER)) {
                add(
                        desk,
                        closing.countedAt(),
                        "Penutupan blangko " + day,
                        "sudah dihitung, belum dikunci",
                        "Tutup",
                        link);
            }
        } else if (isAnother(closing.countedBy()) && staff.may(Permission.CARDS_WITNESS)) {
            add(desk, closing.countedAt(), "Hitungan kedua blangko " + day, "ada selisih", "Hitung", link);
        } else if (staff.may(Permission.CARDS_ENTER)) {
            add(desk, closing.countedAt(), "Selisih blangko " + day, "menunggu orang kedua", "Lihat", link);
        }
    }

    private void receipt(Desk desk, Receipt receipt) {
        String link = CardsNavigation.shipmentsOf(receipt.office());
        String title = "Kiriman " + receipt.reference();
        if (!receipt.isConfirmed() && isAnother(receipt.countedBy()) && staff.may(Permission.CARDS_WITNESS)) {
            add(desk, receipt.countedAt(), title, "menunggu hitungan kedua", "Hitung", link);
        } else if (receipt.needsExplanation() && staff.may(Permission.CARDS_ENTER)) {
            add(desk, receipt.countedAt(), title, "selisih belum diterangkan", "Terangkan", link);
        }
    }

    private void transfer(Desk desk, Transfer transfer, OfficeCode office) {
        if (!staff.may(Permission.CARDS_ENTER)) {
            return;
        }
        String link = CardsNavigation.shipmentsOf(office);
        String title = "Transfer " + transfer.number();
        if (transfer.isOnTheWay() && transfer.toOffice().equals(office)) {
            add(desk, transfer.sentAt(), title, "hitung saat tiba", "Terima", link);
        } else if (transfer.needsExplanation() && isAnother(transfer.receivedBy())) {
            add(desk, transfer.sentAt(), title, "selisih belum diterangkan", "Terangkan", link);
        }
    }

    private boolean isAnother(@Nullable UUID person) {
        return !staff.require().id().value().equals(person);
    }

    private static void add(Desk desk, Instant since, String title, String reason, String action, String link) {
        desk.urgent(new UrgentWork(Urgency.NOW, since, title, reason, "", Tone.WARN, action, link));
    }
}
