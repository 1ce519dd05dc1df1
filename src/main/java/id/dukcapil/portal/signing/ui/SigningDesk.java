package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Desk;
import id.dukcapil.portal.common.ui.parts.DeskContribution;
import id.dukcapil.portal.common.ui.parts.FigureLink;
import id.dukcapil.portal.common.ui.parts.StackedBar;
import id.dukcapil.portal.common.ui.parts.StackedBar.Shade;
import id.dukcapil.portal.common.ui.parts.UrgentWork;
import id.dukcapil.portal.common.ui.parts.UrgentWork.Urgency;
import id.dukcapil.portal.signing.BatchFollowing;
import id.dukcapil.portal.signing.WaitingAge;
import id.dukcapil.portal.signing.WaitingDocuments;
import id.dukcapil.portal.signing.WaitingFilter;
import id.dukcapil.portal.staff.CurrentStaff;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Documents that wait for the signature of the person, by age, and signatures that are not certain. */
@Component
@Order(10)
class SigningDesk implements DeskContribution {

    private static final int MOST_UNKNOWN = 50;

    private final WaitingDocuments documents;
    private final BatchFollowing batches;
    private final CurrentStaff staff;

    SigningDesk(WaitingDocuments documents, BatchFollowing batches, CurrentStaff staff) {
        this.documents = documents;
        this.batches = batches;
        this.staff = staff;
    }

    @Override
    public void fill(Desk desk) {
        if (!staff.may(Permission.DOCUMENT_SIGN)) {
            return;
        }
        Map<WaitingAge, Integer> ages = documents.ages(WaitingFilter.ALL);
        int waiting = ages.getOrDefault(WaitingAge.ANY, 0);
        if (waiting > 0) {
            var heading = new H2("dokumen menunggu tanda tangan");
            desk.lead(
                    "Menunggu tanda tangan",
                    new FigureLink(RoomTabs.text(waiting), SigningRoomView.ROUTE),
                    new Div(heading, byAge(ages)),
                    "Periksa, tanda tangani",
                    SigningRoomView.ROUTE);
        }
        int unknown = batches.unknown(MOST_UNKNOWN).size();
        if (unknown > 0) {
            desk.urgent(new UrgentWork(
                    Urgency.NOW,
                    null,
                    Formats.number(unknown) + " tanda tangan belum pasti",
                    "Penyedia TTE belum memastikan hasilnya; dokumennya terkunci sampai diselesaikan.",
                    "",
                    Tone.WARN,
                    "Periksa",
                    SigningRoomView.ROUTE));
        }
    }

    private static StackedBar byAge(Map<WaitingAge, Integer> ages) {
        return new StackedBar(List.of(
                part(ages, WaitingAge.EARLIER, Shade.WARN),
                part(ages, WaitingAge.YESTERDAY, Shade.MAIN),
                part(ages, WaitingAge.TODAY, Shade.HALF)));
    }

    private static StackedBar.Part part(Map<WaitingAge, Integer> ages, WaitingAge age, Shade shade) {
        return new StackedBar.Part(
                age.label().toLowerCase(Locale.ROOT),
                ages.getOrDefault(age, 0),
                shade,
                SigningRoomView.ROUTE + "?" + RoomFilters.AGE + "=" + age);
    }
}
