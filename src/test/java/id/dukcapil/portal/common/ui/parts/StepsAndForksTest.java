package id.dukcapil.portal.common.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.NativeButton;
import id.dukcapil.portal.common.ui.KeyHelp;
import id.dukcapil.portal.common.ui.ScanField;
import id.dukcapil.portal.common.ui.Tone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StepsAndForksTest {

    @Test
    void eachStepSaysWhoDoesItHowLongItTookAndWhereElseItLeads() {
        StepStrip strip = StepStrip.of(List.of(
                Step.of(Step.Progress.DONE, "Serahkan berkas", "1 mnt dari 5")
                        .by("Penduduk")
                        .timed(Tone.OK),
                Step.current("Cek iris", "4 mnt dari 5–10", 0.4).or("sudah rekam: penjelasan"),
                Step.of(Step.Progress.AHEAD, "Perekaman", "")));
        assertThat(text(strip))
                .containsSubsequence("selesai:", "Serahkan berkas", "Penduduk", "1 mnt dari 5")
                .containsSubsequence("berjalan:", "Cek iris", "sudah rekam: penjelasan", "belum:", "Perekaman");
        assertThat(deep(strip).filter(part -> "step".equals(part.getElement().getAttribute("aria-current"))))
                .hasSize(1);
    }

    @Test
    void barsOfARowAreFilledByTheTimeUsedAndNameTheStepThatGoesOn() {
        StepStrip strip = StepStrip.bars(List.of(
                Step.of(Step.Progress.DONE, "Aplikasi", "2 mnt"),
                Step.current("Isi data", "1 mnt 50", 1.7),
                Step.of(Step.Progress.STOPPED, "Kode", "ditolak")));
        assertThat(deep(strip).map(part -> part.getElement().getStyle().get("--share")))
                .contains("100%");
        assertThat(deep(strip).filter(part -> part.hasClassName("now")))
                .extracting(part -> part.getElement().getText())
                .containsExactly("2 Isi data · 1 mnt 50", "3 Kode · ditolak");
        assertThat(text(StepStrip.heads(List.of("Aplikasi", "Isi data")))).isEqualTo("1 Aplikasi2 Isi data");
    }

    @Test
    void aForkHasEqualWaysEachWithItsConsequenceAndItsNumber() {
        var chosen = new ArrayList<String>();
        var keys = new KeyHelp();
        Fork fork = new Fork("Hasil cek?", keys)
                .way("Belum rekam", "Beri nomor P-009", () -> chosen.add("belum"))
                .way("Sudah rekam", "Kembalikan berkas", () -> chosen.add("sudah"));
        List<NativeButton> ways = deep(fork)
                .filter(NativeButton.class::isInstance)
                .map(NativeButton.class::cast)
                .toList();
        assertThat(ways)
                .extracting(StepsAndForksTest::text)
                .containsExactly("Belum rekamBeri nomor P-0091", "Sudah rekamKembalikan berkas2");
        assertThat(ways).extracting(Component::getClassNames).allMatch(Collection::isEmpty);
        ComponentUtil.fireEvent(ways.getFirst(), new ClickEvent<>(ways.getFirst()));
        keys.press("2");
        assertThat(chosen).containsExactly("belum", "sudah");
    }

    @Test
    void aForkThatIsShutSaysWhyAndHearsNoKey() {
        var chosen = new ArrayList<String>();
        var keys = new KeyHelp();
        Fork fork = new Fork("Hasil perekaman?", keys).way("Berhasil", "Cetak bukti", () -> chosen.add("berhasil"));
        fork.shut("terbuka setelah serah terima");
        keys.press("1");
        assertThat(chosen).isEmpty();
        assertThat(text(fork)).contains("terbuka setelah serah terima");
        fork.shut("");
        keys.press("1");
        assertThat(chosen).containsExactly("berhasil");
    }

    @Test
    void theAnswerOfAScanStaysBesideTheFieldUntilTheNext() {
        var field = new ScanField("Pindai tiket", scanned -> {});
        Component row = field.withAnswer();
        field.answer().say("QR cocok", "Terbit 22 detik lalu.", "10.41.07", Tone.OK);
        assertThat(text(row)).isEqualTo("QR cocokTerbit 22 detik lalu.10.41.07");
        assertThat(field.answer().getElement().getAttribute("role")).isEqualTo("status");
        field.answer().say("Kode tidak dikenal.", Tone.LATE);
        assertThat(text(row)).isEqualTo("Kode tidak dikenal.");
        assertThat(field.answer().getClassNames()).contains("late").doesNotContain("ok");
    }

    static String text(Component part) {
        return part.getElement().getTextRecursively();
    }

    /** The part and all inside it but bare texts, which have no look. */
    static Stream<Component> deep(Component part) {
        return Stream.concat(
                Stream.of(part),
                part.getChildren().filter(child -> !(child instanceof Text)).flatMap(StepsAndForksTest::deep));
    }
}
