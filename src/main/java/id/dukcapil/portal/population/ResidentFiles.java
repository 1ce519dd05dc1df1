package id.dukcapil.portal.population;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Purpose;
import id.dukcapil.portal.common.Revealed;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.population.Person.Parent;
import id.dukcapil.portal.staff.Reveals;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One resident's file on the desk: that somebody looks at it leaves a trace, and what is masked in it can be opened for
 * a purpose. A resident may be served anywhere, so there is no reach by office.
 */
@Service
@PreAuthorize("hasAuthority('POPULATION_READ')")
public class ResidentFiles {

    private static final String KIND = "Penduduk";

    private final Population population;
    private final Reveals reveals;
    private final ApplicationEventPublisher events;

    ResidentFiles(Population population, Reveals reveals, ApplicationEventPublisher events) {
        this.population = population;
        this.reveals = reveals;
        this.events = events;
    }

    /** Somebody opened the file of this person; to be called once per opening. */
    @Transactional
    public void looked(Person person) {
        events.publishEvent(
                AuditEvent.of(KIND, reference(person.id()), "Rincian dilihat").about(person.nik()));
    }

    /** Shows what is masked in this person's file (UU 23/2006 art. 84), and records it. */
    @PreAuthorize("hasAuthority('POPULATION_READ') and hasAuthority('PERSON_REVEAL')")
    @Transactional
    public Optional<Revealed> reveal(PersonId id, Purpose purpose) {
        return population
                .find(id)
                .map(person -> reveals.open(KIND, reference(id), person.nik(), null, purpose, inClear(person)));
    }

    private static Map<String, String> inClear(Person person) {
        var values = new LinkedHashMap<String, String>();
        values.put("NIK", person.nik().value());
        values.put("Nomor KK", person.familyCardNumber().value());
        values.put("Tanggal lahir", Formats.date(person.birthDate()));
        values.put("NIK ayah", nik(person.father()));
        values.put("NIK ibu", nik(person.mother()));
        return values;
    }

    private static String nik(Parent parent) {
        return Optional.ofNullable(parent.nik()).map(Nik::value).orElse("");
    }

    private static String reference(PersonId id) {
        return "Penduduk " + id;
    }
}
