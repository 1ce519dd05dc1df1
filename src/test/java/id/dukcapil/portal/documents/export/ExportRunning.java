package id.dukcapil.portal.documents.export;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.documents.Csv;
import id.dukcapil.portal.documents.Spreadsheet;
import id.dukcapil.portal.staff.AccountDetails;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.OnBehalf;
import id.dukcapil.portal.staff.StaffScenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of an export start from: an auditor, a list of lines, and a run that can be met at any page. */
@IntegrationTest
abstract class ExportRunning {

    static final int PAGE = 10;

    static final int LINES = 35;

    static final String WORDS = "nama diawali A; kantor Soreang";

    @Autowired
    ExportRecords records;

    @Autowired
    ExportFiles files;

    @Autowired
    Spreadsheet spreadsheet;

    @Autowired
    Csv csv;

    @Autowired
    OnBehalf onBehalf;

    @Autowired
    CurrentStaff staff;

    @Autowired
    SettableClock clock;

    @Autowired
    StaffScenario given;

    AccountDetails person;

    @BeforeEach
    void anAuditor() {
        person = given.account("pdp");
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    ExportId asked(ExportFormat format) {
        return entered(format, new Lines.Filter(LINES, "A"));
    }

    ExportId entered(ExportFormat format, Lines.Filter filter) {
        var id = new ExportId(TimeOrderedId.at(clock.instant()));
        records.enter(
                id,
                new ExportRecords.Request(
                        person.id(),
                        "uji",
                        format,
                        ExportRun.JSON.writeValueAsString(filter),
                        WORDS,
                        null,
                        UUID.randomUUID().toString()));
        return id;
    }

    ExportRun run(IntConsumer beforePageAfter) {
        return new ExportRun(
                records,
                new ExportKinds(List.of(new Lines(beforePageAfter))),
                files,
                spreadsheet,
                csv,
                onBehalf,
                staff,
                Duration.ZERO,
                PAGE);
    }

    static IntConsumer crashAfter(int lines) {
        return line -> {
            if (line == lines) {
                throw new IllegalStateException("the machine is gone");
            }
        };
    }

    ExportEntry entry(ExportId id) {
        return records.find(id).orElseThrow();
    }

    byte[] content(ExportEntry entry) {
        try {
            return Files.readAllBytes(files.of(entry.id(), entry.attempt()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
