package id.dukcapil.portal.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.component.upload.Upload;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndonesianTest {

    /** What prints English words of its own when it is made with new. */
    private static final Set<String> TALKATIVE = Set.of(
            DatePicker.class.getName(),
            TimePicker.class.getName(),
            DateTimePicker.class.getName(),
            Upload.class.getName(),
            MenuBar.class.getName(),
            ConfirmDialog.class.getName());

    @Test
    void theCalendarSpeaksIndonesianAndTheWeekBeginsOnMonday() {
        var words = Indonesian.datePicker("Tanggal").getI18n();
        assertThat(words.getMonthNames())
                .startsWith("Januari", "Februari", "Maret")
                .endsWith("Desember");
        assertThat(words.getWeekdays()).containsExactly("Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu");
        assertThat(words.getWeekdaysShort()).containsExactly("Min", "Sen", "Sel", "Rab", "Kam", "Jum", "Sab");
        assertThat(words.getFirstDayOfWeek()).isEqualTo(1);
        assertThat(words.getToday()).isEqualTo("Hari ini");
    }

    @Test
    void theLoginSaysWhatIsWrongInIndonesian() {
        var words = Indonesian.login();
        assertThat(words.getForm().getPassword()).isEqualTo("Kata sandi");
        assertThat(words.getErrorMessage().getTitle()).isEqualTo("Nama pengguna atau kata sandi salah");
    }

    @Test
    void fieldsWithWordsOfTheirOwnAreMadeHereOnly() {
        var portal = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("id.dukcapil.portal");
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage("id.dukcapil.portal.common.ui")
                .should()
                .callConstructorWhere(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "the component prints English words", call -> isTalkative(call.getTargetOwner())))
                .because("Indonesian and Confirm give the component its Indonesian words")
                .allowEmptyShould(true)
                .check(portal);
    }

    private static boolean isTalkative(JavaClass type) {
        return TALKATIVE.contains(type.getName());
    }
}
