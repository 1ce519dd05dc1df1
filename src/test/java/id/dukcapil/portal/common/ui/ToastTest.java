package id.dukcapil.portal.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the office reads in the one toast of its window. */
@ViewPackages
class ToastTest extends BrowserlessTest {

    private static final Duration TIME = Duration.ofMinutes(1);

    private final List<String> takenBack = new ArrayList<>();

    @Test
    void equalSentencesAreOneThatCounts() {
        say("Permohonan 12 dilepas.");
        say("Permohonan 12 dilepas.");
        say("Permohonan 12 dilepas.");
        assertThat(sentences()).containsExactly("Permohonan 12 dilepas.3×");
    }

    @Test
    void aLaterSentenceReplacesTheEarlierAndCountsIt() {
        say("Permohonan 12 dilepas.");
        say("Permohonan 13 dilepas.");
        say("Permohonan 14 dilepas.");
        assertThat(sentences()).containsExactly("Permohonan 14 dilepas.+2 sebelumnya");
    }

    @Test
    void whatIsSaidInOneAnswerStandsTogether() {
        Notify.warning("Ada pemesanan pada hari yang kini tutup.");
        Notify.done("Jam layanan disimpan.");
        assertThat(sentences()).containsExactly("Ada pemesanan pada hari yang kini tutup.", "Jam layanan disimpan.");
    }

    @Test
    void aProblemStaysUntilItIsClosed() {
        Notify.problem("Permohonan 12 diubah petugas lain.");
        roundTrip();
        say("Permohonan 13 dilepas.");
        assertThat(sentences()).containsExactly("Permohonan 12 diubah petugas lain.", "Permohonan 13 dilepas.");
        assertThat(toast().getDuration()).isZero();
        test(button("Tutup")).click();
        say("Permohonan 14 dilepas.");
        assertThat(sentences()).containsExactly("Permohonan 14 dilepas.");
    }

    @Test
    void whatWasDecidedLastCanBeTakenBackAlsoAfterAnotherSentence() {
        decide("Permohonan 12 diteruskan.");
        decide("Permohonan 13 diteruskan.");
        Notify.warning("Tidak ada permohonan yang menunggu Anda.");
        roundTrip();
        assertThat(sentences())
                .containsExactly(
                        "Permohonan 13 diteruskan.Urungkan", "Tidak ada permohonan yang menunggu Anda.+1 sebelumnya");
        test(button("Urungkan")).click();
        assertThat(takenBack).containsExactly("Permohonan 13 diteruskan.");
        assertThat(find(Notification.class).all()).isEmpty();
    }

    @Test
    void theOfferEndsWithItsTime() {
        Notify.done("Permohonan 12 diteruskan.", Duration.ZERO, () -> takenBack.add("12"));
        roundTrip();
        Notify.warning("Tidak ada permohonan yang menunggu Anda.");
        assertThat(find(Button.class).withText("Urungkan").all()).isEmpty();
    }

    private void say(String sentence) {
        Notify.done(sentence);
        roundTrip();
    }

    private void decide(String sentence) {
        Notify.done(sentence, TIME, () -> takenBack.add(sentence));
        roundTrip();
    }

    private Notification toast() {
        return find(Notification.class).single();
    }

    private Button button(String label) {
        return find(Button.class).withText(label).single();
    }

    private List<String> sentences() {
        return toast().getChildren()
                .flatMap(sheet -> sheet.getChildren())
                .filter(line -> line.hasClassName("sentence"))
                .map(line -> line.getElement().getTextRecursively())
                .toList();
    }
}
