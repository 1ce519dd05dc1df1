package id.dukcapil.portal.sla.demonstration;

import static java.util.stream.Collectors.joining;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.sla.survey.Element;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What people answered over half a year: one office is weak, one has too few answers to be shown. */
@Component
@Order(96)
@ConditionalOnBooleanProperty({"portal.demonstration", "portal.sla.demonstration"})
class InventedAnswers implements SetUpStep {

    private static final int SEED = 14_2017;
    private static final int DAYS = 180;
    private static final int UNREAD_DAYS = 7;
    private static final int COMMENT_OF = 14;
    private static final List<String> PRAISE = List.of(
            "Cepat dan petugasnya ramah.",
            "Antrean jelas, terima kasih.",
            "Sudah jauh lebih baik dari tahun lalu.",
            "Mohon kursi tunggu ditambah.");
    private static final List<String> COMPLAINTS = List.of(
            "Menunggu terlalu lama.",
            "Tidak ada yang menjelaskan berkas yang kurang.",
            "Parkir sempit dan ruang tunggu panas.");

    private record Place(String office, int answers, double mood) {}

    private static final List<Place> PLACES = List.of(
            new Place("DINAS", 140, 3.4),
            new Place("MPP", 96, 3.6),
            new Place("320437", 58, 3.2),
            new Place("320410", 44, 2.3),
            new Place("320433", 3, 3.5));

    private static final String INSERT = "INSERT INTO sla_survey_answer (id, day, office_code, comment, comment_state, "
            + Arrays.stream(Element.values()).map(Element::column).collect(joining(", "))
            + ") VALUES (?, ?, ?, ?, ?" + ", ?".repeat(Element.values().length) + ")";

    private final Offices offices;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Random dice = new Random(SEED);

    InventedAnswers(Offices offices, JdbcTemplate jdbc, Clock clock) {
        this.offices = offices;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void enter() {
        Boolean entered = jdbc.queryForObject("SELECT EXISTS (SELECT 1 FROM sla_survey_answer)", Boolean.class);
        if (!Boolean.TRUE.equals(entered)) {
            var rows = new ArrayList<@Nullable Object[]>();
            PLACES.forEach(place -> offices.find(new OfficeCode(place.office()))
                    .ifPresent(office -> rows.addAll(answers(office, place))));
            jdbc.batchUpdate(INSERT, rows);
        }
    }

    /** The newest comments have not been read yet. */
    private List<@Nullable Object[]> answers(Office office, Place place) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), office.timeZone());
        var rows = new ArrayList<@Nullable Object[]>();
        for (int i = 0; i < place.answers(); i++) {
            int back = (int) ((long) i * DAYS / place.answers());
            var row = new ArrayList<@Nullable Object>();
            row.add(UUID.nameUUIDFromBytes((place.office() + "/" + i).getBytes(StandardCharsets.UTF_8)));
            row.add(today.minusDays(back));
            row.add(office.code().value());
            row.add(i % COMMENT_OF == 1 ? comment(place.mood()) : null);
            row.add(back < UNREAD_DAYS ? "WAITING" : "SHOWN");
            for (Element element : Element.values()) {
                double middle = element == Element.COST ? 4 : place.mood();
                row.add(Math.clamp(Math.round(middle + dice.nextGaussian() * 0.6), 1, 4));
            }
            rows.add(row.toArray());
        }
        return rows;
    }

    private String comment(double mood) {
        List<String> words = mood < 3 ? COMPLAINTS : PRAISE;
        return words.get(dice.nextInt(words.size()));
    }
}
