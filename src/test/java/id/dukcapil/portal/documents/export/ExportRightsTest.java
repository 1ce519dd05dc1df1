package id.dukcapil.portal.documents.export;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.documents.export.ExportRun.Result;
import id.dukcapil.portal.staff.Role;
import id.dukcapil.portal.staff.Roles;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever may no longer have a list gets no file of it, whenever the right goes. */
class ExportRightsTest extends ExportRunning {

    @Autowired
    Roles roles;

    @Test
    void whoLostTheRightInBetweenIsRefusedWhenItRuns() {
        ExportId id = asked(ExportFormat.CSV);
        given.giveRoles(person, "operator");
        assertThat(run(line -> {}).run(id, 0, () -> false)).isEqualTo(Result.OVER);
        assertRefused(id);
    }

    @Test
    void whoLosesTheRightInTheMiddleIsRefusedBeforeTheNextFewPages() {
        ExportId id = asked(ExportFormat.CSV);
        var lastPageAfter = new AtomicInteger();
        Result result = run(line -> {
                    lastPageAfter.set(line);
                    if (line == 10) {
                        given.giveRoles(person, "operator");
                    }
                })
                .run(id, 0, () -> false);
        assertThat(result).isEqualTo(Result.OVER);
        assertThat(lastPageAfter).hasValue(10);
        assertRefused(id);
    }

    @Test
    void whoLosesTheRightAtTheLastRowsGetsNoFileEither() {
        ExportId id = asked(ExportFormat.XLSX);
        run(line -> {
                    if (line == LINES) {
                        given.giveRoles(person, "operator");
                    }
                })
                .run(id, 0, () -> false);
        assertRefused(id);
    }

    @Test
    void whoMayNoLongerSeeAllOfficesGetsNoFileOfAllOffices() {
        Role auditor = given.roleLike("pdp");
        person = given.account(auditor.code());
        ExportId id = asked(ExportFormat.CSV);
        run(line -> {
                    if (line == 10) {
                        takeAllOfficesFrom(auditor);
                    }
                })
                .run(id, 0, () -> false);
        assertRefused(id);
    }

    private void takeAllOfficesFrom(Role role) {
        var left = EnumSet.copyOf(role.permissions());
        left.remove(Permission.OFFICE_SPAN);
        given.as(
                "admin",
                () -> roles.change(
                        role.code(),
                        role.version(),
                        new Role.Edit(role.label(), left, role.secondFactorRequired(), role.unknown())));
    }

    private void assertRefused(ExportId id) {
        assertThat(entry(id).status()).isEqualTo(ExportStatus.FAILED);
        assertThat(entry(id).trouble()).isEqualTo("Anda tidak lagi berhak mengekspor daftar ini.");
        assertThat(files.present()).doesNotContain(id);
    }
}
