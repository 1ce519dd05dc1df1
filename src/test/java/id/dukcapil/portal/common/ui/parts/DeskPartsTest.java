package id.dukcapil.portal.common.ui.parts;

import static id.dukcapil.portal.common.ui.parts.StepsAndForksTest.deep;
import static id.dukcapil.portal.common.ui.parts.StepsAndForksTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.UrgentWork.Urgency;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeskPartsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T05:00:00Z");

    @Test
    void workStandsByUrgencyThenByTheTimeItIsDueWithOneActARow() {
        var list = new UrgencyList(
                "Menunggu saya",
                List.of(
                        work(Urgency.TODAY, null, "Cetak"),
                        work(Urgency.NOW, null, "Kelak"),
                        work(Urgency.NOW, NOON.plusSeconds(60), "Nanti"),
                        work(Urgency.NOW, NOON, "Segera"),
                        work(Urgency.LATE, null, "Lewat")));
        assertThat(text(list))
                .containsSubsequence(
                        "5 pekerjaan",
                        "Terlambat · 1",
                        "Lewat",
                        "Sekarang · 3",
                        "Segera",
                        "Nanti",
                        "Kelak",
                        "Hari ini · 1",
                        "Cetak");
        assertThat(deep(list).filter(Anchor.class::isInstance))
                .hasSize(5)
                .allMatch(act -> act.getElement().getAttribute("aria-label").startsWith("Kerjakan: "));
    }

    @Test
    void aListWithoutWorkSaysSo() {
        assertThat(text(new UrgencyList("Menunggu saya", List.of()))).contains("Tidak ada yang menunggu Anda");
    }

    @Test
    void aDayIsNotClosedWhileSomethingHoldsItUp() {
        var closing = new DayClosing("Penutupan hari");
        closing.showOpen(
                List.of(new DayClosing.Hindrance("2 orang masih dilayani", "Lihat", "ikd?status=berjalan")),
                "Angka dikunci.",
                () -> {});
        assertThat(text(closing)).contains("2 orang masih dilayani", "Lihat");
        assertThat(act(closing).isEnabled()).isFalse();
        closing.showOpen(List.of(), "Angka dikunci.", () -> {});
        assertThat(act(closing).isEnabled()).isTrue();
    }

    @Test
    void aClosedDayShowsWhoLockedItWhenAndTheDigest() {
        var closing = new DayClosing("Penutupan hari");
        closing.showClosed(new ClosedDay(NOON, "Fitri Handayani", "e948", 2, ZoneId.of("Asia/Jakarta")));
        assertThat(text(closing))
                .contains(
                        "24 November 2026, 12.00.00 WIB oleh Fitri Handayani",
                        "SHA-256 e948",
                        "Koreksi sesudah penutupan: 2.");
        assertThat(deep(closing).filter(Button.class::isInstance)).isEmpty();
    }

    private static Button act(DayClosing closing) {
        return deep(closing)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static UrgentWork work(Urgency urgency, @Nullable Instant until, String title) {
        return new UrgentWork(urgency, until, title, "alasan", "", Tone.NEUTRAL, "Kerjakan", "ke-sana");
    }
}
