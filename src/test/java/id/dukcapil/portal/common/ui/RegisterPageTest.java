package id.dukcapil.portal.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteConfiguration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every page that lists records does: address, filters, count, empty state, panel and cards. */
@ViewPackages
public class RegisterPageTest extends BrowserlessTest {

    private static final int LIMIT = 100;

    enum Colour {
        RED,
        GREEN
    }

    record Thing(int number, Colour colour) {}

    record Wanted(
            @Nullable Colour colour, String text, @Nullable LocalDate from) {}

    /** 150 red things and 50 green ones. */
    public static class ThingsView extends RegisterPage<Thing> {

        private static final List<Thing> THINGS = IntStream.rangeClosed(1, 200)
                .mapToObj(number -> new Thing(number, number % 4 == 0 ? Colour.GREEN : Colour.RED))
                .toList();

        private final TextField text = filters.text("Cari", "Nomor", ListFilters.SEARCH);
        private final Select<Colour> colour =
                filters.select("Warna", "Semua warna", "warna", Colour.values(), Colour::name);
        private final ListFilters.Period period = filters.period(() -> LocalDate.of(2026, 11, 24));

        public ThingsView() {
            super("Barang", "barang");
            grid.number("Nomor", Thing::number);
            grid.badge("Warna", thing -> thing.colour().name(), thing -> Tone.INFO);
            grid.cards(thing -> "Barang " + thing.number(), thing -> List.of("satu"));
            list(this::wanted, ThingsView::count, LIMIT, ThingsView::page, Thing::number);
            var panel = new DetailPanel("rincian barang");
            open(
                    panel,
                    "barang",
                    Thing::number,
                    ThingsView::find,
                    thing -> panel.startWith("Barang " + thing.number()),
                    "Barang itu tidak ada.");
            whenEmpty("Tidak ada barang yang cocok", "Ubah saringan di atas.");
            filters.dropWithEveryChoice("barang");
            lay();
        }

        private Wanted wanted() {
            return new Wanted(colour.getValue(), text.getValue(), period.from().getValue());
        }

        private static Optional<Thing> find(String number) {
            return THINGS.stream()
                    .filter(thing -> String.valueOf(thing.number()).equals(number))
                    .findFirst();
        }

        private static List<Thing> matching(Wanted wanted) {
            return THINGS.stream()
                    .filter(thing -> wanted.colour() == null || wanted.colour() == thing.colour())
                    .filter(thing -> wanted.text().isEmpty()
                            || String.valueOf(thing.number()).equals(wanted.text()))
                    .toList();
        }

        private static int count(Wanted wanted) {
            return Math.min(matching(wanted).size(), LIMIT + 1);
        }

        private static List<Thing> page(Wanted wanted, @Nullable Integer after, int skip, int limit) {
            return matching(wanted).stream()
                    .filter(thing -> after == null || thing.number() > after)
                    .skip(skip)
                    .limit(limit)
                    .toList();
        }
    }

    @BeforeEach
    void knowThePage() {
        RouteConfiguration.forSessionScope().setRoute("barang", ThingsView.class);
    }

    private void open(Map<String, String> address) {
        UI.getCurrent().navigate(ThingsView.class, QueryParameters.simple(address));
    }

    private static String address() {
        return UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    }

    private String page() {
        return find(ThingsView.class).single().getElement().getTextRecursively();
    }

    private Grid<Thing> grid() {
        return find(Grid.class).single();
    }

    private boolean panelIsOpen() {
        return !find(DetailPanel.class).all().isEmpty();
    }

    @Test
    void theAddressFiltersAndFillsTheFields() {
        open(Map.of("warna", "GREEN", "cari", "8"));
        assertThat(page()).contains("1 cocok");
        assertThat(test(grid()).getRow(0)).isEqualTo(new Thing(8, Colour.GREEN));
        assertThat(find(Select.class).withLabel("Warna").single().getValue()).isEqualTo(Colour.GREEN);
        assertThat(find(TextField.class).withLabel("Cari").single().getValue()).isEqualTo("8");
    }

    @Test
    void aChoiceGoesThroughTheAddressAndClosesWhatIsOpen() {
        open(Map.of("barang", "7"));
        assertThat(panelIsOpen()).isTrue();
        test(find(TextField.class).withLabel("Cari").single()).setValue(" 12 ");
        assertThat(address()).contains("cari=12").doesNotContain("barang=7");
        assertThat(page()).contains("1 cocok");
        assertThat(panelIsOpen()).isFalse();
        test(find(TextField.class).withLabel("Cari").single()).setValue("");
        assertThat(address()).doesNotContain("cari");
    }

    @Test
    void countsStopAtTheirLimit() {
        open(Map.of());
        assertThat(page()).contains("Lebih dari 100 cocok");
        open(Map.of("warna", "GREEN"));
        assertThat(page()).contains("50 cocok").doesNotContain("Lebih dari");
    }

    @Test
    void nonsenseInTheAddressCountsAsNothing() {
        open(Map.of("warna", "UNGU", "dari", "kemarin"));
        assertThat(page()).contains("Lebih dari 100 cocok");
        assertThat(find(Select.class).withLabel("Warna").single().getValue()).isNull();
    }

    @Test
    void anEmptyDayInTheAddressLiftsTheDayThatIsChosenOtherwise() {
        DatePicker from;
        open(Map.of());
        from = find(DatePicker.class).withLabel("Dari").single();
        assertThat(from.getValue()).isEqualTo(LocalDate.of(2026, 11, 24));
        open(Map.of("dari", ""));
        from = find(DatePicker.class).withLabel("Dari").single();
        assertThat(from.getValue()).isNull();
    }

    @Test
    void whereNothingMatchesThePageSaysWhatToDo() {
        open(Map.of("cari", "999"));
        assertThat(page()).contains("Tidak ada barang yang cocok", "Ubah saringan di atas.", "Tidak ada yang cocok");
        assertThat(find(Grid.class).all()).isEmpty();
        open(Map.of());
        assertThat(find(EmptyState.class).all()).isEmpty();
        assertThat(grid().isVisible()).isTrue();
    }

    @Test
    void aRowOpensItsPanelByTheAddressAndClosesAgain() {
        open(Map.of("warna", "GREEN"));
        test(grid()).clickRow(1);
        assertThat(address()).contains("warna=GREEN", "barang=8");
        assertThat(find(H2.class)
                        .from(find(DetailPanel.class).single())
                        .single()
                        .getText())
                .isEqualTo("Barang 8");
        test(find(Button.class)
                        .withAttribute("aria-label", "Tutup rincian barang")
                        .single())
                .click();
        assertThat(address()).contains("warna=GREEN").doesNotContain("barang=8");
        assertThat(panelIsOpen()).isFalse();
    }

    @Test
    void aRecordThatIsGoneIsSaidAndLeavesTheListAsItIs() {
        open(Map.of("barang", "4711"));
        assertThat(find(Notification.class).single().getElement().getTextRecursively())
                .contains("Barang itu tidak ada.");
        assertThat(panelIsOpen()).isFalse();
        assertThat(test(grid()).size()).isEqualTo(LIMIT + 1);
    }

    @Test
    void scrollingReadsEveryRowOnce() {
        open(Map.of("warna", "GREEN"));
        assertThat(IntStream.range(0, 50)
                        .mapToObj(row -> test(grid()).getRow(row).number()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 50).map(n -> 4 * n).boxed().toList());
    }

    @Test
    void theCardsWaitForANarrowScreen() {
        open(Map.of());
        assertThat(grid().getColumnByKey(ListGrid.CARD).isVisible()).isFalse();
        assertThat(grid().getColumns().getFirst().isVisible()).isTrue();
    }
}
