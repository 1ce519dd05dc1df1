package id.dukcapil.portal.activation.ui;

import id.dukcapil.portal.activation.process.ActivationCounter;
import id.dukcapil.portal.activation.process.Enrolment;
import id.dukcapil.portal.activation.settings.ActivationSettings;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the desk of each open counter page works with. */
@Component
record CounterServices(
        Enrolment enrolment, ActivationCounter counter, ActivationSettings settings, Offices offices, Clock clock) {}
