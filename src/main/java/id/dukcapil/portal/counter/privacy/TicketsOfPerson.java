package id.dukcapil.portal.counter.privacy;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.queue.TicketRows;
import id.dukcapil.portal.staff.Organisation;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The queue numbers of one resident, for the answer to a data subject's request. */
@Component
class TicketsOfPerson implements PersonalDataSource {

    private final JdbcClient jdbc;
    private final Organisation organisation;

    TicketsOfPerson(JdbcClient jdbc, Organisation organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    @Override
    public Holding describe() {
        return new Holding(
                "Nomor antrean",
                "NIK bila dikenal, layanan, kelompok prioritas bila diminta, waktu tiba, dipanggil dan dilayani",
                "Memanggil orang dengan adil dan mengukur lama menunggu",
                "UU 25/2009 Pasal 29; UU 27/2022 Pasal 20 ayat (2) huruf e",
                38);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> about(Nik nik) {
        return jdbc
                .sql("SELECT * FROM counter_ticket WHERE person_nik = ? ORDER BY service_day, id")
                .param(nik.value())
                .query(TicketRows::read)
                .list()
                .stream()
                .map(ticket -> item(ticket, nik))
                .toList();
    }

    private Item item(Ticket ticket, Nik nik) {
        var values = new LinkedHashMap<String, String>();
        values.put("NIK", nik.value());
        values.put("Hari", Formats.longDate(ticket.serviceDay()));
        values.put("Layanan", ticket.service().value());
        values.put("Tiba", Formats.dateTime(ticket.firstArrival(), organisation.timeZone()));
        values.put(
                "Didahulukan",
                ticket.priority() == null ? "tidak" : ticket.priority().label());
        values.put("Keadaan", ticket.status().label());
        return new Item("Nomor antrean " + ticket.label(), values);
    }
}
