package id.dukcapil.portal.activation.ui;

import com.vaadin.flow.router.QueryParameters;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.ServicePage;
import id.dukcapil.portal.counter.Ticket;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Addresses of the rooms of activation. Never carries personal data. */
final class ActivationNavigation {

    static final String COUNTER = "aktivasi-ikd";
    static final String REPORT = "laporan-ikd";
    static final String NUMBER = "nomor";
    static final String OFFICE = "kantor";
    static final String DAY = "hari";

    static final String TICKET = "tiket";

    private ActivationNavigation() {}

    /** The counter of activations, with the person whose number was called. */
    @Component
    static class CounterPage implements ServicePage {

        @Override
        public boolean serves(ServiceCode service) {
            return service.equals(ServiceCode.AKTIVASI_IKD);
        }

        @Override
        public Permission permission() {
            return Permission.ACTIVATION_SERVE;
        }

        @Override
        public String label() {
            return "Buka aktivasi IKD";
        }

        @Override
        public Optional<String> address(Ticket ticket) {
            return Optional.of(COUNTER + "?" + TICKET + "=" + ticket.id());
        }
    }

    static String activation(String number) {
        return COUNTER + "?" + NUMBER + "=" + number;
    }

    static QueryParameters reportParameters(OfficeCode office, LocalDate day) {
        return QueryParameters.simple(Map.of(OFFICE, office.value(), DAY, day.toString()));
    }

    static String report(OfficeCode office, LocalDate day) {
        return REPORT + "?" + OFFICE + "=" + office + "&" + DAY + "=" + day;
    }
}
