package id.dukcapil.portal.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.BlurNotifier;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.FocusNotifier;
import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.common.Nik;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody types a NIK from a card. */
class IdentityFieldTest {

    private final IdentityField<Nik> field = IdentityField.nik("NIK");

    @Test
    void nothingIsSaidWhileDigitsAreStillToCome() {
        enter();
        field.setValue("320437 1708");
        assertThat(field.isInvalid()).isFalse();

        leave();
        assertThat(field.getErrorMessage()).isEqualTo("NIK harus 16 angka, yang dimasukkan 10 angka.");
        assertThat(field.isInvalid()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            32043x            | NIK hanya boleh berisi angka, 16 angka.
            32043717089100011 | NIK harus 16 angka, yang dimasukkan 17 angka.
            3204373208910001  | NIK memuat tanggal yang tidak ada (angka ke-7 sampai ke-12).
            0904371708910001  | NIK memuat kode wilayah yang tidak ada (angka ke-1 sampai ke-4).
            """)
    void whatFurtherTypingCannotMendIsSaidBeforeTheFieldIsLeft(String typed, String sentence) {
        enter();
        field.setValue(typed);
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).isEqualTo(sentence);
        assertThat(field.number()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3204371708910001", "3204 3717 0891 0001", "320437.170891.0001"})
    void aNumberThatCanBeOneTakesTheFindingAway(String typed) {
        field.setValue("1");
        field.setValue(typed);
        assertThat(field.isInvalid()).isFalse();
        assertThat(field.number()).contains(new Nik("3204371708910001"));
    }

    @Test
    void aFieldThatSomebodyOnlyPassesThroughSaysNothing() {
        enter();
        leave();
        assertThat(field.isInvalid()).isFalse();
        assertThat(field.number()).isEmpty();
    }

    @Test
    void theFindingStaysWhenAFormGathersFindingsToo() {
        new FieldFindings().at("nik", field);
        field.setValue("123");
        assertThat(field.isInvalid()).isTrue();
    }

    @Test
    void aFamilyCardKnowsNoDayBeyondTheThirtyFirst() {
        IdentityField<FamilyCardNumber> card = IdentityField.familyCard("Nomor KK");
        card.setValue("3204375708910001");
        assertThat(card.getErrorMessage()).startsWith("Nomor KK memuat tanggal yang tidak ada");
    }

    private void enter() {
        ComponentUtil.fireEvent(field, new FocusNotifier.FocusEvent<>(field, true));
    }

    private void leave() {
        ComponentUtil.fireEvent(field, new BlurNotifier.BlurEvent<>(field, true));
    }
}
