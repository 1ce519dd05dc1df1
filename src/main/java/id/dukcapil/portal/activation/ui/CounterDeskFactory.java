package id.dukcapil.portal.activation.ui;

import id.dukcapil.portal.activation.process.ActivationCounter;
import id.dukcapil.portal.activation.process.ActivationDetails;
import id.dukcapil.portal.activation.process.Enrolment;
import id.dukcapil.portal.activation.settings.ActivationSettings;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives each open page of the counter its desk. */
@Component
class CounterDeskFactory {

    private final Enrolment enrolment;
    private final ActivationCounter counter;
    private final ActivationSettings settings;
    private final Offices offices;
    private final Clock clock;

    CounterDeskFactory(
            Enrolment enrolment, ActivationCounter counter, ActivationSettings settings, Offices offices, Clock clock) {
        this.enrolment = enrolment;
        this.counter = counter;
        this.settings = settings;
        this.offices = offices;
        this.clock = clock;
    }

    CounterDesk at(
            Office office,
            Supplier<Optional<ActivationDetails>> chosen,
            Consumer<String> choose,
            Runnable refresh,
            Supplier<@Nullable UUID> campaign) {
        return new CounterDesk(enrolment, counter, settings, offices, clock, office, chosen, choose, refresh, campaign);
    }
}
