package id.dukcapil.portal.visits.visit;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.pupil.Pupils;
import id.dukcapil.portal.visits.school.School;
import id.dukcapil.portal.visits.school.Schools;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the planner does with a visit, one method for each button. All verbs throw {@link
 * id.dukcapil.portal.common.ChangedMeanwhile} when the visit has another version than was seen, {@link
 * id.dukcapil.portal.common.procedure.IllegalMove} when its status does not allow it, and {@link InvalidInput} when something
 * that they need is missing.
 */
@Service
@PreAuthorize("hasAuthority('VISIT_PLAN')")
public class Visits {

    static final String TEMPLATE = "visits/letter";
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int TOKEN = 26;

    private final VisitRecords records;
    private final CaseCommands cases;
    private final DocumentNumbers numbers;
    private final NumberKind visitNumbers;
    private final NumberKind visitLetterNumbers;
    private final NumberKind visitAssignmentNumbers;
    private final Schools schools;
    private final Pupils pupils;
    private final Offices offices;
    private final CurrentStaff staff;
    private final Organisation organisation;
    private final VisitSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Visits(
            VisitRecords records,
            CaseCommands cases,
            DocumentNumbers numbers,
            NumberKind visitNumbers,
            NumberKind visitLetterNumbers,
            NumberKind visitAssignmentNumbers,
            Schools schools,
            Pupils pupils,
            Offices offices,
            CurrentStaff staff,
            Organisation organisation,
            VisitSettings settings,
            Clock clock) {
        this.records = records;
        this.cases = cases;
        this.numbers = numbers;
        this.visitNumbers = visitNumbers;
        this.visitLetterNumbers = visitLetterNumbers;
        this.visitAssignmentNumbers = visitAssignmentNumbers;
        this.schools = schools;
        this.pupils = pupils;
        this.offices = offices;
        this.staff = staff;
        this.organisation = organisation;
        this.settings = settings;
        this.clock = clock;
    }

    @PreAuthorize("hasAnyAuthority('VISIT_READ', 'VISIT_RECORD')")
    @Transactional(readOnly = true)
    public Optional<VisitDetails> find(String number) {
        return records.findByNumber(number).map(Visit::details);
    }

    /** A draft for a school; the pupils to record on that day are counted from its list. */
    public VisitDetails plan(String npsn, LocalDate first, int days) {
        School school =
                schools.find(npsn).orElseThrow(() -> new InvalidInput("npsn", "Sekolah itu tidak ada dalam daftar."));
        if (first.isBefore(organisation.today(clock))) {
            throw new InvalidInput("first", "Hari itu sudah lewat.");
        }
        Office office = offices.find(staff.require().office()).orElseThrow();
        return cases.inTransaction(() -> {
            var plan = new Visit.Plan(
                    numbers.next(visitNumbers, office),
                    office.code(),
                    npsn,
                    school.name(),
                    first,
                    days,
                    pupils.toRecord(npsn, first));
            Visit visit = records.save(new Visit(plan, token(), cases.actor()));
            cases.moved(visit);
            return visit.details();
        });
    }

    private String token() {
        return random.ints(TOKEN, 0, ALPHABET.length())
                .collect(
                        StringBuilder::new, (text, place) -> text.append(ALPHABET.charAt(place)), StringBuilder::append)
                .toString();
    }

    /** Numbers the letter and sends its link to the school, when the school has an e-mail address. */
    public Optional<VisitDetails> sendLetter(String number, long seen) {
        return cases.change(() -> records.lockByNumber(number), seen, (visit, by) -> {
                    Office office = offices.find(visit.details().office()).orElseThrow();
                    visit.sendLetter(numbers.next(visitLetterNumbers, office), by);
                    mail(visit.details(), "Mohon jawaban sebelum jadwal ditetapkan.");
                })
                .map(Visit::details);
    }

    public Optional<VisitDetails> remind(String number) {
        return cases.change(() -> records.lockByNumber(number), (visit, by) -> {
                    visit.remind(by);
                    mail(visit.details(), "Surat ini belum dijawab; mohon jawaban.");
                })
                .map(Visit::details);
    }

    private void mail(VisitDetails visit, String request) {
        schools.find(visit.npsn())
                .map(School::contactEmail)
                .ifPresent(email -> cases.tell(new MailRequested(
                        TEMPLATE,
                        email,
                        visit.schoolName(),
                        Map.of(
                                "number", String.valueOf(visit.letterNumber()),
                                "day", Formats.longDate(visit.first()),
                                "days", String.valueOf(visit.days()),
                                "request", request,
                                "page", settings.page(visit.token())),
                        "Kunjungan sekolah",
                        visit.number(),
                        null)));
    }

    /** What the school said on the telephone or on paper. */
    public Optional<VisitDetails> answer(String number, long seen, SchoolAnswer answer) {
        SchoolAnswer checked = SchoolLinks.checked(answer);
        return cases.change(() -> records.lockByNumber(number), seen, (visit, by) -> visit.answer(checked, by))
                .map(Visit::details);
    }

    public Optional<VisitDetails> agree(String number, long seen) {
        return cases.change(() -> records.lockByNumber(number), seen, Visit::agree)
                .map(Visit::details);
    }

    /** Day, people and equipment of a visit, judged already. @param overridden rules that are broken on purpose; null for none */
    public record Wanted(
            LocalDate first,
            int days,
            @Nullable String crew,
            @Nullable String vehicle,
            Set<String> sets,
            Set<Long> helpers,
            @Nullable String overridden) {}

    /** Joins the transaction in which the rules judged. @param why needed for another day once the school knows the day */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<VisitDetails> arrange(String number, long seen, Wanted wanted, String why) {
        if (wanted.first().isBefore(organisation.today(clock))) {
            throw new InvalidInput("first", "Hari itu sudah lewat.");
        }
        return cases.within(() -> records.lockByNumber(number), seen).map(visit -> {
            ActedBy by = cases.actor();
            VisitDetails before = visit.details();
            if (!before.first().equals(wanted.first()) || before.days() != wanted.days()) {
                visit.move(wanted.first(), wanted.days(), why, by);
                cases.moved(visit);
            }
            visit.assign(wanted.crew(), wanted.vehicle(), wanted.sets(), wanted.helpers(), wanted.overridden(), by);
            cases.moved(visit);
            return visit.details();
        });
    }

    /** Numbers the Surat Tugas. */
    public Optional<VisitDetails> publish(String number, long seen) {
        return cases.change(() -> records.lockByNumber(number), seen, (visit, by) -> {
                    Office office = offices.find(visit.details().office()).orElseThrow();
                    visit.publish(() -> numbers.next(visitAssignmentNumbers, office), by);
                })
                .map(Visit::details);
    }

    /** @param recorded pupils who were recorded */
    public Optional<VisitDetails> finish(String number, long seen, int recorded) {
        if (recorded < 0) {
            throw new InvalidInput("recorded", "Jumlah siswa tidak kurang dari nol.");
        }
        LocalDate today = organisation.today(clock);
        return cases.change(() -> records.lockByNumber(number), seen, (visit, by) -> visit.finish(recorded, today, by))
                .map(Visit::details);
    }

    /** The school has signed on the day; joins the transaction in which that is written down. Of every office, as crews are. */
    @PreAuthorize("hasAuthority('VISIT_RECORD')")
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(String number, int recorded) {
        LocalDate today = organisation.today(clock);
        cases.follow(() -> records.lockByNumber(number), visit -> visit.finish(recorded, today, cases.actor()));
    }

    public Optional<VisitDetails> cancel(String number, long seen, String why) {
        return cases.change(() -> records.lockByNumber(number), seen, (visit, by) -> visit.cancel(why.strip(), by))
                .map(Visit::details);
    }
}
