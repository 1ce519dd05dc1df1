package id.dukcapil.portal.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedComponentsTest {

    @Test
    void typingStartsInTheFirstFieldThatCanBeChanged() {
        var hidden = new TextField("Tidak tampak");
        hidden.setVisible(false);
        var fixed = new TextField("Tetap");
        fixed.setReadOnly(true);
        var off = new TextField("Mati");
        off.setEnabled(false);
        var first = new TextField("Nama");
        var form = new Div(new Button("Hapus"), hidden, fixed, off, new Div(first), new TextField("Alamat"));
        assertThat(FirstField.in(form)).contains(first);
        assertThat(FirstField.in(new Div(fixed))).isEmpty();
    }

    @Test
    void aScanIsHandedOverWithoutBlanksAndAnEmptyOneIsIgnored() {
        var scans = new ArrayList<String>();
        var field = new ScanField("Pindai tiket", scans::add);
        field.scan("  055-2026 \t");
        field.scan("   ");
        assertThat(scans).containsExactly("055-2026");
    }

    @Test
    void aKeyIsTheSameInUpperAndLowerCase() {
        var pressed = new ArrayList<String>();
        var keys = new KeyHelp().with("N", "Ambil berikutnya", () -> pressed.add("n"));
        keys.press("n");
        keys.press("N");
        keys.press("x");
        assertThat(pressed).hasSize(2);
    }

    @Test
    void aStatusIsAWordOnATone() {
        var badge = new StatusBadge("lewat 42 mnt", Tone.LATE);
        assertThat(badge.getText()).isEqualTo("lewat 42 mnt");
        assertThat(badge.getClassNames()).contains("badge", "late");
    }

    @Test
    void theBarOfAFigureNeverLeavesItsFrame() {
        assertThat(barOf(new Figure("Terpesan", "120", "").withBar(120, 100, Tone.LATE)))
                .isEqualTo("100 persen");
        assertThat(barOf(new Figure("Terpesan", "0", "").withBar(0, 0, Tone.NEUTRAL)))
                .isEqualTo("0 persen");
    }

    @Test
    void aFigureWithALinkIsALink() {
        var figure = new Figure("Terlambat", "3", "tertua 2 jam", Tone.LATE, "permohonan?saring=terlambat");
        assertThat(figure.getElement().getTag()).isEqualTo("a");
        assertThat(figure.getElement().getAttribute("href")).isEqualTo("permohonan?saring=terlambat");
    }

    @Test
    void anUnknownFactIsADash() {
        var facts = new KeyValueList().with("Alamat", " ");
        assertThat(facts.getElement().getTextRecursively()).isEqualTo("Alamat–");
    }

    @Test
    void onAWideScreenTheCardsOfAGridAreHidden() {
        var grid = new ListGrid<String>();
        grid.addColumn(name -> name).setKey("name");
        grid.cards(name -> name, name -> List.of("satu"));
        assertThat(grid.getColumnByKey("name").isVisible()).isTrue();
        assertThat(grid.getColumnByKey(ListGrid.CARD).isVisible()).isFalse();
    }

    private static String barOf(Figure figure) {
        return figure.getElement()
                .getChildren()
                .filter(child -> child.getClassList().contains("bar"))
                .map((Element bar) -> bar.getAttribute("aria-label"))
                .findFirst()
                .orElseThrow();
    }
}
