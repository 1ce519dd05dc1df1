package id.dukcapil.portal.common.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.Typing;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldFindingsTest {

    static List<Component> fields() {
        return List.of(
                Indonesian.datePicker("Tanggal"), Indonesian.timePicker("Jam"), Indonesian.integerField("Jumlah"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    <F extends Component & HasValidationProperties & HasValue<?, ?>> void whatCannotBeReadIsNotTakenForEmpty(F field) {
        var findings = new FieldFindings().at("field", field).at("note", new TextField());
        assertThatCode(findings::requireReadable).as("empty").doesNotThrowAnyException();

        Typing.unreadable(field, "besok");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(findings::requireReadable)
                .satisfies(refused -> assertThat(refused.findings())
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.field()).isEqualTo("field"))
                        .satisfies(finding -> assertThat(finding.message()).isNotBlank()));

        field.setVisible(false);
        assertThatCode(findings::requireReadable).as("hidden").doesNotThrowAnyException();

        field.setVisible(true);
        Typing.unreadable(field, "");
        assertThatCode(findings::requireReadable).as("empty again").doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("whatServicesJudge")
    <F extends Component & HasValidationProperties & HasValue<?, ?>> void whatCanBeReadIsLeftToTheService(F field) {
        var findings = new FieldFindings().at("field", field);
        assertThatCode(findings::requireReadable).doesNotThrowAnyException();
    }

    static Stream<Component> whatServicesJudge() {
        var missing = Indonesian.datePicker("Wajib");
        missing.setRequiredIndicatorVisible(true);
        var early = Indonesian.datePicker("Terlalu awal");
        early.setMin(LocalDate.of(2026, 11, 24));
        early.setValue(LocalDate.of(2026, 11, 23));
        return Stream.of(missing, early, Indonesian.textField("Teks"), Indonesian.emailField("Surel"));
    }

    @ParameterizedTest(name = "part {0}")
    @ValueSource(ints = {0, 1})
    void aMomentOfWhichHalfCannotBeReadIsNotTakenForEmpty(int half) {
        var field = Indonesian.dateTimePicker("Selesai");
        var findings = new FieldFindings().at("to", field);
        assertThatCode(findings::requireReadable).doesNotThrowAnyException();
        Typing.unreadable(field.getChildren().toList().get(half), "nanti");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(findings::requireReadable)
                .satisfies(refused -> assertThat(refused.findings())
                        .extracting(Finding::field)
                        .containsExactly("to"));
    }
}
