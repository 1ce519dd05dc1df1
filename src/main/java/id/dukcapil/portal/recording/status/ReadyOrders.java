package id.dukcapil.portal.recording.status;

import id.dukcapil.portal.cards.PrintAnswer;
import id.dukcapil.portal.cards.PrintOrders;
import id.dukcapil.portal.cards.PrintReason;
import id.dukcapil.portal.cards.PrintRequest;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.recording.process.RecordingFiles;
import id.dukcapil.portal.recording.process.RecordingFiles.Addressee;
import id.dukcapil.portal.staff.CurrentStaff;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Asks for the card of a resident whom the centre says to be ready, where no day for printing is to be booked. */
@Service
@PreAuthorize("hasAuthority('RECORDING_STATUS')")
public class ReadyOrders {

    private final PrintOrders orders;
    private final RecordingFiles files;
    private final CurrentStaff staff;

    ReadyOrders(PrintOrders orders, RecordingFiles files, CurrentStaff staff) {
        this.orders = orders;
        this.files = files;
        this.staff = staff;
    }

    /** At the office of who asks. */
    public PrintAnswer order(Nik nik) {
        Addressee known = files.addressee(nik).orElse(null);
        return orders.request(new PrintRequest(
                nik,
                staff.require().office(),
                PrintReason.FIRST,
                "",
                known == null ? null : known.number(),
                known == null ? null : known.email()));
    }
}
