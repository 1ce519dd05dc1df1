package badexample.portal.booking;

import badexample.portal.population.ui.ForeignView;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import net.sf.jasperreports.engine.JasperPrint;
import org.springframework.data.repository.Repository;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/** Breaks every rule of ArchitectureTests; it lies outside the portal's package, so that nothing picks it up. */
@SuppressWarnings("all")
public final class Wrong {

    @Route(value = "salah", registerAtStartup = false)
    public static class PublicViewOutsideUi extends Div {}

    @Entity
    public static class PublicEntity {
        @Id
        long id;

        public void setId(long id) {
            this.id = id;
        }
    }

    public interface PublicRepository extends Repository<PublicEntity, Long> {}

    @Service
    public static class ServiceWithoutAuthorization {}

    public static class BookingManager {}

    ForeignView viewOfAnotherModule;
    JasperPrint paper;

    Object secondClock() {
        return LocalDate.now().isLeapYear() ? Instant.now() : System.currentTimeMillis();
    }

    String whoActs() {
        return SecurityContextHolder.getContext().getAuthentication().getName();
    }

    void print(Date date) {
        System.out.println(date);
    }
}
