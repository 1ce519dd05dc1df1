package id.dukcapil.portal.population.demonstration;

import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.population.Family;
import id.dukcapil.portal.population.Region;
import id.dukcapil.portal.population.Regions;
import id.dukcapil.portal.staff.Demonstration;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills an empty register with invented people at the first start of the demonstration, all of them or none: a crash
 * on the way leaves the register empty for the next start.
 */
@Component
@Demonstration
@Order(DemonstrationPeople.ORDER)
class DemonstrationPeople implements SetUpStep {

    static final int ORDER = 30;

    private static final Logger log = LoggerFactory.getLogger(DemonstrationPeople.class);

    private final int wanted;
    private final Organisation organisation;
    private final Regions regions;
    private final PopulationBulkWriter writer;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemonstrationPeople(
            @Value("${portal.demonstration-people:20000}") int wanted,
            Organisation organisation,
            Regions regions,
            PopulationBulkWriter writer,
            JdbcClient jdbc,
            Clock clock) {
        this.wanted = wanted;
        this.organisation = organisation;
        this.regions = regions;
        this.writer = writer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void enter() {
        if (anyoneRegistered()) {
            return;
        }
        List<Family> families = invent();
        writer.write(families, clock.instant());
        log.info("Demonstration: {} invented people in {} families registered", wanted, families.size());
    }

    private boolean anyoneRegistered() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM population_person)")
                .query(Boolean.class)
                .single();
    }

    private List<Family> invent() {
        Region regency = regency(organisation.regencyCode());
        List<Region> villages = regions.districts(regency.code()).stream()
                .flatMap(district -> regions.villages(district.code()).stream())
                .toList();
        if (villages.isEmpty()) {
            throw new IllegalStateException("The region table has no villages of " + regency.name()
                    + "; set portal.organisation.regency-code to a regency it knows");
        }
        Origins origins = Origins.of(regency, regions::districts, this::regency);
        return new InventedFamilies(origins, villages).withTogether(wanted);
    }

    private Region regency(String code) {
        return regions.find(code)
                .orElseThrow(() -> new IllegalStateException("The region table has no regency " + code));
    }
}
