package id.dukcapil.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.InvalidInput;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
class ErrorPagesTest extends SpringBrowserlessTest {

    @Test
    @WithUserDetails("operator")
    void anUnknownAddressSaysSoAndLeadsBack() {
        UI.getCurrent().navigate("tidak-ada");
        assertThat(getCurrentView()).isInstanceOf(NotFoundView.class);
        assertThat(heading()).isEqualTo("Halaman tidak ditemukan");
    }

    @Test
    @WithUserDetails("manajer")
    void aRoomOfOthersStaysClosed() {
        UI.getCurrent().navigate("uji/kuota");
        assertThat(getCurrentView()).isInstanceOf(AccessDeniedView.class);
        assertThat(heading()).isEqualTo("Halaman ini bukan untuk peran Anda");
    }

    @Test
    @WithUserDetails("operator")
    void aRefusalOfAServiceIsARefusalOfThePage() {
        UI.getCurrent().navigate("uji/ditolak");
        assertThat(getCurrentView()).isInstanceOf(ServiceDeniedView.class);
    }

    @Test
    @WithUserDetails("operator")
    void aFailureShowsAnIncidentNumberAndNothingTechnical() {
        UI.getCurrent().navigate("uji/rusak");
        assertThat(getCurrentView()).isInstanceOf(FailureView.class);
        assertThat(find(Span.class).withClassName("incident").single().getText())
                .matches("Nomor gangguan [2-9A-Z]{4}-[2-9A-Z]{4}");
        assertThat(getCurrentView().getElement().getTextRecursively())
                .doesNotContain("cause")
                .doesNotContain("Exception");
    }

    @Test
    @WithUserDetails("operator")
    void aChangeByOthersReloadsThePageAndSaysSo() {
        var before = navigate(HomeView.class);
        new SessionErrors().error(new ErrorEvent(new OptimisticLockingFailureException("stale")));
        assertThat(getCurrentView()).isInstanceOf(HomeView.class).isNotSameAs(before);
        assertThat(notice()).startsWith("Data baru saja diubah orang lain.");
    }

    @Test
    @WithUserDetails("operator")
    void whatIsWrongWithAnInputIsSaidInItsOwnWords() {
        navigate(HomeView.class);
        new SessionErrors()
                .error(new ErrorEvent(new IllegalStateException(new InvalidInput("nik", "NIK harus 16 angka."))));
        assertThat(notice()).startsWith("NIK harus 16 angka.");
    }

    @Test
    @WithUserDetails("operator")
    void aForbiddenActionIsRefusedInOneSentence() {
        navigate(HomeView.class);
        new SessionErrors().error(new ErrorEvent(new AccessDeniedException("secret reason")));
        assertThat(notice()).startsWith("Akun Anda tidak berwenang melakukan ini.");
    }

    @Test
    @WithUserDetails("operator")
    void anUnforeseenFailureStaysCalmAndGivesANumber() {
        navigate(HomeView.class);
        new SessionErrors().error(new ErrorEvent(new IllegalStateException("table booking_day missing")));
        assertThat(notice()).containsPattern("nomor [2-9A-Z]{4}-[2-9A-Z]{4}").doesNotContain("booking_day");
    }

    private String heading() {
        return find(H1.class).single().getText();
    }

    private String notice() {
        return find(Notification.class).last().getElement().getTextRecursively();
    }
}
