package id.dukcapil.portal.sla;

import id.dukcapil.portal.common.SetUpStep;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files the shipped procedures at start; one whose text has not changed since is left alone. */
@Component
@Order(StandardFiling.ORDER)
class StandardFiling implements SetUpStep {

    static final int ORDER = 30;

    private static final List<String> PARTS =
            List.of("sla_standard_step_actor", "sla_standard_step", "sla_standard_actor", "sla_standard_item");

    private final StandardFiles files;
    private final JdbcClient jdbc;

    StandardFiling(StandardFiles files, JdbcClient jdbc) {
        this.files = files;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void enter() {
        files.all().stream().filter(file -> !isFiled(file)).forEach(this::file);
    }

    private boolean isFiled(StandardFiles.Shipped file) {
        return jdbc.sql("SELECT COUNT(*) FROM sla_standard WHERE slug = ? AND content_hash = ?")
                        .param(file.content().slug())
                        .param(file.hash())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The first page goes first: its row is what a second process, starting at the same time, has to wait for. */
    private void file(StandardFiles.Shipped file) {
        StandardFile standard = file.content();
        fileFirstPage(standard, file.hash());
        for (String part : PARTS) {
            jdbc.sql("DELETE FROM " + part + " WHERE standard = ?")
                    .param(standard.slug())
                    .update();
        }
        for (StandardSection section : StandardSection.values()) {
            fileItems(standard, section);
        }
        fileActors(standard);
        for (int number = 1; number <= standard.steps().size(); number++) {
            fileStep(standard, number);
        }
    }

    private void fileFirstPage(StandardFile standard, String hash) {
        jdbc.sql("""
                        INSERT INTO sla_standard
                          (slug, ordinal, number, year, decree, name, short_name, regency, agency, division, issued, revised,
                           effective, approver_title, approver_name, approver_nip, printed_total_minutes, source,
                           content_hash)
                        VALUES (:slug, :ordinal, :number, :year, :decree, :name, :shortName, :regency, :agency, :division, :issued,
                           :revised, :effective, :approverTitle, :approverName, :approverNip, :total, :source, :hash)
                        ON DUPLICATE KEY UPDATE
                          ordinal = VALUE(ordinal), number = VALUE(number), year = VALUE(year), decree = VALUE(decree),
                          name = VALUE(name), short_name = VALUE(short_name), regency = VALUE(regency), agency = VALUE(agency),
                          division = VALUE(division), issued = VALUE(issued), revised = VALUE(revised),
                          effective = VALUE(effective), approver_title = VALUE(approver_title),
                          approver_name = VALUE(approver_name), approver_nip = VALUE(approver_nip),
                          printed_total_minutes = VALUE(printed_total_minutes), source = VALUE(source),
                          content_hash = VALUE(content_hash)""")
                .param("slug", standard.slug())
                .param("ordinal", standard.ordinal())
                .param("number", standard.number())
                .param("year", standard.year())
                .param("decree", standard.decree())
                .param("name", standard.name())
                .param("shortName", standard.shortName())
                .param("regency", standard.regency())
                .param("agency", standard.agency())
                .param("division", standard.division())
                .param("issued", standard.issued())
                .param("revised", standard.revised())
                .param("effective", standard.effective())
                .param("approverTitle", standard.approverTitle())
                .param("approverName", standard.approverName())
                .param("approverNip", standard.approverNip())
                .param("total", standard.printedTotalMinutes())
                .param("source", standard.source())
                .param("hash", hash)
                .update();
    }

    private void fileItems(StandardFile standard, StandardSection section) {
        int ordinal = 1;
        for (String text : standard.section(section)) {
            jdbc.sql("INSERT INTO sla_standard_item (standard, kind, ordinal, text) VALUES (?, ?, ?, ?)")
                    .params(standard.slug(), section.name(), ordinal++, text)
                    .update();
        }
    }

    private void fileActors(StandardFile standard) {
        int ordinal = 1;
        for (String actor : standard.actors()) {
            jdbc.sql("INSERT INTO sla_standard_actor (standard, ordinal, name) VALUES (?, ?, ?)")
                    .params(standard.slug(), ordinal++, actor)
                    .update();
        }
    }

    private void fileStep(StandardFile standard, int number) {
        StandardFile.Step step = standard.steps().get(number - 1);
        TargetTime time = TargetTime.parse(step.printedTime());
        jdbc.sql("""
                        INSERT INTO sla_standard_step
                          (standard, number, description, requirement, printed_time, min_minutes, max_minutes, output,
                           note)
                        VALUES (:standard, :number, :description, :requirement, :printedTime, :min, :max, :output,
                           :note)""")
                .param("standard", standard.slug())
                .param("number", number)
                .param("description", step.description())
                .param("requirement", step.requirement())
                .param("printedTime", step.printedTime())
                .param("min", time.min())
                .param("max", time.max())
                .param("output", step.output())
                .param("note", step.note())
                .update();
        for (String actor : step.actors()) {
            int lane = standard.actors().indexOf(actor) + 1;
            if (lane == 0) {
                throw new IllegalStateException(
                        "%s, step %d: '%s' is no actor of this procedure".formatted(standard.slug(), number, actor));
            }
            jdbc.sql("INSERT INTO sla_standard_step_actor (standard, step, actor) VALUES (?, ?, ?)")
                    .params(standard.slug(), number, lane)
                    .update();
        }
    }
}
