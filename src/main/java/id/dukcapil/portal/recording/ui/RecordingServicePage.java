package id.dukcapil.portal.recording.ui;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.ServicePage;
import id.dukcapil.portal.counter.Ticket;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Leads from a called ticket to the recording of its person. */
@Component
class RecordingServicePage implements ServicePage {

    @Override
    public boolean serves(ServiceCode service) {
        return service.equals(ServiceCode.REGISTRASI) || service.equals(ServiceCode.PEREKAMAN);
    }

    @Override
    public Permission permission() {
        return Permission.RECORDING_READ;
    }

    @Override
    public String label() {
        return "Buka perekaman";
    }

    @Override
    public Optional<String> address(Ticket ticket) {
        return Optional.of(RecordingNavigation.ofTicket(ticket.id()));
    }
}
