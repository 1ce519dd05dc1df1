package id.dukcapil.portal.staff.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import id.dukcapil.portal.staff.AccountDetails;
import id.dukcapil.portal.staff.AccountRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;

/** Today is Monday 23 November 2026; the demonstration has a deputy in October and one in December. */
@WithUserDetails("admin")
class MandatesViewTest extends StaffScreen {

    @Test
    void todaysAuthorityStandsOnTopAndTheMandatesBelow() {
        open(MandatesView.class, Map.of());
        assertThat(page())
                .contains("Berwenang menandatangani · Senin, 23 November 2026")
                .contains(
                        "Dra. Hj. Ratna Komala, M.Si.", "NIP 19700817 199503 2 001", "Pejabat definitif, tanpa mandat")
                .contains("Plh. Hendra Gunawan", "800/1187/Disdukcapil", "Selesai")
                .contains("Plh. Neneng Aisyah", "800/1342/Disdukcapil", "Akan datang", "mulai 24 hari lagi");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aMandateIsEnteredBecomesTheAuthorityAndIsRevoked() {
        AccountDetails deputy = given.account("manajer");
        clock.set(Instant.parse("2028-02-07T02:00:00Z"));
        open(MandatesView.class, Map.of());
        click("Mandat baru");
        ComboBox<AccountRow> people = find(ComboBox.class)
                .from(dialog())
                .withLabel("Pegawai yang ditunjuk")
                .single();
        people.setValue(people.getLazyDataView()
                .getItems()
                .filter(row -> row.id().equals(deputy.id()))
                .findFirst()
                .orElseThrow());
        pick("Mulai", LocalDate.of(2028, 2, 7));
        pick("Sampai dengan", LocalDate.of(2028, 2, 6));
        assertThat(date("Sampai dengan").getErrorMessage()).contains("tidak boleh mendahului");
        pick("Sampai dengan", LocalDate.of(2028, 2, 9));
        assertThat(date("Sampai dengan").isInvalid()).isFalse();
        click("Catat mandat");
        assertThat(dialog().isOpened()).isTrue();
        type("Nomor surat perintah", "800/UJI-1/Disdukcapil");
        pick("Tanggal surat", LocalDate.of(2028, 2, 4));
        type("Alasan", "Kepala Dinas dinas luar");
        click("Catat mandat");

        assertThat(noDialogIsOpen()).isTrue();
        assertThat(page())
                .contains("Plh. Kepala Dinas Kependudukan dan Pencatatan Sipil", deputy.fullName())
                .contains("Berdasarkan surat perintah 800/UJI-1/Disdukcapil tanggal 4 Februari 2028", "Berlaku");

        test(find(Button.class)
                        .from(find(MandateItem.class).all().getFirst())
                        .withText("Cabut")
                        .single())
                .click();
        giveReason("kembali lebih awal");
        click("Cabut mandat");
        assertThat(page()).contains("Pejabat definitif", "Dicabut", "kembali lebih awal");
    }

    @Test
    @WithUserDetails("kadis")
    void theHeadReadsWhoStandsInAndChangesNothing() {
        open(MandatesView.class, Map.of());
        assertThat(page()).contains("Plh. Neneng Aisyah");
        assertThat(buttons()).isEmpty();
    }

    private void pick(String label, LocalDate day) {
        date(label).setValue(day);
    }

    private DatePicker date(String label) {
        return find(DatePicker.class).from(dialog()).withLabel(label).single();
    }
}
