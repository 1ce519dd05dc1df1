package id.dukcapil.portal.activation.ui;

import id.dukcapil.portal.activation.process.ActivationDetails;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The open page of a counter, as its desk asks and tells it. */
interface CounterPage {

    Optional<ActivationDetails> chosen();

    void choose(String number);

    void refresh();

    /** Where the counter stands today; none for the office itself. */
    @Nullable
    UUID campaign();
}
