package id.dukcapil.portal.signing.ui;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.DeskCard;
import id.dukcapil.portal.common.ui.DeskContribution;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.signing.BatchFollowing;
import id.dukcapil.portal.signing.WaitingDocuments;
import id.dukcapil.portal.signing.WaitingFilter;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the signing room puts on the desk of whoever signs: what waits, and what nobody is sure of. */
@Component
class SigningDeskCards implements DeskContribution {

    private static final int MOST_UNKNOWN = 50;

    private final WaitingDocuments documents;
    private final BatchFollowing batches;
    private final CurrentStaff staff;
    private final Clock clock;

    SigningDeskCards(WaitingDocuments documents, BatchFollowing batches, CurrentStaff staff, Clock clock) {
        this.documents = documents;
        this.batches = batches;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public List<DeskCard> cards() {
        if (!staff.may(Permission.DOCUMENT_SIGN)) {
            return List.of();
        }
        var cards = new ArrayList<DeskCard>();
        cards.add(new DeskCard(
                "Menunggu tanda tangan",
                RoomTabs.text(documents.count(WaitingFilter.ALL)),
                oldest(),
                Tone.NEUTRAL,
                SigningRoomView.ROUTE,
                1));
        int unknown = batches.unknown(MOST_UNKNOWN).size();
        if (unknown > 0) {
            cards.add(new DeskCard(
                    "Belum pasti ditandatangani",
                    Formats.number(unknown),
                    "periksa, lalu bereskan",
                    Tone.WARN,
                    SigningRoomView.ROUTE,
                    2));
        }
        return cards;
    }

    private String oldest() {
        return documents.page(WaitingFilter.ALL, null, 0, 1).stream()
                .findFirst()
                .map(row -> "tertua " + Formats.duration(Duration.between(row.verifiedAt(), clock.instant())))
                .orElse("semua sudah ditandatangani");
    }
}
