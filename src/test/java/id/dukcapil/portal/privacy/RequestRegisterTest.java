package id.dukcapil.portal.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ContactData.Correction;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Purpose;
import id.dukcapil.portal.common.Retention;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.procedure.StepTaken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The officer Sri Lestari answers what people ask about their own data. Today is Monday 23 November 2026. */
@IntegrationTest
@RecordApplicationEvents
@WithUserDetails("pdp")
class RequestRegisterTest {

    @Autowired
    RequestRegister register;

    @Autowired
    RequestList list;

    @Autowired
    PersonalCopy copy;

    @Autowired
    ProcessingRecord record;

    @Autowired
    Retention privacyRequestRetention;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    ApplicationEvents events;

    @Autowired
    SecurityContextHolderStrategy security;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aRequestGetsTheNextNumberOfItsYearAndItsClock() {
        RequestDetails first = register.register(access(somebody()));
        RequestDetails second = register.register(access(somebody()));
        assertThat(first.number()).matches("PD-2026-\\d{4}");
        assertThat(number(second)).isEqualTo(number(first) + 1);
        assertThat(first.deadline().due()).isEqualTo(clock.instant().plus(Duration.ofHours(72)));
        assertThat(events.stream(AuditEvent.class)
                        .filter(event -> event.action().equals("Dicatat")))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.person()).isNotNull());
    }

    @Test
    void aRequestThatCannotBeWrittenDownUsesNoNumber() {
        RequestDetails before = register.register(access(somebody()));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> register.register(
                        new NewRequest(RequestKind.ACCESS, "12", "Siti", "siti@contoh.id", "salinan", null, null)));
        assertThat(number(register.register(access(somebody())))).isEqualTo(number(before) + 1);
    }

    @Test
    void theWholeProcedureLeavesItsTimelineAndItsTrail() {
        String number = register.register(access(somebody())).number();
        register.begin(number, "KTP-el asli diperlihatkan");
        clock.advance(Duration.ofHours(20));
        register.answer(number, Decision.GRANTED, "Salinan data terlampir.");
        register.finish(number, "diserahkan di loket");
        RequestDetails done = register.find(number).orElseThrow();
        assertThat(done.status()).isEqualTo(RequestStatus.DONE);
        assertThat(done.deadline().at(clock.instant())).isEqualTo(Deadline.State.KEPT);
        assertThat(done.history())
                .extracting(event -> event.action().label())
                .containsExactly("Dicatat", "Identitas diperiksa", "Dijawab", "Jawaban disampaikan");
        assertThat(done.history()).extracting(StepTaken::actor).containsOnly("Sri Lestari");
        assertThat(events.stream(AuditEvent.class)
                        .filter(event -> event.reference().equals(number))
                        .map(AuditEvent::action))
                .containsExactly("Dicatat", "Identitas diperiksa", "Dijawab: Dipenuhi", "Jawaban disampaikan");
    }

    @Test
    void ofTwoOfficersWhoAnswerAtTheSameTimeOneIsTold() throws Exception {
        String number = register.register(access(somebody())).number();
        register.begin(number, "KTP-el");
        var barrier = new CyclicBarrier(2);
        var context = security.getContext();
        Callable<String> answer = () -> {
            security.setContext(context);
            barrier.await();
            try {
                register.answer(number, Decision.GRANTED, "terlampir");
                return "dijawab";
            } catch (IllegalMove tooLate) {
                return String.valueOf(tooLate.getMessage());
            }
        };
        try (var pool = Executors.newFixedThreadPool(2)) {
            var answers = pool.invokeAll(List.of(answer, answer));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                    .containsExactlyInAnyOrder(
                            "dijawab",
                            "Permintaan %s berstatus \"Dijawab\" sehingga tidak dapat dijawab.".formatted(number));
        }
        assertThat(register.find(number).orElseThrow().history()).hasSize(3);
    }

    @Test
    void theListShowsWhatIsOpenWhatIsLateAndEverything() {
        Nik nik = somebody();
        Instant longAgo = clock.instant().minus(Duration.ofDays(5));
        String late = register.register(objection(nik, longAgo)).number();
        String fresh = register.register(objection(nik, null)).number();
        String taken = register.register(objection(nik, null)).number();
        register.withdraw(taken, "tidak jadi");

        assertThat(numbers(CaseList.OPEN)).contains(late, fresh).doesNotContain(taken);
        assertThat(numbers(CaseList.LATE)).contains(late).doesNotContain(fresh, taken);
        assertThat(numbers(CaseList.ALL)).contains(late, fresh, taken);
        assertThat(numbers(CaseList.ALL)).hasSize(list.count(CaseList.ALL, RequestKind.OBJECTION));
        CaseList.Waiting waiting = list.waiting();
        assertThat(waiting.late()).isPositive().isLessThan(waiting.open());
        assertThat(waiting.nextDue()).isBefore(clock.instant());
    }

    @Test
    void whatIsDueFirstStandsAtTheTopAndWhatOwesNothingAnyMoreBelowNewestFirst() {
        Nik nik = somebody();
        Instant now = clock.instant();
        String later = register.register(objection(nik, now.minus(Duration.ofHours(1))))
                .number();
        String sooner = register.register(objection(nik, now.minus(Duration.ofHours(30))))
                .number();
        String late =
                register.register(objection(nik, now.minus(Duration.ofDays(5)))).number();
        String olderEnd = ended(objection(nik, now.minus(Duration.ofDays(6))));
        String newerEnd = ended(objection(nik, now.minus(Duration.ofHours(2))));

        assertThat(numbers(CaseList.ALL)).containsSubsequence(late, sooner, later, newerEnd, olderEnd);
        assertThat(numbers(CaseList.OPEN)).containsSubsequence(late, sooner, later);

        List<RequestRow> all = list.page(CaseList.ALL, RequestKind.OBJECTION, null, 0, 1_000);
        for (int seen = 1; seen <= all.size(); seen++) {
            assertThat(list.page(CaseList.ALL, RequestKind.OBJECTION, all.get(seen - 1), 0, 1_000))
                    .isEqualTo(all.subList(seen, all.size()));
        }
    }

    @Test
    void theListIsReadInTheOrderOfItsIndexWithoutSorting() {
        for (String table : List.of("privacy_request", "privacy_incident")) {
            Map<String, @Nullable Object> step = jdbc.sql(
                            "EXPLAIN SELECT * FROM %s ORDER BY list_place, id LIMIT 50".formatted(table))
                    .query()
                    .singleRow();
            assertThat(step.get("key")).isEqualTo(table + "_place");
            assertThat(String.valueOf(step.get("Extra"))).doesNotContain("filesort");
        }
    }

    private String ended(NewRequest request) {
        String number = register.register(request).number();
        register.withdraw(number, "tidak jadi");
        return number;
    }

    @Test
    void theCopyHoldsWhatEveryPlaceHoldsInAllForms() throws IOException {
        Nik nik = somebody();
        String number = register.register(access(nik)).number();
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> copy.make(number, PersonalCopy.Form.PDF))
                .withMessageContaining("sudah diperiksa");
        register.begin(number, "KTP-el asli");

        String paper = pdf(copy.make(number, PersonalCopy.Form.PDF));
        assertThat(paper)
                .contains("SALINAN DATA PRIBADI", "Permintaan " + number, "PEMERINTAH KABUPATEN BANDUNG")
                .contains("Data penduduk (salinan SIAK)", "Pemesanan antrean cetak KTP-el", "Permintaan subjek data")
                .contains(nik.value(), familyNumber(nik))
                .contains("Hanya untuk subjek data.");

        String json = new String(copy.make(number, PersonalCopy.Form.JSON), StandardCharsets.UTF_8);
        assertThat(json).contains("\"permintaan\" : \"" + number + "\"", nik.value(), "\"Nomor KK\"");

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(copy.make(number, PersonalCopy.Form.XLSX)))) {
            assertThat(StreamSupport.stream(workbook.getSheetAt(0).spliterator(), false)
                            .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                            .filter(cell -> cell.getCellType() == CellType.STRING)
                            .map(cell -> cell.getStringCellValue()))
                    .contains(nik.value(), familyNumber(nik));
        }
        assertThat(events.stream(AuditEvent.class)
                        .filter(event -> event.action().equals("Salinan data dibuat")))
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.person()).isEqualTo(nik));
    }

    @ParameterizedTest
    @EnumSource(PersonalCopy.Form.class)
    void nobodyGetsACopyForARequestThatDoesNotExist(PersonalCopy.Form form) {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> copy.make("PD-2026-9999", form));
    }

    @Test
    void onlyACorrectionInWorkCorrectsContactData() {
        String number = register.register(access(somebody())).number();
        register.begin(number, "KTP-el");
        assertThatExceptionOfType(IllegalMove.class)
                .isThrownBy(() -> register.correctContact(number, new Correction("benar@contoh.id", null)));

        String correction = register.register(correction(somebody())).number();
        register.begin(correction, "KTP-el");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> register.correctContact(correction, new Correction(null, null)));
        assertThat(register.correctContact(correction, new Correction("benar@contoh.id", null)))
                .isZero();
    }

    @Test
    void whoAskedIsOpenedForAPurposeAndRecorded() {
        Nik nik = somebody();
        String number = register.register(correction(nik)).number();
        assertThat(register.reveal(number, new Purpose(Purpose.Kind.DATA_SUBJECT, number))
                        .orElseThrow()
                        .values())
                .containsEntry("NIK", nik.value())
                .containsEntry("Jawaban ke", "siti@contoh.id")
                .containsEntry("Seharusnya", "26 Januari 1990");
        assertThat(events.stream(AuditEvent.class).map(AuditEvent::action)).contains("Data pribadi dibuka");
    }

    @Test
    @WithUserDetails("kadis")
    void theHeadLooksOnAndChangesNothing() {
        assertThat(list.count(CaseList.ALL, null)).isNotNegative();
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> register.register(access(somebody())));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> copy.make("PD-2026-0001", PersonalCopy.Form.PDF));
    }

    @Test
    @WithUserDetails("operator")
    void theCounterDoesNotSeeTheRegister() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> list.count(CaseList.ALL, null));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(record::holdings);
    }

    @Test
    void aFinishedRequestEndsWithItsHistoryAfterItsRetention() {
        String number = register.register(access(somebody())).number();
        register.withdraw(number, "tidak jadi");
        String open = register.register(access(somebody())).number();
        Instant later = clock.instant().plusSeconds(1);
        long ended = privacyRequestRetention.endedBefore(later).orElseThrow();
        assertThat(ended).isPositive();
        assertThat(privacyRequestRetention.removeEndedBefore(later, 1_000)).isEqualTo((int) ended);
        assertThat(register.find(number)).isEmpty();
        assertThat(register.find(open)).isPresent();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM privacy_step s WHERE NOT EXISTS (SELECT 1 FROM privacy_request r"
                                + " WHERE r.id = s.case_id) AND NOT EXISTS (SELECT 1 FROM privacy_incident i"
                                + " WHERE i.id = s.case_id)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theRecordOfProcessingNamesEveryPlaceAndPeriodOnPaper() throws IOException {
        String paper = pdf(record.pdf());
        assertThat(paper).contains("CATATAN PEMROSESAN DATA PRIBADI", "UU 27/2022 Pasal 31");
        assertThat(record.holdings())
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(holding -> assertThat(paper).contains(holding.place()));
        assertThat(paper).contains("Pemesanan antrean cetak yang sudah berakhir", "2 tahun", "7 hari");
    }

    private List<String> numbers(CaseList which) {
        return list.page(which, RequestKind.OBJECTION, null, 0, 1_000).stream()
                .map(RequestRow::number)
                .toList();
    }

    private static int number(RequestDetails request) {
        return Integer.parseInt(request.number().substring("PD-2026-".length()));
    }

    private static NewRequest access(Nik nik) {
        return new NewRequest(
                RequestKind.ACCESS, nik.value(), "Siti Rahmawati", "siti@contoh.id", "Minta salinan", null, null);
    }

    private static NewRequest objection(Nik nik, @Nullable Instant receivedAt) {
        return new NewRequest(RequestKind.OBJECTION, nik.value(), "Asep", "08123456789", "Keberatan", null, receivedAt);
    }

    private static NewRequest correction(Nik nik) {
        return new NewRequest(
                RequestKind.CORRECTION,
                nik.value(),
                "Siti Rahmawati",
                "siti@contoh.id",
                "Tanggal lahir keliru",
                new NewRequest.Wrong("Tanggal lahir", "25 Januari 1990", "26 Januari 1990", "kutipan akta"),
                null);
    }

    /** Somebody of the register who has booked nothing. */
    private Nik somebody() {
        return new Nik(jdbc.sql("SELECT nik FROM population_person ORDER BY nik LIMIT 1")
                .query(String.class)
                .single());
    }

    private String familyNumber(Nik nik) {
        return jdbc.sql("SELECT family_number FROM population_person WHERE nik = ?")
                .param(nik.value())
                .query(String.class)
                .single();
    }

    private static String pdf(byte[] bytes) throws IOException {
        try (var document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
