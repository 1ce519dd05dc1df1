package id.dukcapil.portal.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Location;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class UrlStateTest {

    @Test
    void whatStandsInTheAddressIsRead() {
        UrlState url = UrlState.of(new Location("kuota?kantor=MPP&hari=2026-11-23&bulan=2026-12&tahun=2027&dari="));
        assertThat(url.text("kantor")).contains("MPP");
        assertThat(url.date("hari")).contains(LocalDate.of(2026, 11, 23));
        assertThat(url.month("bulan")).contains(YearMonth.of(2026, 12));
        assertThat(url.number("tahun")).contains(2027);
        assertThat(url.has("dari")).isTrue();
        assertThat(url.text("dari")).isEmpty();
        assertThat(url.has("sampai")).isFalse();
    }

    @Test
    void nonsenseTypedIntoTheAddressCountsAsAbsent() {
        UrlState url = UrlState.of(new Location("kuota?hari=besok&bulan=13&tahun=depan"));
        assertThat(url.date("hari")).isEmpty();
        assertThat(url.month("bulan")).isEmpty();
        assertThat(url.number("tahun")).isEmpty();
    }

    @Test
    void aChangeLeavesTheOthersAlone() {
        UrlState before = UrlState.of(new Location("kuota?kantor=MPP&hari=2026-11-23"));
        UrlState after = before.with("kantor", "DINAS").with("hari", null);
        assertThat(after.text("kantor")).contains("DINAS");
        assertThat(after.has("hari")).isFalse();
        assertThat(before.text("kantor")).contains("MPP");
    }
}
