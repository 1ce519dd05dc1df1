package id.dukcapil.portal.documents.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.audit.TrailExport;
import id.dukcapil.portal.audit.TrailFilter;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.staff.AccountDetails;
import id.dukcapil.portal.staff.StaffScenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** Asking for a list, and who gets the file. */
@IntegrationTest
class ExportsTest {

    @Autowired
    Exports exports;

    @Autowired
    TrailExport trail;

    @Autowired
    ExportFiles files;

    @Autowired
    ApplicationContext portal;

    @Autowired
    StaffScenario given;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private AccountDetails person;

    @BeforeEach
    void anAuditor() {
        person = given.account("pdp");
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void theFileIsHandedToWhoAskedUnderAProperNameAndBothAreRecorded() throws Exception {
        ExportId id = ready("TIDAK-ADA-1");
        MockHttpServletResponse answer = download(person, id.toString());
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader(HttpHeaders.CONTENT_DISPOSITION)).contains("attachment", "jejak-audit.csv");
        assertThat(answer.getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store");
        assertThat(answer.getContentAsByteArray()).isNotEmpty();
        assertThat(given.auditOf("Ekspor CSV"))
                .extracting(AuditEvent::action, AuditEvent::changes)
                .contains(
                        tuple("Ekspor diminta", List.of(new AuditEvent.Change("Saringan", null, "berkas TIDAK-ADA-1"))),
                        tuple(
                                "Ekspor diunduh",
                                List.of(
                                        new AuditEvent.Change("Saringan", null, "berkas TIDAK-ADA-1"),
                                        new AuditEvent.Change("Baris", null, "0"))));
        assertThat(entry(id).downloads()).isEqualTo(1);
    }

    @Test
    void toAnybodyElseItDoesNotExist() throws Exception {
        ExportId id = ready("TIDAK-ADA-2");
        AccountDetails colleague = given.account("pdp");
        assertThat(download(colleague, id.toString()).getStatus()).isEqualTo(404);
        assertThat(given.as(colleague.username(), () -> exports.find(id))).isEmpty();
        assertThat(given.as(colleague.username(), () -> exports.page(null, 0, 50)))
                .isEmpty();
        for (Runnable act :
                List.<Runnable>of(() -> exports.cancel(id), () -> exports.retry(id), () -> exports.remove(id))) {
            assertThatExceptionOfType(ExportRefused.class)
                    .isThrownBy(() -> given.as(colleague.username(), () -> {
                        act.run();
                        return true;
                    }));
        }
        assertThat(download(person, "../../etc/passwd").getStatus()).isIn(400, 404);
        assertThat(download(person, "bukan-nomor").getStatus()).isEqualTo(404);
        assertThat(mvc.perform(get("/unduhan/{id}/berkas", id.toString()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isNotEqualTo(200);
    }

    @Test
    void whoLostThePermissionDoesNotGetWhatIsReady() throws Exception {
        ExportId id = ready("TIDAK-ADA-3");
        given.giveRoles(person, "operator");
        assertThat(download(person, id.toString()).getStatus()).isEqualTo(403);
        given.giveRoles(person, "pdp");
        assertThat(download(person, id.toString()).getStatus()).isEqualTo(200);
    }

    @Test
    void whoNoLongerWorksForAllOfficesDoesNotGetTheirRows() {
        ExportId id = ready("TIDAK-ADA-4");
        assertThat(entry(id).scope()).isEqualTo("*");
        jdbc.sql("UPDATE documents_export SET scope = '320437' WHERE id = ?")
                .param(id.value())
                .update();
        assertThat(given.as(person.username(), () -> exports.download(id))).isPresent();
        jdbc.sql("UPDATE documents_export SET scope = '*' WHERE id = ?")
                .param(id.value())
                .update();
        var narrow = given.roleLike("pdp");
        given.as(
                "admin",
                () -> jdbc.sql("DELETE FROM staff_role_permission WHERE role_code = ? AND permission = 'OFFICE_SPAN'")
                        .param(narrow.code())
                        .update());
        given.giveRoles(person, narrow.code());
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.as(person.username(), () -> exports.download(id)));
    }

    @Test
    void whoMayNotHaveTheListCannotAskForIt() {
        AccountDetails operator = given.account("operator");
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.as(operator.username(), () -> trail.ask(filter("X"), "x", ExportFormat.CSV)));
        assertThat(given.as(operator.username(), exports::count)).isZero();
    }

    @Test
    void aDoubleClickStartsOne() throws Exception {
        var barrier = new CyclicBarrier(4);
        Callable<ExportId> click = () -> {
            barrier.await();
            return ask("TIDAK-ADA-5");
        };
        var ids = new HashSet<ExportId>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var outcome : threads.invokeAll(List.of(click, click, click, click))) {
                ids.add(outcome.get());
            }
        }
        assertThat(ids).hasSize(1);
        assertThat(given.as(person.username(), exports::count)).isEqualTo(1);
        assertThat(scheduled(ids.iterator().next())).isEqualTo(1);
        assertThat(given.auditOf("Ekspor CSV").stream()
                        .filter(event -> event.changes().toString().contains("TIDAK-ADA-5")))
                .hasSize(1);
    }

    @Test
    void whoHasFiveUnderWayIsAskedToWait() {
        for (int i = 0; i < 5; i++) {
            ask("BANYAK-" + i);
        }
        assertThatExceptionOfType(ExportRefused.class)
                .isThrownBy(() -> ask("BANYAK-5"))
                .withMessageContaining("Masih ada 5 ekspor Anda");
    }

    @Test
    void whatWaitsCanBeCancelledAndAskedForAgain() throws Exception {
        ExportId id = ask("TIDAK-ADA-6");
        as(() -> exports.cancel(id));
        assertThat(entry(id).status()).isEqualTo(ExportStatus.CANCELLED);
        assertThatExceptionOfType(ExportRefused.class).isThrownBy(() -> as(() -> exports.cancel(id)));
        as(() -> exports.retry(id));
        assertThatExceptionOfType(ExportRefused.class).isThrownBy(() -> as(() -> exports.retry(id)));
        ExportedFile.of(portal, id);
        assertThat(entry(id).status()).isEqualTo(ExportStatus.READY);
    }

    @Test
    void whatIsTriedAgainWhileTheSameIsUnderWayIsRefused() {
        ExportId first = ask("TIDAK-ADA-7");
        as(() -> exports.cancel(first));
        ExportId second = ask("TIDAK-ADA-7");
        assertThat(second).isNotEqualTo(first);
        assertThatExceptionOfType(ExportRefused.class)
                .isThrownBy(() -> as(() -> exports.retry(first)))
                .withMessageContaining("sedang dibuat");
    }

    @Test
    void whoDeletesItHasNeitherFileNorLine() throws Exception {
        ExportId running = ask("TIDAK-ADA-8");
        assertThatExceptionOfType(ExportRefused.class)
                .isThrownBy(() -> as(() -> exports.remove(running)))
                .withMessageContaining("Batalkan dahulu");
        ExportedFile.of(portal, running);
        as(() -> exports.remove(running));
        assertThat(files.present()).doesNotContain(running);
        assertThat(given.as(person.username(), () -> exports.find(running))).isEmpty();
        assertThat(download(person, running.toString()).getStatus()).isEqualTo(404);
    }

    @Test
    void afterADayThereIsNothingToDownload() throws Exception {
        ExportId id = ready("TIDAK-ADA-9");
        clock.advance(Duration.ofHours(24));
        assertThat(download(person, id.toString()).getStatus()).isEqualTo(404);
    }

    private ExportId ready(String reference) {
        try {
            ExportId id = ask(reference);
            ExportedFile.of(portal, id);
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ExportId ask(String reference) {
        return given.as(person.username(), () -> trail.ask(filter(reference), "berkas " + reference, ExportFormat.CSV));
    }

    private static TrailFilter filter(String reference) {
        return new TrailFilter(null, "Uji unduhan", reference, null, null, null, null, null);
    }

    private void as(Runnable work) {
        given.as(person.username(), () -> {
            work.run();
            return true;
        });
    }

    private ExportEntry entry(ExportId id) {
        return given.as(person.username(), () -> exports.find(id)).orElseThrow();
    }

    private int scheduled(ExportId id) {
        return jdbc.sql(
                        "SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = 'documents-export' AND task_instance = ?")
                .param(id + "-0")
                .query(Integer.class)
                .single();
    }

    private MockHttpServletResponse download(AccountDetails who, String id) throws Exception {
        return mvc.perform(get("/unduhan/{id}/berkas", id).with(authentication(given.signedIn(who.username()))))
                .andReturn()
                .getResponse();
    }
}
