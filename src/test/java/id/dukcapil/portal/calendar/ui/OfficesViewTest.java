package id.dukcapil.portal.calendar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.QueryParameters;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.calendar.Holiday;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Organisation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.security.test.context.support.WithUserDetails;

/** The clock of the tests stands at Monday 23 November 2026, 09.00 WIB. */
@WithUserDetails("registrasi")
class OfficesViewTest extends Screen {

    @Test
    void theOrganisationIsShownWithItsHeadAndTheNipInGroups() {
        navigate(OfficesView.class);
        assertThat(textOf(find(OrganisationCard.class).single()))
                .contains(
                        "Pemerintah Kabupaten Bandung",
                        "Kompleks Pemerintah Kabupaten Bandung, Soreang 40911",
                        "Dra. Hj. Ratna Komala, M.Si.",
                        "19700817 199503 2 001");
        assertThat(find(Callout.class).all()).isEmpty();
    }

    @Test
    void anImplausibleNipOfTheHeadIsPointedOut() {
        var head = new Organisation.Head("H. Contoh", "198007171990031005", null, LocalDate.of(2024, 1, 2), null);
        var organisation = new Organisation(
                "Dinas",
                "Pemerintah",
                "Kabupaten Bandung",
                "3204",
                ZoneId.of("Asia/Jakarta"),
                null,
                null,
                null,
                null,
                null,
                List.of(head));
        var card = new OrganisationCard(organisation, LocalDate.of(2026, 11, 23));
        assertThat(textOf(card)).contains("19800717 199003 1 005", "Periksa", "NIP tidak wajar");
    }

    @Test
    void onesOwnOfficeIsShownFirstWithTheHoursOfTwoWeeks() {
        navigate(OfficesView.class);
        assertThat(textOf(panel()))
                .contains("UKL Kecamatan Soreang", "Sedang buka", "Jam layanan Ramadan", "Perkiraan");
        List<String> days = days();
        assertThat(days).hasSize(14);
        assertThat(days.getFirst()).contains("Sen, 23 Nov", "07.30–16.00", "istirahat 12.00–13.00");
        assertThat(days.get(4)).contains("Jum, 27 Nov", "07.30–16.30", "istirahat 11.30–13.00");
        assertThat(days.get(5)).contains("Sab, 28 Nov", "Tutup");
    }

    @Test
    void anOfficeInTheAddressShowsItsOwnHours() {
        open(Map.of("kantor", "MPP"));
        assertThat(shownOffice()).isEqualTo("Mal Pelayanan Publik");
        assertThat(days().get(5)).contains("Sab, 28 Nov", "09.00–15.00", "istirahat 12.00–12.30");
        assertThat(textOf(panel())).contains("Senin–Kamis 08.00–15.00, istirahat 12.00–12.30", "Sabtu–Minggu");
    }

    @Test
    void choosingAnOfficeGoesIntoTheAddressAndClosingThePanelToo() {
        navigate(OfficesView.class);
        test(offices()).clickRow(1);
        assertThat(address()).isEqualTo("kantor?kantor=MPP");
        test(find(Button.class).from(panel()).single()).click();
        assertThat(address()).isEqualTo("kantor?kantor");
        assertThat(find(OfficeHoursPanel.class).all()).isEmpty();
    }

    @Test
    void theHolidaysOfTheYearStandWithBasisAndCertainty() {
        navigate(OfficesView.class);
        assertThat(find(HolidayYear.class).all()).isEmpty();
        test(find(Details.class).single()).openDetails();
        assertThat(address()).isEqualTo("kantor?tahun=2026");
        var holidays = test(holidays());
        assertThat(holidays.getCellText(0, 0)).isEqualTo("Kamis, 1 Januari 2026");
        assertThat(holidays.getCellText(0, 3)).contains("MenPANRB");
    }

    @Test
    void theYearIsSwitchedInTheAddress() {
        open(Map.of("kantor", "MPP", "tahun", "2027"));
        assertThat(find(Tabs.class).single().getSelectedTab().getLabel()).isEqualTo("2027");
        List<Holiday> shown = holidays().getListDataView().getItems().toList();
        assertThat(shown).isNotEmpty().allMatch(holiday -> holiday.date().getYear() == 2027);
        assertThat(shown)
                .filteredOn(holiday -> holiday.name().startsWith("Isra Mikraj"))
                .hasSize(2);
    }

    @Test
    void aYearWithoutHolidaysInTheAddressIsIgnored() {
        open(Map.of("tahun", "1945"));
        assertThat(find(Details.class).single().isOpened()).isFalse();
        assertThat(find(HolidayYear.class).all()).isEmpty();
    }

    @Test
    @WithMockUser(authorities = Permission.Name.STANDARD_READ)
    void theOfficesAreClosedToWhoMayNotReadThem() {
        UI.getCurrent().navigate(OfficesView.class);
        assertThat(getCurrentView()).isInstanceOf(HasErrorParameter.class);
    }

    private void open(Map<String, String> parameters) {
        UI.getCurrent().navigate(OfficesView.class, QueryParameters.simple(parameters));
    }

    private OfficeHoursPanel panel() {
        return find(OfficeHoursPanel.class).single();
    }

    private String shownOffice() {
        return find(H2.class).from(panel()).single().getText();
    }

    private List<String> days() {
        OrderedList list = find(OrderedList.class).from(panel()).single();
        return find(ListItem.class).from(list).all().stream()
                .map(OfficesViewTest::textOf)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Grid<Office> offices() {
        return find(Grid.class).all().getFirst();
    }

    @SuppressWarnings("unchecked")
    private Grid<Holiday> holidays() {
        return find(Grid.class).from(find(HolidayYear.class).single()).single();
    }
}
